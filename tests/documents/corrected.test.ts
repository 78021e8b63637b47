import { describe, expect, test } from "vitest";
import { terminalReport } from "../../src/documents/write/terminal.ts";
import { writeReport, type Format } from "../../src/documents/write.ts";
import { compileReport, lastTime } from "../../src/round/compile.ts";
import type { Correction, Report } from "../../src/round/report.ts";
import { parseReport, reportBytes } from "../../src/round/report-bytes.ts";
import { answered, itemOf, measure, planWith, roundOf, sampleReport } from "./sample-report.ts";

const shared = measure("b", "1.2", "Kurs for trenere", { units: ["kultur", "plan"] });
const alone = measure("a", "1.1", "Låne utstyr");
const correction: Correction = {
  why: "Kultur hadde <b>talt</b> feil.",
  of: 1,
  changes: [
    { number: "1.1", short: "Låne utstyr", from: "unanswered", to: "green", comments: false },
    { number: "1.2", short: "Kurs for trenere", from: null, to: null, comments: true },
  ],
};

function report(more: Partial<Correction> | null = {}): Report {
  const plan = planWith([{ title: "Mål", headings: [], measures: [alone, shared] }]);
  const decision = (key: string, comment: string | null) =>
    [key, { id: key, measure: key, status: "orange", comment, by: "kari", at: new Date(0) }] as const;
  return compileReport({
    round: roundOf(plan),
    items: [
      itemOf(alone, "oppvekst", answered("green", "Åpent.")),
      itemOf(shared, "kultur", answered("green", "Holdt.")),
      itemOf(shared, "plan", answered("red", "Ikke begynt.")),
    ],
    decisions: new Map([
      decision("a", null),
      decision("b", "Ett av to kurs er holdt.\nSe [planen](https://x.example/a)"),
    ]),
    last: lastTime(plan, null),
    version: 2,
    publishedAt: new Date("2026-12-15T13:00:00Z"),
    preface: [],
    ...(more && { correction: { ...correction, ...more } }),
  });
}

const written = (format: Format, of = report()) => {
  const text = writeReport(of, format);
  return typeof text === "string" ? text : new TextDecoder().decode(text);
};

describe("a correction", () => {
  test.each(["html", "md"] as const)(
    "says in %s why it came, and what changed since which version",
    (format) => {
      const text = written(format);
      expect(text).toContain("Endret siden versjon 1");
      expect(text).toMatch(/Kultur hadde &(?:lt|#60);b&(?:gt|#62);talt/);
      expect(text).toContain("1.1 Låne utstyr: fra – Ikke svart til ✓ Gjennomført");
      expect(text).toContain("1.2 Kurs for trenere: teksten er endret");
    },
  );

  test("says so in a terminal too", () => {
    const text = terminalReport(report(), { width: 100, colours: 0 });
    expect(text).toContain("Endret siden versjon 1\nKultur hadde <b>talt</b> feil.\n– 1.1 Låne utstyr: fra");
  });

  test("of the coordinator's own lines says that", () => {
    expect(written("md", report({ changes: [] }))).toContain("Linjene fra koordinatoren er endret.");
  });

  test("is not spoken of where nothing was corrected, and such a report has the bytes it always had", () => {
    expect(written("html", report(null))).not.toContain("Endret siden");
    expect(new TextDecoder().decode(reportBytes(sampleReport()))).not.toMatch(/"correction"|"decided"/);
    expect(parseReport(reportBytes(report()))).toEqual(report());
  });
});

describe("a row the coordinator decided", () => {
  test("prints their words above what the units said, each with its name and colour", () => {
    const html = written("html")
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ");
    expect(html).toContain(
      "Avgjort av koordinatoren Ett av to kurs er holdt. Se planen Kultur, idrett og frivillighet : ✓ Gjennomført Holdt. Plan og eiendom : ○ Ikke påbegynt Ikke begynt.",
    );
    expect(html).toContain("Avgjort av koordinatoren Oppvekst og skole : ✓ Gjennomført Åpent.");
  });

  test("has its words in a spreadsheet, or that it was decided", () => {
    const lines = written("csv").split("\r\n");
    expect(lines[0]).toContain("Avgjort av koordinatoren;Nøkkel");
    expect(lines[1]).toMatch(/;ja;a$/);
    expect(written("csv")).toContain("• Ett av to kurs er holdt.\n• Se [planen](https://x.example/a)");
  });
});

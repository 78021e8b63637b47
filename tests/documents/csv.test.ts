import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeReport } from "../../src/documents/write.ts";
import { oddReport } from "./odd-report.ts";
import { sampleReport } from "./sample-report.ts";

/** Lines as a spreadsheet reads them: column → field. */
function read(text: string): Record<string, string>[] {
  const lines: string[][] = [[]];
  for (const [, field = "", end] of text.slice(1).matchAll(/("(?:[^"]|"")*"|[^;\r\n"]*)(;|\r\n)/g)) {
    lines.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === "\r\n") lines.push([]);
  }
  const [head = [], ...rest] = lines.slice(0, -1);
  return rest.map((line) => Object.fromEntries(line.map((field, at) => [head[at] ?? "", field])));
}

const lines = read(String(writeReport(sampleReport(), "csv")));
const of = (key: string) => lines.filter((line) => line["Nøkkel"] === key);

describe("the CSV document", () => {
  test("opens in a Norwegian Excel: byte order mark, semicolons, CRLF", () => {
    const text = String(writeReport(sampleReport(), "csv"));
    expect(text.startsWith("\uFEFFPlan;Periode;")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
  });

  test("has a line for each unit of a measure, and one for a measure that no unit has", () => {
    expect(lines).toHaveLength(27);
    expect(
      of("jobb-3").map((line) => [
        line["Status"],
        line["Ansvarlig enhet"],
        line["Enhetens svar"],
        line["Svarte etter fristen"],
      ]),
    ).toEqual([
      ["Ikke avklart", "Plan og eiendom", "Gjennomført", "nei"],
      ["Ikke avklart", "Kultur, idrett og frivillighet", "Pågår", "ja"],
    ]);
    expect(of("jobb-5").map((line) => [line["Status"], line["Ansvarlig enhet"]])).toEqual([
      ["Ikke svart", ""],
    ]);
  });

  test("numbers stand where they can be counted, and a printed number cannot become a date", () => {
    expect(of("kunnskap-3")).toMatchObject([
      { Tiltak: "1.3 Sertifisere fem enheter", Nå: "3", Måltall: "5", Status: "Pågår" },
    ]);
  });

  test("an owner's -1 and +47 read as they were written", () => {
    expect(of("barn-3")[0]?.["Kommentar"]).toBe(
      "• -1 møte i forhold til planen\n• +47 55 00 00 00 er nummeret til den som svarer",
    );
  });
});

test("no text of anybody's is a formula, whatever it is", () => {
  const trick = fc
    .tuple(
      fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " =", "\u0000="),
      fc.string(),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(fc.oneof(trick, fc.string({ unit: "binary" })), { minLength: 1 }), (texts) => {
      const written = read(String(writeReport(oddReport(texts), "csv")));
      expect(written).toHaveLength(1);
      for (const field of written.flatMap((line) => Object.values(line))) {
        expect(field).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/u);
      }
    }),
  );
});

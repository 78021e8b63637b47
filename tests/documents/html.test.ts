import { describe, expect, test } from "vitest";
import { writeReport } from "../../src/documents/write.ts";
import { reportHtml } from "../../src/documents/write/html.ts";
import { reportStyle } from "../../src/documents/write/html-style.ts";
import { odd, oddReport } from "./odd-report.ts";
import { sampleReport } from "./sample-report.ts";

/** Markup without the white space that only its source needs. */
function tidy(markup: string): string {
  return markup.replaceAll(/\s+/g, " ").replaceAll(/ ?(<|>) ?/g, "$1");
}

const document = tidy(String(writeReport(sampleReport(), "html")));
const draft = tidy(String(writeReport(sampleReport({ draft: true }), "html")));

/** What a reader sees of a piece of markup, white space made one. */
function textOf(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/g, " ")
    .trim();
}

function rowOf(key: string): string {
  const [, row = ""] = new RegExp(`<tr role="row" id="row-${key}">(.*?)</tr>`, "su").exec(document) ?? [];
  return row;
}

describe("the HTML document", () => {
  test("has the table's form: title, legend, totals, headings in their order and depth, what is missing", () => {
    const headings = Array.from(
      document.matchAll(/<h(\d)>(.*?)<\/h\d>/g),
      ([, level, title]) => `${level} ${title}`,
    );
    expect(headings).toEqual([
      "1 Status for handlingsplan for inkludering per desember 2026",
      "2 Fra koordinatoren",
      "2 Tegnforklaring",
      "2 Oppsummering",
      "2 Mål 1: Vi vet hvem som står utenfor",
      "2 Mål 2: Alle finner et sted å høre til",
      "3 1. Barn og unge",
      "3 2. Idrett og kultur",
      "3 3. Helse",
      "3 4. Kommunen som arbeidsgiver",
      "4 Vedtatt senere",
      "2 Dette mangler",
      "2 Dette må avklares",
    ]);
  });

  test("says when, by when and which version", () => {
    expect(textOf(document)).toContain(
      "Svarfrist 11. desember 2026 kl. 12.00 Publisert 15. desember 2026 kl. 14.00 Versjon 1",
    );
  });

  test("a status is never a colour alone: every coloured cell has its symbol and its word", () => {
    const cells = Array.from(
      document.matchAll(/<t[dh][^>]* bgcolor="(#\w{6})">(.*?)<\/t[dh]>/gs),
      ([, , cell = ""]) => textOf(cell),
    );
    expect(cells.length).toBeGreaterThan(30);
    for (const cell of cells)
      expect(cell).toMatch(/^(✓ Gjennomført|◐ Pågår|○ Ikke påbegynt|– Ikke svart|≠ Ikke avklart|⊘ Utgått)/u);
  });

  test("the owner's lines are a real list, with the links and nothing else opened", () => {
    const link = (url: string, text: string) => `<a href="${url}" rel="noopener noreferrer">${text}</a>`;
    const report = link("https://eksempel.kommune.no/rapport_(2026).pdf?side=1&#38;del=2", "hele rapporten");
    const insight = "https://eksempel.kommune.no/innsikt";
    expect(rowOf("kunnskap-1")).toContain(
      tidy(`<ul><li dir="auto">Undersøkelsen er gjennomført, og 412 svarte</li>
        <li dir="auto">Se ${report}, eller les mer på ${link(insight, insight)}.</li></ul>`),
    );
    expect(textOf(rowOf("kunnskap-1"))).toContain("Endret fra ◐ Pågår");
  });

  test("two units that differ are each heard under their name", () => {
    expect(textOf(rowOf("jobb-3"))).toMatch(
      /≠ Ikke avklart Plan og eiendom : ✓ Gjennomført Rampen .* Kultur, idrett og frivillighet : ◐ Pågår .* Svarte etter fristen$/u,
    );
  });

  test("target, silence, late and dropped are said in words", () => {
    expect(textOf(rowOf("kunnskap-3"))).toContain(
      "Mål: 5 sertifiserte enheter innen 31. desember 2027; nå 3",
    );
    expect(textOf(rowOf("kunnskap-4"))).toContain("– Ikke svart Mangler svar fra Helse og omsorg");
    expect(textOf(rowOf("barn-3"))).toContain("Svarte etter fristen");
    expect(textOf(rowOf("jobb-6"))).toContain("⊘ Utgått Utgått, jf. vedtak 31/26");
    expect(textOf(rowOf("jobb-5"))).toContain("Ingen enhet har ansvar for tiltaket");
  });

  test("who is missing leads to the row", () => {
    expect(document).toContain(
      `<li><a href="#row-kunnskap-4">1.4 Samle tall fra tjenestene</a>: Mangler svar fra Helse og omsorg</li>`,
    );
  });

  test("a draft says so in its title and on top", () => {
    expect(draft).toContain("<title>Utkast: Status for");
    expect(textOf(reportHtml(sampleReport({ draft: true })))).toContain("Utkast – ikke publisert.");
    expect(document).not.toContain("Utkast");
  });

  test("the fragment stands in a page of its own: no inline style, no script, no other address", () => {
    const fragment = reportHtml(sampleReport());
    expect(tidy(fragment)).toMatch(/^<article class="report" lang="nb"><h1>/u);
    expect(fragment).not.toMatch(/style=|<script|<link|src=|javascript:/iu);
    expect(reportStyle).not.toMatch(/url\(|@import|<\//iu);
  });
});

describe("odd text in the HTML document", () => {
  const page = reportHtml(oddReport());

  test("nothing anybody writes becomes an element or an attribute", () => {
    const tags = new Set(Array.from(page.matchAll(/<([a-z0-9]+)/gi), ([, tag]) => tag));
    expect([...tags].filter((tag) => ["script", "img", "b><"].includes(tag ?? ""))).toEqual([]);
    expect(page).not.toMatch(/<[^>]*onmouseover/u);
    expect(textOf(page)).toContain(`${odd.script} ${odd.attribute}`);
    expect(textOf(page)).toContain(odd.entity);
  });

  test("only addresses of the web become links", () => {
    const links = Array.from(page.matchAll(/href="([^"]*)"/g), ([, url = ""]) => url);
    expect(links.length).toBeGreaterThan(0);
    for (const url of links) expect(url).toMatch(/^https:\/\//u);
    expect(textOf(page)).toContain(odd.javascript);
  });

  test("emoji, Hebrew and combining marks stay; control characters and halves of characters go", () => {
    expect(page).toContain(odd.emoji);
    expect(page).toContain(odd.hebrew);
    expect(page).toContain("før[31metter");
    expect(page).toContain("føretter");
    expect(page).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(page.isWellFormed()).toBe(true);
  });
});

test.each([
  ["nn", "Teiknforklaring", "Manglar svar frå Helse og omsorg", "11. desember 2026 kl. 12.00"],
  ["en", "Legend", "No answer from Helse og omsorg", "11 December 2026 at 12:00"],
] as const)("a plan in %s is reported in its language", (language, ...words) => {
  const page = String(writeReport(sampleReport({ language }), "html"));
  expect(page).toContain(`<html lang="${language}">`);
  for (const word of words) expect(page).toContain(word);
  expect(page).not.toMatch(/Tegnforklaring|Ikke |mangler/u);
});

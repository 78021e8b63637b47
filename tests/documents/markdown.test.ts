import { describe, expect, test } from "vitest";
import { writeReport } from "../../src/documents/write.ts";
import { odd, oddReport } from "./odd-report.ts";
import { sampleReport } from "./sample-report.ts";

const document = String(writeReport(sampleReport(), "md"));

describe("the Markdown document", () => {
  test("has a table under each heading, with the status as symbol and word and the comment as a list", () => {
    expect(document).toContain(`## Mål 1: Vi vet hvem som står utenfor

| Tiltak | Status | Kommentar |
| --- | --- | --- |
| <b>1.1 Spørre innbyggerne hvert andre år</b>: Undersøkelsen skal nå innbyggere på minst fem språk, og resultatene skal være åpne. | <b>✓ Gjennomført</b><br>Endret fra ◐ Pågår | <ul><li>Undersøkelsen`);
    expect(document).toContain("#### Vedtatt senere");
  });

  test("every line of a table has as many cells as its head, whatever is written in them", () => {
    for (const text of [document, String(writeReport(oddReport(), "md"))]) {
      const blocks = text.split("\n\n").filter((block) => block.startsWith("| "));
      expect(blocks.length).toBeGreaterThan(2);
      for (const block of blocks) {
        const bars = block.split("\n").map((line) => line.match(/(?<!\\)\|/g)?.length);
        expect(new Set(bars).size).toBe(1);
      }
    }
  });

  test("links lead where the owner meant, also with brackets in the address", () => {
    expect(document).toContain(
      "[hele rapporten](https://eksempel.kommune.no/rapport_%282026%29.pdf?side=1&amp;del=2)",
    );
  });
});

test("nothing anybody writes becomes HTML, emphasis or an image", () => {
  const text = String(writeReport(oddReport(), "md"));
  const tags = new Set(Array.from(text.matchAll(/<\/?([^>\s]+)/g), ([, tag]) => tag));
  expect(tags).toEqual(new Set(["b", "br", "li", "ul"]));
  expect(text).toContain("&lt;script&gt;");
  expect(text).toContain("\\[trykk her\\](javascript:alert(1))");
  expect(text).toContain("før \\| etter \\| \\*fet\\* \\_kursiv\\_ \\`kode\\` \\~\\~strøk\\~\\~ \\#1");
  expect(text).toContain(odd.emoji);
  expect(text).not.toMatch(/(?<!\\)!\[/u);
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(text).toContain("\\![spor](https://sporing.example/pixel.png)");
  expect(text).toContain("\n- \\-1 møte\n- \\+47 55 00 00 00\n");
});

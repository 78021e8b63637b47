import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { terminalOf, terminalReport } from "../../src/documents/write/terminal.ts";
import { widthOf, wrap } from "../../src/documents/write/terminal-text.ts";
import { oddReport } from "./odd-report.ts";
import { sampleReport } from "./sample-report.ts";

describe("the table in a terminal", () => {
  test.each([40, 60, 80, 100, 200])("fits %i cells, also with odd text", (width) => {
    for (const report of [sampleReport(), oddReport()]) {
      const lines = terminalReport(report, { width, colours: 0 }).split("\n");
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
    }
  });

  test("has the same words with and without colours", () => {
    const plain = terminalReport(sampleReport(), { width: 100, colours: 0 });
    expect(plain).not.toContain("\u001B");
    for (const colours of [8, 24] as const) {
      const coloured = terminalReport(sampleReport(), { width: 100, colours });
      expect(coloured).toContain(colours === 24 ? "\u001B[48;2;155;28;28;38;2;255;255;255m" : "\u001B[48;5;");
      expect(stripVTControlCharacters(coloured).replaceAll(/ +$/gm, "")).toBe(plain);
    }
    expect(plain).toContain("○ Ikke påbegynt");
    expect(plain).toContain("24 tiltak: 5 ✓ Gjennomført");
  });

  test("what people write cannot steer the terminal", () => {
    expect(terminalReport(oddReport(), { width: 80, colours: 0 })).not.toMatch(
      /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u,
    );
  });
});

test("a pipe, NO_COLOR and a terminal without colours get words only", () => {
  const stream = { isTTY: true, columns: 72, getColorDepth: () => 24 };
  expect(terminalOf(stream, {})).toEqual({ width: 72, colours: 24 });
  expect(terminalOf(stream, { NO_COLOR: "1" })).toEqual({ width: 72, colours: 0 });
  expect(terminalOf(stream, { NO_COLOR: "" })).toEqual({ width: 72, colours: 24 });
  expect(terminalOf({ ...stream, getColorDepth: () => 8 }, {})).toEqual({ width: 72, colours: 8 });
  expect(terminalOf({ ...stream, getColorDepth: () => 1 }, {})).toEqual({ width: 72, colours: 0 });
  expect(terminalOf({}, {})).toEqual({ width: 100, colours: 0 });
});

test("an address that is longer than its column is cut, no letter lost", () => {
  const address = `https://eksempel.no/${"a".repeat(50)}`;
  expect(
    wrap(`• Se ${address}`, 20, "  ")
      .map((line) => line.replace(/^ {2}/, ""))
      .join(""),
  ).toBe(`• Se${address}`);
});

import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { unpacksTo } from "./unpacked-size.ts";

/** Far above any real list of contacts, far below what hurts. */
export const largestSheet = 2_000_000;
const mostSheetRows = 20_000;
const largestUnpacked = 20_000_000;
const lastColumn = "Z";

export type SheetFault =
  | "empty"
  | "too-big"
  | "too-many-rows"
  | "unpacks-too-big"
  | "old-excel"
  | "unknown-kind"
  | "broken";

export type ReadSheet =
  | { readonly is: "read"; readonly rows: readonly (readonly string[])[] }
  | { readonly is: "refused"; readonly why: SheetFault };

/** The rows of an xlsx (its first visible sheet) or csv file as text, told apart by what is in it. Nothing is run or unpacked that could hurt. */
export async function readSheet(bytes: Uint8Array, name: string): Promise<ReadSheet> {
  const refused = (why: SheetFault): ReadSheet => ({ is: "refused", why });
  if (bytes.length === 0) return refused("empty");
  if (bytes.length > largestSheet) return refused("too-big");
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused("old-excel");
  const zipped = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
  if (zipped ? !/\.xlsx$/i.test(name) : !/\.(?:csv|txt|tsv)$/i.test(name)) return refused("unknown-kind");
  const rows = zipped ? await xlsxRows(bytes) : csvRows(bytes);
  if (typeof rows === "string") return refused(rows);
  const filled = rows.map((row) => row.map((cell) => cell.trim()));
  const last = filled.findLastIndex((row) => row.some((cell) => cell !== ""));
  if (last < 0) return refused("empty");
  return last > mostSheetRows ? refused("too-many-rows") : { is: "read", rows: filled.slice(0, last + 1) };
}

function startsWith(bytes: Uint8Array, ...first: number[]): boolean {
  return first.every((byte, n) => bytes[n] === byte);
}

async function xlsxRows(bytes: Uint8Array): Promise<string[][] | SheetFault> {
  const size = unpacksTo(bytes, largestUnpacked);
  if (size === "broken") return "broken";
  if (size === "too-big") return "unpacks-too-big";
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: (info) => !info.hidden && !info.veryHidden,
      range: `A1:${lastColumn}${mostSheetRows + 2}`,
    });
    const rows = sheets[0]?.rows ?? [];
    return rows.map((row) =>
      row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ""))),
    );
  } catch {
    // Every fault of the file ends in one of the library's own errors; which one says nothing to who made the sheet.
    return "broken";
  }
}

function csvRows(bytes: Uint8Array): string[][] | SheetFault {
  const text = textOf(bytes);
  if (text.includes("\0")) return "unknown-kind";
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      to: mostSheetRows + 2,
      max_record_size: 100_000,
    });
    return rows.map((row) => row.map(withoutGuard));
  } catch {
    return "broken";
  }
}

/** Excel in Norway still saves "CSV" in the alphabet of Windows. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function delimiterOf(text: string): string {
  const [line = ""] = text.slice(0, 10_000).split(/\r?\n/, 1);
  const counted = [";", ",", "\t"].map((mark) => ({ mark, count: line.split(mark).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ";";
}

/** What was put in front of a cell so that no spreadsheet would take it for a formula. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

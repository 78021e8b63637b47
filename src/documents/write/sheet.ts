import { stringify } from "csv-stringify/sync";
import { writeXlsx } from "hucre/xlsx";
import { printable } from "./text.ts";

/** A table to be edited and read back: every cell is text, so that neither "1.10" nor "=1+1" becomes something else. */
export async function writeSheet(
  rows: readonly (readonly string[])[],
  kind: "xlsx" | "csv",
  title: string,
): Promise<Uint8Array> {
  const cells = rows.map((row) => row.map(printable));
  if (kind === "csv") {
    return Buffer.from(
      stringify(cells, { bom: true, delimiter: ";", record_delimiter: "\r\n", escape_formulas: true }),
    );
  }
  const [header = [], ...body] = cells;
  return writeXlsx({
    sheets: [
      {
        name: title.slice(0, 31),
        columns: header.map((name, n) => ({
          header: name,
          key: String(n),
          width: widthOf(cells.map((row) => row[n] ?? "")),
          numFmt: "@",
        })),
        data: body.map((row) => Object.fromEntries(row.map((cell, n) => [String(n), cell]))),
        freezePane: { rows: 1 },
      },
    ],
  });
}

function widthOf(column: readonly string[]): number {
  return Math.min(60, Math.max(10, ...column.map((cell) => cell.length + 2)));
}

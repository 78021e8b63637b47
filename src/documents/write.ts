import { reportBytes } from "../round/report-bytes.ts";
import type { Report } from "../round/report.ts";
import { csv } from "./write/csv.ts";
import { htmlDocument } from "./write/html.ts";
import { markdown } from "./write/markdown.ts";

interface Writer {
  readonly mime: string;
  /** With its dot. */
  readonly extension: string;
  write(report: Report): Uint8Array | string;
}

/** Every document a report can be written as. JSON is the report itself, byte for byte what is hashed. */
export const formats = {
  html: { mime: "text/html; charset=utf-8", extension: ".html", write: htmlDocument },
  md: { mime: "text/markdown; charset=utf-8", extension: ".md", write: markdown },
  csv: { mime: "text/csv; charset=utf-8", extension: ".csv", write: csv },
  json: { mime: "application/json", extension: ".json", write: reportBytes },
} as const satisfies Record<string, Writer>;

export type Format = keyof typeof formats;

/** Text is to be stored as UTF-8. */
export function writeReport(report: Report, format: Format): Uint8Array | string {
  return formats[format].write(report);
}

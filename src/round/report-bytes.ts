import type { Report } from "./report.ts";

/**
 * A report as the exact bytes that are frozen, hashed and handed out: JSON in UTF-8, keys sorted, no
 * white space, so that the same report is the same bytes however the object was put together.
 */
export function reportBytes(report: Report): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(report, (_key, value: unknown) => sorted(value)));
}

/** Throws when the bytes are not UTF-8, not JSON, or not a report. */
export function parseReport(bytes: Uint8Array): Report {
  const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  if (!isReport(value)) throw new Error("these bytes are JSON, but not a report");
  return value;
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The bytes are our own and hashed: this tells a report from something else, it does not check every field. */
function isReport(value: unknown): value is Report {
  const wanted = ["plan", "period", "language", "legend", "headings", "totals"];
  return typeof value === "object" && value !== null && wanted.every((field) => field in value);
}

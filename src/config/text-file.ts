import { readFileSync, statSync } from "node:fs";
import type { Fault } from "./faults.ts";

/** Far above any real plan, far below what hurts. */
const largest = 2_000_000;

/** A file's text, or why there is none. A byte order mark is not part of it. */
export function readText(path: string): string | Omit<Fault, "file"> {
  const bytes = bytesOf(path);
  if (typeof bytes === "string")
    return { line: 0, found: bytes, expected: "a readable file of at most 2 MB" };
  const bad = lineNotUtf8(bytes);
  if (bad !== null)
    return { line: bad, found: "bytes that are not UTF-8", expected: "a file saved as UTF-8" };
  return new TextDecoder().decode(bytes);
}

function bytesOf(path: string): Buffer | string {
  try {
    const is = statSync(path);
    // Opening a pipe would wait for a writer for ever.
    if (!is.isFile()) return "something that is not a file";
    return is.size > largest ? `${(is.size / 1_000_000).toFixed(1)} MB` : readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    if (code === null) throw error;
    return code === "ENOENT" ? "no such file" : `a file that cannot be read (${code})`;
  }
}

/** Line by line, because a decoder tells that a byte is wrong but not where. */
function lineNotUtf8(bytes: Buffer): number | null {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const to = end === -1 ? bytes.length : end + 1;
    try {
      strict.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to;
  }
  return null;
}

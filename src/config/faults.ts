import { distance } from "../round/distance.ts";
import type { core } from "zod";

/** One thing wrong with a file. `line` counts from 1; 0 means the file or folder as a whole. */
export interface Fault {
  /** Relative to the config folder's parent: `config/plans/x.yaml`. */
  readonly file: string;
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

export type Path = readonly PropertyKey[];

/** `config/plans/x.yaml:12: found …; expected …` */
export function describeFault(fault: Fault): string {
  const place = fault.line === 0 ? fault.file : `${fault.file}:${fault.line}`;
  return `${place}: found ${fault.found}; expected ${fault.expected}`;
}

export function inFileOrder(faults: readonly Fault[]): Fault[] {
  return faults.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** A file whose values can be found again. */
export interface Located {
  readonly name: string;
  /** Maps and lists of text. Numbers stay as printed ("1.10", not 1.1), so do dates; empty values are null. */
  readonly value: unknown;
  /** The line of a key or list entry; of the nearest thing around it when there is none. */
  readonly lineOf: (path: Path) => number;
}

export function faultAt(file: Located, path: Path, found: string, expected: string): Fault {
  return { file: file.name, line: file.lineOf(path), found, expected };
}

/** The second and later of everything that may be there once; each names the line of the first. */
export function repeats(
  file: Located,
  what: string,
  entries: readonly { path: Path; word: string | null }[],
  expected: string,
): Fault[] {
  const seen = new Map<string, Path>();
  return entries.flatMap(({ path, word }) => {
    if (word === null) return [];
    const first = seen.get(word.toLowerCase());
    if (first === undefined) {
      seen.set(word.toLowerCase(), path);
      return [];
    }
    return faultAt(
      file,
      path,
      `the ${what} ${shown(word)} again (first on line ${file.lineOf(first)})`,
      expected,
    );
  });
}

/** What zod refused, in words: schemas carry what is expected as their message, and their keys where a key is unknown. */
export function faultsOf(file: Located, issues: readonly core.$ZodIssue[]): Fault[] {
  return issues.flatMap((issue) => {
    const at = (path: Path, found: string, expected: string) => ({
      file: file.name,
      line: file.lineOf(path),
      found,
      expected,
    });
    if (issue.code === "unrecognized_keys") {
      const known = issue.message.split(", ");
      return issue.keys.map((key) =>
        at([...issue.path, key], `unknown key \`${key}\``, oneOf("one of", key, known)),
      );
    }
    if (issue.code === "invalid_key") {
      return at(issue.path, `\`${String(issue.path.at(-1))}\``, issue.issues[0]?.message ?? issue.message);
    }
    return at(issue.path, foundAt(file.value, issue), issue.message);
  });
}

/** "one of a, b, c – did you mean `b`?" */
export function oneOf(intro: string, word: string, known: readonly string[]): string {
  const list = known.length > 12 ? `${known.slice(0, 6).join(", ")} …` : known.join(", ");
  const near = nearest(word, known);
  return `${intro} ${list || "(there is none)"}${near ? ` – did you mean \`${near}\`?` : ""}`;
}

/** The value as it may be shown in one line. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a mapping";
  if (value === null || value === undefined || value === "") return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text);
}

function foundAt(root: unknown, issue: core.$ZodIssue): string {
  const value = valueAt(root, issue.path);
  const name = issue.path.findLast((part) => typeof part === "string");
  if (value === undefined) return name === undefined ? "nothing" : `no \`${name}\``;
  if (issue.code === "too_big" && typeof value === "string") return `${value.length} characters`;
  if ((issue.code === "too_big" || issue.code === "too_small") && Array.isArray(value))
    return value.length === 1 ? "1 entry" : `${value.length} entries`;
  return shown(value);
}

/** Goes as far as the path leads: a single unit may stand where the schema sees a list. */
function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return value;
    value = Reflect.get(value, part);
  }
  return value;
}

function nearest(word: string, known: readonly string[]): string | null {
  const reach = Math.ceil(word.length / 3);
  const ranked = known.map((other) => ({ other, steps: distance(word.toLowerCase(), other.toLowerCase()) }));
  const best = ranked.toSorted((a, b) => a.steps - b.steps)[0];
  return best && best.steps <= reach ? best.other : null;
}

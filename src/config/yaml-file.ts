import { readFileSync, statSync } from "node:fs";
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Document, Node, Pair } from "yaml";
import type { Fault, Path } from "./faults.ts";

/** Far above any real plan, far below what hurts. */
const largest = 2_000_000;

export interface YamlFile {
  readonly name: string;
  /** Maps and lists of text. Numbers stay as printed ("1.10", not 1.1), so do dates; empty values are null. */
  readonly value: unknown;
  /** The line of a key or list entry; of the nearest thing around it when there is none. */
  readonly lineOf: (path: Path) => number;
}

/** A file with duplicate keys is read to its end, so that its other faults are found too; `file` is null when it cannot be. */
export interface ReadYaml {
  readonly file: YamlFile | null;
  readonly faults: readonly Fault[];
}

/** `name` is what faults call the file. */
export function readYaml(path: string, name: string): ReadYaml {
  const fault = (line: number, found: string, expected: string): Fault => ({ file: name, line, found, expected });
  const unread = (...faults: Fault[]): ReadYaml => ({ file: null, faults });

  const bytes = bytesOf(path);
  if (typeof bytes === "string") return unread(fault(0, bytes, "a readable file of at most 2 MB"));
  const bad = lineNotUtf8(bytes);
  if (bad !== null) return unread(fault(bad, "bytes that are not UTF-8", "a file saved as UTF-8"));

  const lines = new LineCounter();
  const text = new TextDecoder().decode(bytes);
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const;
  const doc = parseDocument(text, { ...options, schema: "failsafe", customTags: ["null"] });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);

  const broken = [...doc.errors, ...doc.warnings].map((error) => fault(lineAt(error.pos[0]), ...wordsFor(error)));
  // What a parser says after its first complaint about a line is mostly an echo of it.
  if (broken.length > 0) return unread(...broken.filter((one, i) => i < 3 && one.line !== broken[i - 1]?.line));
  if (doc.contents === null || (isScalar(doc.contents) && doc.contents.value === null)) {
    return unread(fault(0, "an empty file", "settings, or no such file"));
  }

  try {
    const value: unknown = doc.toJS();
    const file = { name, value, lineOf: (at: Path) => lineAt(offsetOf(doc, at)) };
    return { file, faults: doubledKeys(doc, (key, line, first) => fault(line, `the key \`${key}\` again (first on line ${first})`, "each key once"), lineAt) };
  } catch (error) {
    // The only things yaml throws here: aliases that lead nowhere, or that multiply (a "bomb").
    if (!(error instanceof ReferenceError)) throw error;
    return unread(fault(lineAt(firstAlias(doc)), `an alias that cannot be followed (${error.message})`, "values written out"));
  }
}

function bytesOf(path: string): Buffer | string {
  try {
    const { size } = statSync(path);
    return size > largest ? `${(size / 1_000_000).toFixed(1)} MB` : readFileSync(path);
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

function wordsFor(error: { code: string; message: string }): [found: string, expected: string] {
  if (error.code === "TAB_AS_INDENT") return ["a tab in the indentation", "spaces"];
  if (error.code === "MULTIPLE_DOCS") return ["a second document after `---`", "one document per file"];
  if (error.code === "RESOURCE_EXHAUSTION") return ["lists or mappings nested too deeply", "a few levels"];
  if (error.code === "TAG_RESOLVE_FAILED") return [`a tag (${error.message})`, "plain values without `!`"];
  return [`text that is not YAML (${error.message})`, "valid YAML; text with a colon or a quotation mark needs quotes"];
}

type Doubled = (key: string, line: number, first: number) => Fault;

function doubledKeys(doc: Document, fault: Doubled, lineAt: (offset: number) => number): Fault[] {
  const faults: Fault[] = [];
  visit(doc, {
    Map(_, map) {
      const seen = new Map<string, number>();
      for (const pair of map.items) {
        const key = keyOf(pair);
        const line = lineAt(startOf(pair.key));
        const first = seen.get(key);
        if (first === undefined) seen.set(key, line);
        else faults.push(fault(key, line, first));
      }
    },
  });
  return faults;
}

function offsetOf(doc: Document, path: Path): number {
  let node: unknown = doc.contents;
  let offset = startOf(node);
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(doc);
    if (isMap(node)) {
      const pair = node.items.findLast((one) => keyOf(one) === String(part));
      if (!pair) break;
      [node, offset] = [pair.value, startOf(pair.key)];
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = isNode(node) ? startOf(node) : offset;
    } else break;
  }
  return offset;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function firstAlias(doc: Document): number {
  let found: Node | null = null;
  visit(doc, {
    Alias(_, alias) {
      found = alias;
      return visit.BREAK;
    },
  });
  return startOf(found);
}

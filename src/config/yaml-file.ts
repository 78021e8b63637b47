import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Document, Node, Pair } from "yaml";
import type { Fault, Located, Path } from "./faults.ts";
import { readText } from "./text-file.ts";

/** A file with duplicate keys is read to its end, so that its other faults are found too; `file` is null when it cannot be. */
export interface ReadYaml {
  readonly file: Located | null;
  readonly faults: readonly Fault[];
}

/** Two for every heading above a measure. */
const deepest = 64;
const tooDeep: Words = ["lists or mappings nested without end", `at most ${deepest} levels`];

type Words = [found: string, expected: string];
type Line = (offset: number) => number;
type Say = (line: number, found: string, expected: string) => Fault;

/** `name` is what faults call the file. */
export function readYaml(path: string, name: string): ReadYaml {
  const say: Say = (line, found, expected) => ({ file: name, line, found, expected });
  const text = readText(path);
  if (typeof text !== "string") return { file: null, faults: [say(text.line, text.found, text.expected)] };

  const lines = new LineCounter();
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const;
  const doc = parseDocument(text, { ...options, schema: "failsafe", customTags: ["null"] });
  const lineAt: Line = (offset) => Math.max(1, lines.linePos(offset).line);

  const broken = syntaxFaults(doc, say, lineAt);
  if (broken.length > 0) return { file: null, faults: broken };
  try {
    const value: unknown = doc.toJS();
    if (isDeeperThan(deepest, value))
      return { file: null, faults: [say(lineAt(firstAlias(doc)), ...tooDeep)] };
    const file = { name, value, lineOf: (at: Path) => lineAt(offsetOf(doc, at)) };
    return { file, faults: doubledKeys(doc, say, lineAt) };
  } catch (error) {
    // The only things yaml throws here: aliases that lead nowhere, or that multiply (a "bomb").
    if (!(error instanceof ReferenceError)) throw error;
    const found = `an alias that cannot be followed (${error.message})`;
    return { file: null, faults: [say(lineAt(firstAlias(doc)), found, "values written out")] };
  }
}

/** Also true of an alias inside what it stands for, which has no end. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(levels - 1, part));
}

function syntaxFaults(doc: Document.Parsed, say: Say, lineAt: Line): Fault[] {
  const faults = [...doc.errors, ...doc.warnings].map((one) => say(lineAt(one.pos[0]), ...wordsFor(one)));
  const empty = doc.contents === null || (isScalar(doc.contents) && doc.contents.value === null);
  if (faults.length === 0 && empty) return [say(0, "an empty file", "a mapping of keys and values")];
  // What a parser says after its first complaint about a line is mostly an echo of it.
  return faults.filter((one, i) => i < 3 && one.line !== faults[i - 1]?.line);
}

function wordsFor(error: { code: string; message: string }): Words {
  if (error.code === "TAB_AS_INDENT") return ["a tab in the indentation", "spaces"];
  if (error.code === "MULTIPLE_DOCS") return ["a second document after `---`", "one document per file"];
  if (error.code === "RESOURCE_EXHAUSTION") return tooDeep;
  if (error.code === "TAG_RESOLVE_FAILED") return [`a tag (${error.message})`, "plain values without `!`"];
  return [
    `text that is not YAML (${error.message})`,
    "valid YAML; text with a colon or a quotation mark needs quotes",
  ];
}

function doubledKeys(doc: Document.Parsed, say: Say, lineAt: Line): Fault[] {
  const faults: Fault[] = [];
  visit(doc, {
    Map(_, map) {
      const seen = new Map<string, number>();
      for (const pair of map.items) {
        const [key, line] = [keyOf(pair), lineAt(startOf(pair.key))];
        const first = seen.get(key);
        if (first === undefined) seen.set(key, line);
        else faults.push(say(line, `the key \`${key}\` again (first on line ${first})`, "each key once"));
      }
    },
  });
  return faults;
}

function offsetOf(doc: Document.Parsed, path: Path): number {
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

function firstAlias(doc: Document.Parsed): number {
  let found: Node | null = null;
  visit(doc, {
    Alias(_, alias) {
      found = alias;
      return visit.BREAK;
    },
  });
  return startOf(found);
}

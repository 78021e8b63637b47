import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { ContactChanges, MeasureChange } from "../people-sheet/compare.ts";
import { derivedKey, tidyNumber } from "./measure-keys.ts";

/**
 * A people or plan file with contacts changed, as text. Only what changes is written anew: comments, order and line breaks of
 * the rest stay as somebody wrote them, which writing the whole document out again would not keep.
 */

interface Edit {
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

export function intoPeople(text: string, { people, units }: ContactChanges): string {
  const doc = parsed(text);
  const edits: Edit[] = [];
  const persons = mapAt(doc.contents, "people");
  const entries = mapAt(doc.contents, "units");
  edits.push(
    ...entriesAdded(
      text,
      persons,
      people.map(({ id, name, email }) => [
        id,
        [["name", name], ...(email === null ? [] : [["email", email] as const])],
      ]),
    ),
  );
  const fresh = units.filter((unit) => unit.isNew);
  edits.push(
    ...entriesAdded(
      text,
      entries,
      fresh.map(({ key, name, contacts }) => [
        key,
        [
          ["name", name],
          ["contacts", contacts],
        ],
      ]),
    ),
  );
  for (const { key, contacts } of units.filter((unit) => !unit.isNew))
    edits.push(...setIn(text, mapAt(entries, key), "contacts", contacts));
  return edited(text, edits);
}

export function intoPlan(text: string, changes: readonly MeasureChange[]): string {
  const doc = parsed(text);
  const edits = [...measuresIn(doc.contents, [])].flatMap(({ key, map }) => {
    const change = changes.find((one) => one.key === key);
    if (!change) return [];
    return [
      ...(isSame(listed(map, "units"), change.units) ? [] : setIn(text, map, "units", change.units)),
      ...(textIn(map, "lead") !== change.lead ? setIn(text, map, "lead", change.lead) : []),
      ...(textIn(map, "contact") !== change.contact ? setIn(text, map, "contact", change.contact) : []),
    ];
  });
  return edited(text, edits);
}

function parsed(text: string): Document.Parsed {
  return parseDocument(text, { schema: "failsafe", customTags: ["null"], uniqueKeys: false });
}

/** From the end, so that what was found before stays where it is. */
function edited(text: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, n) => ({ ...edit, n })).toSorted((a, b) => b.at - a.at || b.n - a.n);
  return ordered.reduce((done, { at, to, text: put }) => done.slice(0, at) + put + done.slice(to), text);
}

type Value = string | null | readonly string[];

function setIn(text: string, map: YAMLMap | null, key: string, value: Value): Edit[] {
  if (!map) throw new Error(`the file has no place for ${key}`);
  const pair = pairOf(map, key);
  const written = flow(value);
  if (!pair)
    return value === null
      ? []
      : added(text, map, [`${JSON.stringify(key)}: ${written}`, `${key}: ${written}`]);
  const node = pair.value as Node | null;
  const range = node?.range;
  const empty = !range || range[0] === range[1];
  if (empty) {
    const colon = text.indexOf(":", (pair.key as Node).range?.[1] ?? 0) + 1;
    return [{ at: colon, to: colon, text: ` ${written}` }];
  }
  if (!isBlock(node, text)) return [{ at: range[0], to: range[1], text: written }];
  // A list of one line each ends where its last entry does; what is said about the next key stands below it.
  const start = text.lastIndexOf(":", range[0]) + 1;
  return [{ at: start, to: lastEnd(node), text: ` ${written}` }];
}

function isBlock(node: Node | null, text: string): boolean {
  return isSeq(node) && text[node.range?.[0] ?? 0] !== "[";
}

function lastEnd(node: Node | null): number {
  const last = isSeq(node) ? (node.items.at(-1) as Node | undefined) : null;
  return last?.range?.[1] ?? node?.range?.[1] ?? 0;
}

/** A key more: in a mapping on lines of its own after the first one, in one between braces before it. */
function added(text: string, map: YAMLMap, [inBraces, onLine]: [string, string]): Edit[] {
  const start = map.range?.[0] ?? 0;
  if (text[start] === "{") {
    const comma = map.items.length > 0 ? ", " : "";
    return [{ at: start + 1, to: start + 1, text: `${inBraces}${comma}` }];
  }
  const [first] = map.items;
  const value = first?.value;
  const end =
    isScalar(value) && (value.type ?? "").startsWith("BLOCK")
      ? start
      : ((value as Node | null)?.range?.[1] ?? start);
  const indent = " ".repeat(columnOf(text, start));
  if (end === start) return [{ at: start, to: start, text: `${onLine}\n${indent}` }];
  const line = endOfLine(text, end);
  return [{ at: line, to: line, text: `\n${indent}${onLine}` }];
}

type Entry = readonly [key: string, fields: readonly (readonly [string, Value])[]];

function entriesAdded(text: string, map: YAMLMap | null, entries: readonly Entry[]): Edit[] {
  if (entries.length === 0) return [];
  if (!map) throw new Error("people.yaml has no people or no units");
  const start = map.range?.[0] ?? 0;
  if (text[start] === "{") {
    const written = entries.map(
      ([key, fields]) =>
        `${JSON.stringify(key)}: {${fields.map(([name, value]) => `${JSON.stringify(name)}: ${flow(value)}`).join(", ")}}`,
    );
    return [{ at: start + 1, to: start + 1, text: written.join(", ") + (map.items.length > 0 ? ", " : "") }];
  }
  const indent = " ".repeat(columnOf(text, start));
  const lines = entries.flatMap(([key, fields]) => [
    `${indent}${scalar(key)}:`,
    ...fields.map(([name, value]) => `${indent}  ${name}: ${flow(value)}`),
  ]);
  const last = endOfLine(text, contentEnd(map));
  return [{ at: last, to: last, text: `\n${lines.join("\n")}` }];
}

/** Where the last thing in it ends, comments that follow left out. */
function contentEnd(node: unknown): number {
  if ((isMap(node) || isSeq(node)) && node.items.length > 0) {
    const last = node.items.at(-1) as Pair | Node;
    const inner = isMap(node) ? ((last as Pair).value ?? (last as Pair).key) : last;
    const end = contentEnd(inner);
    return Math.max(end, node.flow ? (node.range?.[1] ?? 0) : 0);
  }
  return (node as Node | null)?.range?.[1] ?? 0;
}

function endOfLine(text: string, at: number): number {
  if (text[at - 1] === "\n") return at - 1;
  const end = text.indexOf("\n", at);
  const line = end < 0 ? text.length : end;
  return text[line - 1] === "\r" ? line - 1 : line;
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf("\n", at - 1) + 1);
}

function flow(value: Value): string {
  if (value === null) return "null";
  return typeof value === "string" ? scalar(value) : `[${value.map(scalar).join(", ")}]`;
}

/** Quoted wherever YAML could take it for something else. */
function scalar(text: string): string {
  const plain =
    /^[\p{L}][\p{L}\p{N}@._ -]*$/u.test(text) && !/^(?:null|true|false|yes|no|on|off)$|\s$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

function mapAt(node: unknown, key: string): YAMLMap | null {
  const value = isMap(node) ? pairOf(node, key)?.value : null;
  return isMap(value) ? value : null;
}

function pairOf(map: YAMLMap | null, key: string): Pair | undefined {
  return map?.items.findLast((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

/** Every measure with its key, written or derived, as config/ reads it. */
function* measuresIn(
  node: unknown,
  above: readonly string[],
): Generator<{ key: string | null; map: YAMLMap }> {
  for (const heading of listIn(node, "headings")) {
    const under = [...above, textIn(heading, "title") ?? ""];
    for (const map of listIn(heading, "measures")) {
      const number = tidyNumber(textIn(map, "number") ?? "");
      yield { key: textIn(map, "key") ?? (number === null ? null : derivedKey(under, number)), map };
    }
    yield* measuresIn(heading, under);
  }
}

function listIn(node: unknown, key: string): YAMLMap[] {
  const list = isMap(node) ? pairOf(node, key)?.value : null;
  return isSeq(list) ? list.items.filter(isMap) : [];
}

/** One alone counts as a list of it. */
function listed(map: YAMLMap, key: string): string[] {
  const value = pairOf(map, key)?.value;
  const all = isSeq(value) ? value.items : [value];
  return all.flatMap((one) =>
    isScalar(one) && typeof one.value === "string" && one.value !== "" ? [one.value] : [],
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, n) => one === b[n]);
}

function textIn(map: YAMLMap, key: string): string | null {
  const value = pairOf(map, key)?.value;
  return isScalar(value) && typeof value.value === "string" && value.value !== "" ? value.value : null;
}

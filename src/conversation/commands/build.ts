import type { Command, Whom } from "../commands.ts";
import type { Shown } from "../replies.ts";
import type { CommandItem, CommandRound } from "./context.ts";
import type { Named, NameKind } from "./names.ts";
import type { Parts } from "./parts.ts";
import type { Intent } from "./phrases.ts";

export type Unread =
  | "nobody-named"
  | "nothing-named"
  | "too-many-named"
  | "which-unit"
  | "no-date"
  | "no-status"
  | "no-reason"
  | "no-text"
  | "no-source"
  | "no-round";

export type Built =
  | { readonly is: "command"; readonly command: Command }
  | { readonly is: "show"; readonly show: Shown }
  | { readonly is: "unread"; readonly why: Unread; readonly choices: readonly Named[] };

export interface ReadParts {
  readonly parts: Parts;
  readonly own: string;
  readonly round: CommandRound;
}

/** The command a text is, once everything in it has a meaning; or what is missing. */
export function commandFrom(intent: Intent, read: ReadParts): Built {
  const { own, round } = read;
  const inRound = { round: round.id };
  switch (intent) {
    case "open":
    case "close":
    case "ask-readers":
    case "withdraw-links":
      return command({ verb: intent, ...inRound });
    case "trial":
      return command({ verb: "trial", ...inRound, person: idsOf(read, "person")[0] ?? null });
    case "publish":
      return command({ verb: "publish", ...inRound, preface: linesOf(own) });
    case "correct":
      return own === ""
        ? unread("no-reason")
        : command({ verb: "correct", ...inRound, why: own, preface: [] });
    case "cancel":
      return own === "" ? unread("no-reason") : command({ verb: "cancel", ...inRound, because: own });
    case "show-progress":
      return { is: "show", show: { view: "progress", ...inRound } };
    case "show-review":
      return { is: "show", show: { view: "review", ...inRound } };
    case "show-draft":
      return { is: "show", show: { view: "report", ...inRound, draft: true } };
    case "show-help":
      return { is: "show", show: { view: "help" } };
    case "remind":
    case "extend":
      return aboutPeople(intent, read);
    case "assign":
      return assigned(read);
    case "approve":
    case "unapprove":
      return approved(intent, read);
    case "decide":
    case "undecide":
      return decided(intent, read);
    case "drop":
    case "restore":
      return dropped(intent, read);
    case "answer-for":
    case "edit":
    case "send-back":
    case "keep":
      return aboutItem(intent, read);
  }
}

function command(told: Command): Built {
  return { is: "command", command: told };
}

function unread(why: Unread, choices: readonly Named[] = []): Built {
  return { is: "unread", why, choices };
}

function idsOf({ parts }: ReadParts, kind: NameKind): string[] {
  return [...new Set(parts.named.filter((one) => one.kind === kind).map((one) => one.id))];
}

function aboutPeople(intent: "remind" | "extend", read: ReadParts): Built {
  const { parts, round } = read;
  const named = parts.named.filter((one) => one.kind !== "round");
  const [one] = named;
  if (new Set(named.map(({ kind, id }) => `${kind} ${id}`)).size > 1 || (one && parts.everybody))
    return unread("too-many-named");
  if (intent === "remind" && !one && !parts.everybody) return unread("nobody-named");
  const whom: Whom = one ? whomIs(one) : { of: "all" };
  if (intent === "remind") return command({ verb: "remind", round: round.id, whom, insist: parts.insist });
  if (parts.day === null) return unread("no-date");
  return command({ verb: "extend", round: round.id, whom, deadline: parts.day });
}

function whomIs({ kind, id }: Named): Whom {
  if (kind === "unit") return { of: "unit", unit: id };
  return kind === "heading" ? { of: "heading", heading: id } : { of: "person", person: id };
}

function assigned(read: ReadParts): Built {
  const [people, units, measures] = (["person", "unit", "measure"] as const).map((kind) => idsOf(read, kind));
  const [measure] = measures ?? [];
  const [unit] = units ?? [];
  if ((measures?.length ?? 0) > 1 || (units?.length ?? 0) > 1) return unread("too-many-named");
  if (!people || people.length === 0) return unread("nobody-named");
  const told = { verb: "assign", round: read.round.id, people, lasting: read.parts.lasting } as const;
  if (measure !== undefined && unit !== undefined) {
    const item = read.round.items.find((one) => one.measure === measure && one.unit === unit);
    return item
      ? command({ ...told, what: { of: "item", item: item.id } })
      : unread("which-unit", unitsOf(read, measure));
  }
  if (measure !== undefined) return command({ ...told, what: { of: "measure", measure } });
  return unit === undefined ? unread("nothing-named") : command({ ...told, what: { of: "unit", unit } });
}

function approved(intent: "approve" | "unapprove", read: ReadParts): Built {
  const headings = idsOf(read, "heading");
  const [heading] = headings;
  if (heading === undefined) return unread("nothing-named");
  if (headings.length > 1) return unread("too-many-named");
  return command({ verb: "approve", round: read.round.id, heading, approved: intent === "approve" });
}

/** Whoever types has not seen a decision that is there: overwriting one is for the page. Taking one back is not. */
function decided(intent: "decide" | "undecide", read: ReadParts): Built {
  const measures = idsOf(read, "measure");
  const [measure] = measures;
  if (measure === undefined) return unread("nothing-named");
  if (measures.length > 1) return unread("too-many-named");
  const status = intent === "decide" ? read.parts.status : null;
  if (intent === "decide" && status === null) return unread("no-status");
  const comment = read.own === "" ? null : read.own;
  const seen = intent === "decide" ? null : decisionOf(read, measure);
  return command({ verb: "decide", round: read.round.id, measure, status, comment, seen });
}

function decisionOf({ round }: ReadParts, key: string): string | null {
  return round.measures.find((measure) => measure.key === key)?.decision ?? null;
}

function dropped(intent: "drop" | "restore", read: ReadParts): Built {
  const items = itemsNamed(read);
  if (items.length === 0) return unread("nothing-named");
  const told = { round: read.round.id, items: items.map((item) => item.id) };
  if (intent === "restore") return command({ verb: "restore", ...told });
  return read.own === "" ? unread("no-reason") : command({ verb: "drop", ...told, because: read.own });
}

function itemsNamed(read: ReadParts): CommandItem[] {
  const [measures, units] = [idsOf(read, "measure"), idsOf(read, "unit")];
  return read.round.items.filter(
    (item) => measures.includes(item.measure) && (units.length === 0 || units.includes(item.unit)),
  );
}

function aboutItem(intent: "answer-for" | "edit" | "send-back" | "keep", read: ReadParts): Built {
  const [measure, ...others] = idsOf(read, "measure");
  if (measure === undefined) return unread("nothing-named");
  if (others.length > 0) return unread("too-many-named");
  const [item, ...more] = itemsNamed(read);
  if (!item || more.length > 0) return unread("which-unit", unitsOf(read, measure));
  const about = { round: read.round.id, item: item.id };
  switch (intent) {
    case "keep":
      return command({ verb: "keep", ...about });
    case "edit":
      return read.own === ""
        ? unread("no-text")
        : command({ verb: "edit", ...about, comment: read.own, seen: item.written });
    case "send-back":
      return read.own === ""
        ? unread("no-text")
        : command({ verb: "send-back", ...about, question: read.own, due: read.parts.day });
    case "answer-for":
      return answered(read, item);
  }
}

/** In brackets at the end: where the answer came from. A link's address stands in brackets too. */
const source = /(?<![\]\w])\(([^()\n]{2,200})\)\s*\.?\s*$/u;

function answered(read: ReadParts, item: CommandItem): Built {
  const { status } = read.parts;
  if (status === null) return unread("no-status");
  const from = source.exec(read.own);
  if (!from?.[1]) return unread("no-source");
  const comment = read.own.slice(0, from.index).trim();
  const { id, seen } = item;
  return command({
    verb: "answer-for",
    round: read.round.id,
    item: id,
    seen,
    status,
    comment,
    progress: null,
    from: from[1].trim(),
  });
}

function unitsOf({ round }: ReadParts, measure: string): Named[] {
  const keys = round.items.filter((item) => item.measure === measure).map((item) => item.unit);
  return keys.map((key) => ({
    kind: "unit",
    id: key,
    shown: round.units.find((unit) => unit.key === key)?.name ?? key,
  }));
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

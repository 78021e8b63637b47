import { type Assigned, type Command, type Verb, type Whom, verbs } from "../../conversation/commands.ts";
import { cleanText, longestComment } from "../../round/comment.ts";
import { readNumber } from "./read.ts";

/** Keys and ids as this project makes them: nothing that is not a letter, a digit or one of a few signs. */
const plain = /^[\p{L}\p{N}_.:~/-]{1,200}$/u;
const day = /^\d{4}-\d{2}-\d{2}$/;
/** A text that is to be refused for its length must still arrive whole; what is longer than this never does. */
const mostLetters = 4 * longestComment;
const mostItems = 500;
const mostPeople = 10;

/** A coordinator's command and whether it was confirmed; null when it is none. */
export function readCommand(fields: URLSearchParams): { command: Command; confirmed: boolean } | null {
  const verb = verbs.find((one) => one === fields.get("verb"));
  const round = idIn(fields, "round");
  if (verb === undefined || round === null) return null;
  const command = commandOf(verb, round, fields);
  return command === null ? null : { command, confirmed: isConfirmed(fields) };
}

/** Asking for a fresh preview confirms nothing, although the form it stands in would. */
function isConfirmed(fields: URLSearchParams): boolean {
  return fields.get("confirmed") === "yes" && !fields.has("preview");
}

/** What a form says, as a command; null when something it must name is missing. Empty texts are for the flow to refuse in words. */
function commandOf(verb: Verb, round: string, fields: URLSearchParams): Command | null {
  switch (verb) {
    case "open":
    case "ask-readers":
    case "close":
    case "withdraw-links":
      return { verb, round };
    case "trial":
      return { verb, round, person: idIn(fields, "person") };
    case "publish":
      return { verb, round, preface: linesIn(fields, "preface") };
    case "correct":
      return { verb, round, why: textIn(fields, "why"), preface: linesIn(fields, "preface") };
    case "cancel":
      return { verb, round, because: textIn(fields, "because") };
    case "remind":
    case "extend":
      return aboutPeople(verb, round, fields);
    case "assign": {
      const what = assignedIn(fields.get("what") ?? "");
      const people = [...new Set(idsIn(fields, "people"))].slice(0, mostPeople);
      return (
        what && {
          verb,
          round,
          what,
          people,
          lasting: fields.get("lasting") === "yes",
          ...previewSeen(fields),
        }
      );
    }
    case "approve": {
      const heading = idIn(fields, "heading");
      return heading === null ? null : { verb, round, heading, approved: fields.get("approved") !== "no" };
    }
    case "decide": {
      const measure = idIn(fields, "measure");
      const comment = textIn(fields, "comment");
      return measure === null
        ? null
        : {
            verb,
            round,
            measure,
            status: idIn(fields, "status"),
            comment: comment === "" ? null : comment,
            seen: idIn(fields, "seen"),
          };
    }
    case "drop":
    case "restore": {
      const items = [...new Set(idsIn(fields, "item"))].slice(0, mostItems);
      if (items.length === 0) return null;
      return verb === "drop"
        ? { verb, round, items, because: textIn(fields, "because") }
        : { verb, round, items };
    }
    case "keep":
    case "edit":
    case "send-back":
    case "answer-for":
      return aboutItem(verb, round, fields);
  }
}

function aboutPeople(verb: "remind" | "extend", round: string, fields: URLSearchParams): Command | null {
  const whom = whomIn(fields.get("whom") ?? "all");
  if (whom === null) return null;
  if (verb === "remind") return { verb, round, whom, insist: fields.get("insist") === "yes" };
  const deadline = dayIn(fields, "deadline");
  return deadline === null ? null : { verb, round, whom, deadline, ...previewSeen(fields) };
}

function previewSeen(fields: URLSearchParams): { seen?: string } {
  const seen = idIn(fields, "seen");
  return seen === null ? {} : { seen };
}

function aboutItem(
  verb: "keep" | "edit" | "send-back" | "answer-for",
  round: string,
  fields: URLSearchParams,
): Command | null {
  const item = idIn(fields, "item");
  if (item === null) return null;
  switch (verb) {
    case "keep":
      return { verb, round, item };
    case "edit":
      return { verb, round, item, comment: textIn(fields, "comment"), seen: textIn(fields, "seen") };
    case "send-back":
      return { verb, round, item, question: textIn(fields, "question"), due: dayIn(fields, "due") };
    case "answer-for": {
      const status = idIn(fields, "status");
      const seen = Number(fields.get("seen"));
      if (status === null) return null;
      return {
        verb,
        round,
        item,
        seen: Number.isSafeInteger(seen) && seen >= 0 ? seen : 0,
        status,
        comment: textIn(fields, "comment"),
        progress: readNumber(fields.get("progress") ?? ""),
        from: textIn(fields, "from"),
      };
    }
  }
}

/** A command as the fields of a form, so that what was previewed is what is confirmed. The lines of a preface stand in their own field. */
export function fieldsOf(command: Command): [string, string][] {
  const more: [string, string][] = [];
  for (const [name, value] of Object.entries(command) as [string, unknown][]) {
    if (name === "preface" || value === null) continue;
    if (name === "whom") more.push([name, whomText(command as { whom: Whom })]);
    else if (name === "what") more.push([name, assignedText((command as { what: Assigned }).what)]);
    else if (Array.isArray(value))
      more.push(...value.map((one): [string, string] => [name === "items" ? "item" : name, String(one)]));
    else if (typeof value === "boolean") more.push([name, value ? "yes" : "no"]);
    else if (typeof value === "string" || typeof value === "number") more.push([name, String(value)]);
  }
  return more;
}

function whomText({ whom }: { readonly whom: Whom }): string {
  return whomField(whom);
}

/** "all", "unit:eiendom", "heading:2/1", "person:kari". */
export function whomField(whom: Whom): string {
  switch (whom.of) {
    case "all":
      return "all";
    case "heading":
      return `heading:${whom.heading}`;
    case "unit":
      return `unit:${whom.unit}`;
    case "person":
      return `person:${whom.person}`;
  }
}

export function whomIn(text: string): Whom | null {
  const [, of, key = ""] = /^([a-z]+)(?::(.+))?$/.exec(text) ?? [];
  if (of === "all") return { of };
  if (!plain.test(key)) return null;
  if (of === "heading") return { of, heading: key };
  if (of === "unit") return { of, unit: key };
  return of === "person" ? { of, person: key } : null;
}

/** "item:12", "unit:eiendom", "measure:luft-1". */
function assignedText(what: Assigned): string {
  if (what.of === "item") return `item:${what.item}`;
  return what.of === "unit" ? `unit:${what.unit}` : `measure:${what.measure}`;
}

function assignedIn(text: string): Assigned | null {
  const [, of, key = ""] = /^([a-z]+):(.+)$/.exec(text) ?? [];
  if (!plain.test(key)) return null;
  if (of === "item") return { of, item: key };
  if (of === "unit") return { of, unit: key };
  return of === "measure" ? { of, measure: key } : null;
}

export function idIn(fields: URLSearchParams, name: string): string | null {
  const value = fields.get(name) ?? "";
  return plain.test(value) ? value : null;
}

export function idsIn(fields: URLSearchParams, name: string): string[] {
  return fields.getAll(name).filter((value) => plain.test(value));
}

/** A local day as a date field sends it; null when it is none. */
export function dayIn(fields: URLSearchParams, name: string): string | null {
  const value = (fields.get(name) ?? "").trim();
  return day.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}

export function textIn(fields: URLSearchParams, name: string): string {
  return cleanText((fields.get(name) ?? "").slice(0, mostLetters));
}

function linesIn(fields: URLSearchParams, name: string): string[] {
  return textIn(fields, name)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

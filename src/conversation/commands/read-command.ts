import type { Language } from "../../round/plan.ts";
import type { Command } from "../commands.ts";
import { ownWordsOf } from "../free-text/own-words.ts";
import { statusWordsOf } from "../free-text/status-words.ts";
import { tokensOf, type Token } from "../free-text/tokens.ts";
import type { Shown } from "../replies.ts";
import { commandFrom, type Unread } from "./build.ts";
import type { CommandContext, CommandRound } from "./context.ts";
import { dateAt } from "./dates.ts";
import { exampleOf } from "./examples.ts";
import { splitHead, type Split } from "./head.ts";
import { certainName, namesIn, namesOf, nameWithKind, roundNames } from "./names.ts";
import { partsOf, type Said, type Trouble, type Wanted } from "./parts.ts";
import { dates, inState, kindsOf } from "./scope.ts";
import * as words from "./phrases.ts";
import type { Intent } from "./phrases.ts";

/** More than a comment of the greatest length and everything around it. */
export const longestCommand = 6_000;

export type ReadCommand =
  /** `confirmed`: it was said with a "yes" in front, "ja, påminn alle", and needs no preview. */
  | { readonly kind: "command"; readonly command: Command; readonly confirmed: boolean }
  | { readonly kind: "show"; readonly show: Shown }
  | { readonly kind: "not-a-command" }
  | UnclearCommand;

export interface UnclearCommand {
  readonly kind: "unclear";
  readonly why: WhyNot;
  /** The words it is about, as they were written; empty when it is about all of it. */
  readonly found: string;
  /** How it is said, in the person's language. */
  readonly expected: string;
  /** The whole text again, once for everything it may have meant, and what that is. */
  readonly choices: readonly Choice[];
}

interface Choice {
  readonly say: string;
  readonly means: string;
}

export type WhyNot =
  | "which-round"
  | "no-round"
  | "unknown-word"
  | "several-names"
  | "nobody-named"
  | "nothing-named"
  | "too-many-named"
  | "which-unit"
  | "no-date"
  | "date-passed"
  | "date-not-certain"
  | "two-dates"
  | "no-status"
  | "more-than-one-status"
  | "no-reason"
  | "no-text"
  | "no-source"
  | "one-at-a-time";

/** As many as somebody chooses from at a glance. */
const mostChoices = 8;

/**
 * What a coordinator's typed text tells the bot to do, in bokmål, nynorsk or English, about the rounds in `context`.
 * Nothing is guessed: a text that begins like a command and cannot be read to its end is unclear, with how it is said.
 * Names that are not in `context` are never read. Never throws; linear in the text.
 */
export function readCommand(text: string, language: Language, context: CommandContext): ReadCommand {
  if (text.length > longestCommand) return { kind: "not-a-command" };
  const own = ownWordsOf(text).text;
  const tokens = tokensOf(own);
  const start = beginningOf(tokens);
  const first = words.begun.longestAt(tokens, start.at);
  if (!first) return { kind: "not-a-command" };
  const reader: Reader = { said: { text: own, tokens, today: context.today }, language, context, ...start };
  const { intent, weak } = first.value;
  const read = readRest(reader, intent, first.end);
  // Whoever meant an answer is not told that it was a bad command.
  return weak && read.kind === "unclear" && isGuess(read.why) ? { kind: "not-a-command" } : read;
}

/** Without it a text is never a command, whatever there is to name. */
export function beginsLikeCommand(text: string): boolean {
  if (text.length > longestCommand) return false;
  const tokens = tokensOf(ownWordsOf(text).text);
  return words.begun.has(tokens, beginningOf(tokens).at);
}

/** Words nobody knows: with a beginning that also begins answers, it was likely none of ours. */
function isGuess(why: WhyNot): boolean {
  return why === "unknown-word" || why === "one-at-a-time" || why === "no-round" || why === "nothing-named";
}

interface Reader {
  readonly said: Said;
  readonly language: Language;
  readonly context: CommandContext;
  readonly confirmed: boolean;
}

function beginningOf(tokens: readonly Token[]): { at: number; confirmed: boolean } {
  const said = words.yes.longestAt(tokens, 0)?.end ?? 0;
  const comma = said > 0 && /^[,:.!–-]$/.test(tokens[said]?.text ?? "") ? said + 1 : said;
  const polite = words.politely.longestAt(tokens, comma)?.end ?? comma;
  return { at: polite, confirmed: said > 0 };
}

function readRest(reader: Reader, begins: Intent | "give", from: number): ReadCommand {
  const intent = begins === "give" ? giving(reader.said.tokens, from) : begins;
  if (intent === "show-help") return helpOr(reader, from);
  const split = splitHead(intent, reader.said.text, reader.said.tokens, from);
  if (!split) return unclear(reader, intent, "one-at-a-time");
  const round = roundMeant(reader, intent, split);
  return "kind" in round ? round : readIn(reader, intent, split, round);
}

/** "gi Kari frist til fredag", but "gi 2.1 til Kari". */
function giving(tokens: readonly Token[], from: number): Intent {
  return tokens.some((_, at) => at >= from && words.deadlineWords.has(tokens, at)) ? "extend" : "assign";
}

function helpOr(reader: Reader, from: number): ReadCommand {
  const rest = reader.said.tokens.slice(from).some((token) => token.kind !== "line" && token.kind !== "mark");
  return rest ? { kind: "not-a-command" } : { kind: "show", show: { view: "help" } };
}

/** The round that is named; otherwise the only one there is, first among those it can be done to. */
function roundMeant(reader: Reader, intent: Intent, split: Split): CommandRound | UnclearCommand {
  const { rounds } = reader.context;
  const named = roundsNamed(reader, intent, split);
  const among = named ?? rounds;
  const fit = among.filter((round) => inState[intent].includes(round.state));
  const [only] = fit.length > 0 ? fit : among;
  if (!only) return unclear(reader, intent, "no-round");
  if ((fit.length > 0 ? fit : among).length === 1) return only;
  const choices = (fit.length > 0 ? fit : among).map((round) => ({
    kind: "round" as const,
    id: round.id,
    shown: `${round.title}, ${round.period}`,
  }));
  return unclear(reader, intent, "which-round", { at: split.to, end: split.to, named: choices });
}

/** Null when no round is named; those that everything said about it fits. */
function roundsNamed(
  { said, context }: Reader,
  intent: Intent,
  split: Split,
): readonly CommandRound[] | null {
  const names = namesOf(roundNames(context.rounds));
  const others = namesOf(context.rounds.flatMap((round) => namesIn(round, context, true)));
  const tokens = said.tokens.slice(0, split.to);
  let left: readonly CommandRound[] | null = null;
  for (let at = split.from; at < split.to; at++) {
    // "15. desember 2026" is no round called "desember 2026".
    const date = dates[intent] ? dateAt(said.text, tokens[at]?.start ?? 0, context.today) : null;
    if (date) at = lastWithin(tokens, at, date.end);
    const found = date ? null : names.at(tokens, at, ["round"]);
    if (!found) continue;
    const other = others.at(tokens, at, kindsOf[intent]);
    // Something else is called so too: whether it names a round is decided where all names are.
    if (other && other.end >= found.end) continue;
    const ids = new Set(found.named.map((one) => one.id));
    left = (left ?? context.rounds).filter((round) => ids.has(round.id));
    at = found.end - 1;
  }
  return left;
}

function lastWithin(tokens: readonly Token[], from: number, end: number): number {
  let last = from;
  while ((tokens[last + 1]?.start ?? Infinity) < end) last++;
  return last;
}

function readIn(reader: Reader, intent: Intent, split: Split, round: CommandRound): ReadCommand {
  const { said, context } = reader;
  const names = namesOf([...namesIn(round, context, intent === "assign"), ...roundNames([round])]);
  const wanted: Wanted = {
    kinds: [...kindsOf[intent], "round"],
    date: dates[intent] ?? "no",
    status: intent === "answer-for" || intent === "decide" ? statusWordsOf([round.legend]) : null,
  };
  const parts = partsOf(said, split.from, split.to, names, wanted);
  if ("is" in parts) return unclear(reader, intent, parts.is, parts);
  const built = commandFrom(intent, { parts, own: split.own, round });
  if (built.is === "command") return { kind: "command", command: built.command, confirmed: reader.confirmed };
  if (built.is === "show") return { kind: "show", show: built.show };
  return unclear(reader, intent, built.why, { at: split.to, end: split.to, named: built.choices });
}

function unclear(
  { said, language }: Reader,
  intent: Intent,
  why: Unread | Trouble["is"] | "one-at-a-time" | "no-round" | "which-round",
  about: Pick<Trouble, "at" | "end" | "named"> = { at: 0, end: 0, named: [] },
): UnclearCommand {
  const from = said.tokens[about.at]?.start ?? said.text.length;
  const to = about.end > about.at ? (said.tokens[about.end - 1]?.end ?? from) : from;
  const choices = about.named.slice(0, mostChoices).map((named) => ({
    say: retold(said.text, from, to, certainName(named, language)),
    means: nameWithKind(named, language),
  }));
  return {
    kind: "unclear",
    why,
    found: said.text.slice(from, to),
    expected: exampleOf(intent, language),
    choices,
  };
}

/** The text with a name that is certain in place of what was not, or added where it was missing. */
function retold(text: string, from: number, to: number, name: string): string {
  const before = text.slice(0, from).trimEnd();
  const after = text.slice(to);
  return `${before} ${name}${/^[\s.:,!?]|^$/.test(after) ? after : ` ${after}`}`;
}

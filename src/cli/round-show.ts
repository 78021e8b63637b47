import { operator } from "../../flows/actor.ts";
import { showReview } from "../../flows/review-report.ts";
import type { PersonProgress, Progress, RoundName } from "../conversation/messages.ts";
import { nameOfRound, progressOf, type RoundRecord } from "../conversation/show.ts";
import { wordingFor, type Wording } from "../conversation/wording.ts";
import { isoDay, listOf, moment } from "../conversation/wording/dates.ts";
import { padded, safe, widthOf, wrap } from "../documents/write/terminal-text.ts";
import type { Flag } from "../round/needs-look.ts";
import { measuresOf } from "../round/plan.ts";
import { isOpen, type Item } from "../round/round.ts";
import type { Wired } from "../wire.ts";
import { roundSentences } from "./round-sentences.ts";
import { findRound, printJson } from "./session.ts";

/** One table: who has answered, per unit and person, and why somebody has not. */
export async function showRound(wired: Wired, named: string, options: { json?: boolean }): Promise<void> {
  const { app, clock } = wired;
  const round = await findRound(wired, named);
  const record = await app.store.records.record(round);
  const progress = progressOf(record, clock.now());
  const review = await showReview(app, operator, round, clock.now());
  // Who has not answered is what the rest of the table is about.
  const flags =
    review.kind === "review" ? review.review.flags.filter((flag) => flag.is !== "unanswered") : [];
  if (options.json) return printJson({ round: nameOfRound(round), ...progress, flags });
  const words = wordingFor(app.config.settings.language);
  for (const line of describeRound(record, progress, flags, words, widthOfTerminal())) console.log(line);
}

/** Of the terminal; where there is none, as wide as a table is readable. */
export function widthOfTerminal(): number {
  return process.stdout.isTTY ? Math.max(60, process.stdout.columns) : 120;
}

interface UnitLines {
  readonly name: string;
  readonly items: readonly Item[];
  readonly open: number;
  readonly flags: number;
}

/** Units that owe most come first; those that have answered everything share a line. */
export function describeRound(
  record: RoundRecord,
  progress: Progress,
  flags: readonly Flag[],
  words: Wording,
  width: number,
): string[] {
  const sentences = roundSentences[words.language];
  const units = unitsOf(record, flags);
  const waiting = units
    .filter((unit) => unit.open > 0)
    .toSorted((a, b) => b.open - a.open || a.name.localeCompare(b.name, words.language, { numeric: true }));
  const done = units.filter((unit) => unit.open === 0);
  const columns = columnsFor(waiting, progress, words, width);
  return [
    ...heading(record, progress, flags, words),
    "",
    ...(waiting.length > 0
      ? tableLines(columns, [
          sentences.unitAndPerson,
          words.pages.progress.answered,
          words.pages.progress.missing,
          words.pages.progress.note,
        ])
      : []),
    ...waiting.flatMap((unit) => unitLines(unit, record, progress, columns, words)),
    ...(done.length > 0
      ? [
          "",
          ...wrap(
            `✓ ${sentences.allAnswered(done.length)} ${done.map(nameWithFlags(words)).join(", ")}`,
            width,
            "  ",
          ),
        ]
      : []),
  ];
}

function heading(record: RoundRecord, progress: Progress, flags: readonly Flag[], words: Wording): string[] {
  const round: RoundName = nameOfRound(record.round);
  const { pages } = words;
  const facts = [
    words.words.states[progress.state],
    words.words.answeredOf(progress.answered, progress.items),
    ...(progress.state === "open" ? [pages.progress.daysLeft(progress.workingDaysLeft)] : []),
    ...(flags.length > 0 ? [pages.review.flags(flags.length)] : []),
  ];
  return [
    safe(
      `${round.plan}, ${round.period} · ${words.words.deadline} ${moment(round.deadline, round.timeZone, words.language)}`,
    ),
    facts.join(" · "),
  ];
}

function unitsOf({ round, items }: RoundRecord, flags: readonly Flag[]): UnitLines[] {
  const owed = items.filter((item) => item.dropped === null);
  return [...Map.groupBy(owed, (item) => item.unit)].map(([unit, theirs]) => ({
    name: round.copy.units[unit] ?? unit,
    items: theirs,
    open: theirs.filter(isOpen).length,
    flags: flags.filter((flag) => theirs.some((item) => item.id === flag.item)).length,
  }));
}

function nameWithFlags(words: Wording) {
  return ({ name, flags }: UnitLines): string =>
    flags > 0 ? `${name} (${roundSentences[words.language].toLookAt(flags)})` : name;
}

function unitLines(
  unit: UnitLines,
  record: RoundRecord,
  progress: Progress,
  columns: readonly number[],
  words: Wording,
): string[] {
  const look = unit.flags > 0 ? roundSentences[words.language].toLookAt(unit.flags) : "";
  const people = Map.groupBy(unit.items, (item) => item.responders[0] ?? "");
  const waiting = [...people].filter(([, items]) => items.some(isOpen));
  return [
    ...tableLines(columns, [unit.name, count(unit.items), "", look]),
    ...waiting.flatMap(([id, items]) => {
      const person = progress.people.find((one) => one.id === id);
      const name = id === "" ? roundSentences[words.language].nobody : (person?.name ?? id);
      return tableLines(columns, [
        `  ${name}`,
        count(items),
        numbersOf(record, items.filter(isOpen)).join(", "),
        person ? notesOn(person, record, words).join("; ") : "",
      ]);
    }),
  ];
}

function count(items: readonly Item[]): string {
  return `${items.filter((item) => !isOpen(item)).length}/${items.length}`;
}

function numbersOf({ round }: RoundRecord, items: readonly Item[]): string[] {
  const numbers = new Map(measuresOf(round.copy.plan.headings).map(({ key, number }) => [key, number]));
  return items.map((item) => numbers.get(item.measure) ?? item.measure);
}

/** Why there is no answer yet, as far as it is known. */
function notesOn(person: PersonProgress, { round }: RoundRecord, words: Wording): string[] {
  const { progress } = words.pages;
  const { timeZone } = round.timetable;
  const when = (at: Date): string => moment(at, timeZone, words.language);
  const names = (some: readonly string[]): string => listOf(some, words.language);
  return [
    ...(person.unreachable === null ? [] : [words.unreachable(words.whyUnreachable(person.unreachable))]),
    ...(person.awayUntil === null ? [] : [progress.away(isoDay(person.awayUntil, words.language))]),
    ...(person.offeredTo.length === 0 ? [] : [progress.offered(names(person.offeredTo))]),
    ...(person.deputiesAsked.length === 0
      ? []
      : [roundSentences[words.language].deputies(names(person.deputiesAsked))]),
    ...(person.ownDeadline === null ? [] : [progress.ownDeadline(when(person.ownDeadline))]),
  ].map((note) => note.replace(/\.$/, ""));
}

/** Widths of name, count, missing and note. The note gets what is left. */
function columnsFor(
  units: readonly UnitLines[],
  progress: Progress,
  words: Wording,
  width: number,
): number[] {
  const names = [
    roundSentences[words.language].unitAndPerson,
    ...units.map((unit) => unit.name),
    ...progress.people.map((person) => `  ${person.name}`),
  ];
  const name = Math.min(Math.max(...names.map((text) => widthOf(safe(text)))), Math.floor(width * 0.36));
  const answered = Math.max(7, widthOf(words.pages.progress.answered));
  const left = width - name - answered - 6;
  const missing = Math.max(12, Math.floor(left * 0.45));
  return [name, answered, missing, Math.max(12, left - missing)];
}

/** A row of cells, each wrapped in its own column. */
function tableLines(columns: readonly number[], cells: readonly string[]): string[] {
  const wrapped = cells.map((cell, n) => wrapCell(cell, columns[n] ?? 12));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, n) => padded(lines[line] ?? "", columns[n] ?? 12))
      .join("  ")
      .trimEnd(),
  );
}

function wrapCell(text: string, width: number): string[] {
  const indent = /^ */.exec(text)?.[0] ?? "";
  return wrap(text.trim(), width - indent.length).map((line) => (line === "" ? "" : indent + line));
}

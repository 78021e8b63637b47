import { operator } from "../../flows/actor.ts";
import { showReview } from "../../flows/review-report.ts";
import type { Review, ReviewHeading, ReviewRow } from "../conversation/messages.ts";
import { wordingFor, type Wording } from "../conversation/wording.ts";
import { moment } from "../conversation/wording/dates.ts";
import { shownStatus, statusWord } from "../conversation/wording/report-words.ts";
import { safe, wrap } from "../documents/write/terminal-text.ts";
import type { Legend } from "../round/plan.ts";
import { SetupError } from "../setup-error.ts";
import type { Wired } from "../wire.ts";
import { widthOfTerminal } from "./round-show.ts";
import { findRound, printJson } from "./session.ts";

/** The draft heading by heading: every row in one line, and under it what needs a look. */
export async function readTogether(wired: Wired, named: string, options: { json?: boolean }): Promise<void> {
  const { app, clock } = wired;
  const round = await findRound(wired, named);
  const view = await showReview(app, operator, round, clock.now());
  if (view.kind !== "review")
    throw new SetupError(
      view.kind === "refused"
        ? wordingFor(app.config.settings.language).refused[view.why]
        : "The review cannot be shown.",
    );
  if (options.json) return printJson(view.review);
  for (const line of describeReview(
    view.review,
    round.copy.plan.legend,
    wordingFor(app.config.settings.language),
  ))
    console.log(line);
}

function describeReview(review: Review, legend: Legend, words: Wording): string[] {
  const { round, flags } = review;
  const { pages } = words;
  return [
    safe(`${round.plan}, ${round.period}`),
    flags.length === 0 ? pages.review.noFlags : pages.review.flags(flags.length),
    ...review.headings.flatMap((heading) => headingLines(heading, review, legend, words)),
  ];
}

function headingLines(heading: ReviewHeading, { round }: Review, legend: Legend, words: Wording): string[] {
  const { review } = words.pages;
  const { approved } = heading;
  const indent = "  ".repeat(heading.depth - 1);
  const read = heading.readers.map(({ name, readAt }) =>
    readAt === null
      ? review.notRead(name)
      : review.hasRead(name, moment(readAt, round.timeZone, words.language)),
  );
  const state =
    approved === null
      ? review.notApproved
      : review.approvedBy(approved.by, moment(approved.at, round.timeZone, words.language));
  return [
    "",
    ...wrap(`${heading.place}  ${heading.title}`, widthOfTerminal()).map((line) => indent + line),
    `${indent}${[state, ...read].join(" · ")}`,
    ...heading.rows.flatMap((row) => rowLines(row, legend, words).map((line) => indent + line)),
  ];
}

function rowLines(row: ReviewRow, legend: Legend, words: Wording): string[] {
  const status = statusWord(shownStatus(row.status, legend, words.language));
  const unitOf = (item: string | null): string => row.items.find((one) => one.id === item)?.unit ?? "";
  const looks = Map.groupBy(row.flags, (flag) => words.flags[flag.is]);
  return [
    ...wrap(`  ${row.number} ${row.short}: ${status}`, widthOfTerminal(), "      "),
    ...[...looks].map(([what, of]) => {
      const units = of.map((flag) => unitOf(flag.item)).filter((unit) => unit !== "");
      return safe(`      ! ${what}${units.length > 0 ? ` (${units.join(", ")})` : ""}`);
    }),
  ];
}

import type { Command } from "../conversation/commands.ts";
import { wordingFor } from "../conversation/wording.ts";
import { shownStatus, statusWord } from "../conversation/wording/report-words.ts";
import type { Item, Round } from "../round/round.ts";
import type { Wired } from "../wire.ts";
import { inRound } from "./named.ts";
import { roundSentences } from "./round-sentences.ts";
import { findRound } from "./session.ts";
import { isMeant, refuse, tell } from "./tell.ts";

export interface Writing {
  readonly unit?: string;
  readonly yes?: boolean;
  readonly from?: string;
  readonly comment?: string;
  readonly progress?: number;
  readonly due?: string;
  readonly undo?: boolean;
}

export interface About {
  /** As they were typed. */
  readonly named: string;
  readonly measure: string;
}

/** What somebody writes is written at once in the chat, so here what stands is shown first, and nothing newer is overwritten. */

export async function answerFor(wired: Wired, about: About, status: string, options: Writing): Promise<void> {
  const { round, at, item } = await itemOf(wired, about, options.unit);
  const [key, comment] = [at.status(status), options.comment ?? ""];
  const told: Command = {
    verb: "answer-for",
    round: round.id,
    item: item.id,
    seen: item.revisions,
    status: key,
    comment,
    progress: options.progress ?? null,
    from: options.from ?? "",
  };
  await write(
    wired,
    round,
    told,
    standing(wired, round, item),
    `${word(wired, round, key)} ${comment}`,
    options,
  );
}

export async function editComment(
  wired: Wired,
  about: About,
  comment: string,
  options: Writing,
): Promise<void> {
  const { round, item } = await itemOf(wired, about, options.unit);
  const seen = item.answer?.comment ?? "";
  const told: Command = { verb: "edit", round: round.id, item: item.id, comment, seen };
  await write(wired, round, told, standing(wired, round, item), comment, options);
}

export async function sendBack(
  wired: Wired,
  about: About,
  question: string,
  options: Writing,
): Promise<void> {
  const { round, at, item } = await itemOf(wired, about, options.unit);
  const due = options.due === undefined ? null : at.day(options.due);
  const told: Command = { verb: "send-back", round: round.id, item: item.id, question, due };
  console.error(standing(wired, round, item));
  await tell(wired, told, options);
}

export async function decide(
  wired: Wired,
  about: About,
  status: string | undefined,
  options: Writing,
): Promise<void> {
  const round = await findRound(wired, about.named);
  const at = await inRound(wired, round);
  const measure = at.measure(about.measure);
  const decided = (await wired.app.store.reviews.decisions(round.id)).get(measure);
  const key = status === undefined ? null : at.status(status);
  const told: Command = {
    verb: "decide",
    round: round.id,
    measure,
    status: key,
    comment: options.comment ?? null,
    seen: decided?.id ?? null,
  };
  const items = (await wired.app.store.rounds.items(round.id)).filter((item) => item.measure === measure);
  const { was } = roundSentences[wired.app.config.settings.language];
  const stands = decided?.status
    ? `${was(`${word(wired, round, decided.status)} ${decided.comment ?? ""}`)}\n`
    : "";
  const shown = stands + items.map((item) => standing(wired, round, item)).join("\n");
  const becomes = key === null ? "–" : `${word(wired, round, key)} ${options.comment ?? ""}`;
  await write(wired, round, told, shown, becomes, options);
}

async function itemOf(wired: Wired, { named, measure }: About, unit: string | undefined) {
  const round = await findRound(wired, named);
  const at = await inRound(wired, round);
  const { id } = at.item(measure, unit);
  const item = (await wired.app.store.rounds.items(round.id)).find((one) => one.id === id);
  if (!item) throw new Error(`round ${round.id}: item ${id} is gone`);
  return { round, at, item };
}

/** Asks, unless it was said not to; a flow that asks by itself is told that it was. */
async function write(
  wired: Wired,
  round: Round,
  told: Command,
  stands: string,
  becomes: string,
  { yes }: Writing,
): Promise<void> {
  const { language } = wired.app.config.settings;
  if (yes !== true) {
    console.error(stands);
    console.error(roundSentences[language].becomes(becomes.trim()));
    console.error(wordingFor(language).confirm.title[told.verb](round.period));
    if (!(await isMeant(language))) return refuse();
  }
  await tell(wired, told, { yes: true });
}

/** "2.1 Solceller, Skole: ◐ Pågår – Avtalen er signert." */
function standing(wired: Wired, round: Round, item: Item): string {
  const { unanswered } = wordingFor(wired.app.config.settings.language).words;
  const { answer } = item;
  const said =
    answer === null || answer.status === null
      ? unanswered
      : `${word(wired, round, answer.status)}${answer.comment === "" ? "" : ` – ${answer.comment}`}`;
  return `${item.measure}, ${round.copy.units[item.unit] ?? item.unit}: ${said}`;
}

function word({ app }: Wired, round: Round, status: string): string {
  return statusWord(shownStatus(status, round.copy.plan.legend, app.config.settings.language));
}

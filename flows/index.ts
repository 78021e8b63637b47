/**
 * The product in two tables: what a person said → the flow that takes it, and what is due → the flow that sees to it.
 * Each flow is one file, named for what it does.
 */
import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { View } from "../src/conversation/messages.ts";
import type { Heard, Shown } from "../src/conversation/replies.ts";
import type { Language } from "../src/round/plan.ts";
import { may } from "../src/round/rights.ts";
import { rolesFor, type Actor } from "./actor.ts";
import { askOwners } from "./ask-owners.ts";
import { chooseLanguage } from "./choose-language.ts";
import { closeDueRounds, closeRound } from "./close-round.ts";
import { escalate } from "./escalate.ts";
import { openRound, prepareDueRounds, sendToMyself } from "./open-round.ts";
import { publishReport, tellOfPublished } from "./publish-report.ts";
import { reviewReport } from "./review-report.ts";
import { showDesk, showForm, showHelp } from "./show-desk.ts";
import { showProgress, showRounds } from "./show-progress.ts";
import { sameAsLast, takeAnswer, takeTyped, unsayAnswer, withdrawAnswer } from "./take-answer.ts";

/** What a person said → flow. Resolves after commit, with what to show them in their language; what could not be stored is said so. */
export async function hear(app: App, heard: Heard, now: Date): Promise<{ view: View; language: Language }> {
  try {
    return await take(app, heard, now);
  } catch (error) {
    if (!app.store.isOutage(error)) throw error;
    app.log.error({ source: heard.source }, "the database did not take it");
    return { view: { kind: "refused", why: "not-stored" }, language: app.config.settings.language };
  }
}

async function take(app: App, heard: Heard, now: Date): Promise<{ view: View; language: Language }> {
  const person = await app.store.people.by(heard.from);
  if (!person)
    return { view: { kind: "refused", why: "unknown-person" }, language: app.config.settings.language };
  const actor: Actor = { id: person.id, person: person.id, name: person.name };
  const { reply } = heard;
  const flow = (): Promise<View> | View => {
    switch (reply.kind) {
      case "answer":
        return takeAnswer(app, person, heard, reply.said);
      case "same-as-last":
        return sameAsLast(app, person, heard, reply.items);
      case "withdraw":
        return withdrawAnswer(app, person, heard, reply.items);
      case "unsaid":
        return unsayAnswer(app, person, heard);
      case "text":
        return takeTyped(app, person, heard, reply.text);
      case "language":
        return chooseLanguage(app, person, reply.language);
      case "show":
        return show(app, actor, reply.show, now);
      case "command":
        return command(app, actor, reply.command, reply.confirmed, now, `${heard.source} ${heard.version}`);
    }
  };
  const view = await flow();
  const spoken = reply.kind === "language" ? (await app.store.people.get(person.id))?.language : undefined;
  return { view, language: spoken ?? person.language };
}

/** What is due → flow, in this order, at every tick. Each works out afresh what is due, so a tick that was missed needs no repair. */
export async function tick(app: App, now: Date): Promise<void> {
  await prepareDueRounds(app, now);
  await closeDueRounds(app, now);
  // News comes before nudges: whoever gets some today is asked tomorrow.
  await tellOfPublished(app, now);
  await escalate(app, now);
  await askOwners(app, now);
}

/** What a coordinator told the bot to do, in chat, on a page or on the command line. */
export async function command(
  app: App,
  actor: Actor,
  told: Command,
  confirmed: boolean,
  now: Date,
  source: string,
): Promise<View> {
  const round = await app.store.rounds.get(told.round);
  if (!round) return { kind: "refused", why: "no-such-round" };
  if (!may(rolesFor(app, actor, round), { do: "steer", round })) {
    await app.store.events.refused(now, actor.id, `${told.verb} not-coordinator`, source, null);
    return { kind: "refused", why: "not-coordinator" };
  }
  switch (told.verb) {
    case "open":
      return openRound(app, actor, round, confirmed, now);
    case "trial":
      return sendToMyself(app, actor, round, told.person, now);
    case "close":
      return closeRound(app, actor, round, confirmed, now);
    case "publish":
      return publishReport(app, actor, round, told.preface, confirmed, now);
  }
}

async function show(app: App, actor: Actor, shown: Shown, now: Date): Promise<View> {
  switch (shown.view) {
    case "desk":
      return showDesk(app, actor);
    case "form":
      return showForm(app, actor, shown.items, shown.round);
    case "rounds":
      return showRounds(app, actor, now);
    case "help":
      return showHelp(app, actor);
    case "progress":
    case "report": {
      const round = await app.store.rounds.get(shown.round);
      if (!round) return { kind: "refused", why: "no-such-round" };
      return shown.view === "report"
        ? reviewReport(app, actor, round, shown.draft)
        : showProgress(app, actor, round, now);
    }
  }
}

/**
 * The product in two tables: what a person said → the flow that takes it, and what is due → the flow that sees to it.
 * Each flow is one file, named for what it does.
 */
import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { View } from "../src/conversation/messages.ts";
import type { Heard, Reply, Shown } from "../src/conversation/replies.ts";
import type { Language } from "../src/round/plan.ts";
import { may } from "../src/round/rights.ts";
import { rolesFor, type Actor } from "./actor.ts";
import { answerFor } from "./answer-for.ts";
import { approveHeading, askReaders, readDraft } from "./approve-heading.ts";
import { askColleague, giveText } from "./ask-colleague.ts";
import { askOwners } from "./ask-owners.ts";
import { cancelRound } from "./cancel-round.ts";
import { assignPeople } from "./change-contacts.ts";
import { chooseLanguage } from "./choose-language.ts";
import { closeDueRounds, closeRound } from "./close-round.ts";
import { correctReport } from "./correct-report.ts";
import { decideRow } from "./decide-row.ts";
import { dropMeasures, keepMeasure, proposeDrop, restoreMeasures } from "./drop-measure.ts";
import { editComment } from "./edit-comment.ts";
import { escalate } from "./escalate.ts";
import { extendRound } from "./extend-round.ts";
import { goAway } from "./go-away.ts";
import { answerOffer, offerItems } from "./hand-over.ts";
import { openRound, prepareDueRounds, sendToMyself } from "./open-round.ts";
import { publishReport, tellOfPublished } from "./publish-report.ts";
import { remindNow } from "./remind-now.ts";
import { showReport, showReview } from "./review-report.ts";
import { sendBack } from "./send-back.ts";
import { showDesk, showForm, showHelp } from "./show-desk.ts";
import { showProgress, showRounds } from "./show-progress.ts";
import { sameAsLast, takeAnswer, takeTyped, unsayAnswer, withdrawAnswer } from "./take-answer.ts";
import { withdrawLinks } from "./withdraw-links.ts";

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
  const flow = (reply: Reply): Promise<View> | View => {
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
        return takeTyped(app, person, heard, reply.text, flow);
      case "language":
        return chooseLanguage(app, person, reply.language);
      case "hand-over":
        return offerItems(app, actor, heard, reply, now);
      case "take-over":
        return answerOffer(app, actor, heard, reply, now);
      case "away":
        return goAway(app, actor, reply.until, now);
      case "propose-drop":
        return proposeDrop(app, actor, heard, reply, now);
      case "ask-colleague":
        return askColleague(app, actor, heard, reply, now);
      case "give-text":
        return giveText(app, actor, heard, reply, now);
      case "read":
        return readDraft(app, actor, reply.round, now);
      case "show":
        return show(app, actor, reply.show, now);
      case "command":
        return command(app, actor, reply.command, reply.confirmed, now, `${heard.source} ${heard.version}`);
    }
  };
  const view = await flow(heard.reply);
  const spoken =
    heard.reply.kind === "language" ? (await app.store.people.get(person.id))?.language : undefined;
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
  const steer = [app, actor, round] as const;
  switch (told.verb) {
    case "open":
      return openRound(...steer, confirmed, now);
    case "trial":
      return sendToMyself(...steer, told.person, now);
    case "remind":
      return remindNow(...steer, told, confirmed, now);
    case "extend":
      return extendRound(...steer, told, confirmed, now);
    case "assign":
      return assignPeople(...steer, told, confirmed, now);
    case "answer-for":
      return answerFor(...steer, told, now);
    case "drop":
      return dropMeasures(...steer, told, confirmed, now);
    case "restore":
      return restoreMeasures(...steer, told, now);
    case "keep":
      return keepMeasure(...steer, told, now);
    case "decide":
      return decideRow(...steer, told, now);
    case "edit":
      return editComment(...steer, told, now);
    case "send-back":
      return sendBack(...steer, told, confirmed, now);
    case "approve":
      return approveHeading(...steer, told, now);
    case "ask-readers":
      return askReaders(...steer, confirmed, now);
    case "close":
      return closeRound(...steer, confirmed, now);
    case "publish":
      return publishReport(...steer, told.preface, confirmed, now);
    case "correct":
      return correctReport(...steer, told, confirmed, now);
    case "withdraw-links":
      return withdrawLinks(...steer, confirmed, now);
    case "cancel":
      return cancelRound(...steer, told, confirmed, now);
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
    case "review":
    case "report": {
      const round = await app.store.rounds.get(shown.round);
      if (!round) return { kind: "refused", why: "no-such-round" };
      if (shown.view === "report") return showReport(app, actor, round, shown.draft);
      return shown.view === "review"
        ? showReview(app, actor, round, now)
        : showProgress(app, actor, round, now);
    }
  }
}

import type { Message, RoundName } from "../../conversation/messages.ts";
import { listOf, moment } from "../../conversation/wording/dates.ts";
import { wordingFor, type Wording } from "../../conversation/wording.ts";
import type { Language } from "../../round/plan.ts";
import type { Report } from "../../round/report.ts";
import type { Drawing } from "./draw-item.ts";
import { drawNews } from "./draw-news.ts";
import { drawNudge } from "./draw-nudge.ts";
import { reportSummary } from "./draw-summary.ts";
import { silentPerson } from "./draw-silent.ts";
import { html, type Markup } from "./markup.ts";

/** The HTML of a message as the inbox keeps it: relative addresses only, so that no token is ever stored. */
export function drawMessage(message: Message, notice: string, language: Language): string {
  const words = wordingFor(language);
  const how: Drawing = { words, base: "", inChat: true, submission: (of) => `${notice}.${of}` };
  return html`<div class="message ${message.kind}">${body(message, how)}</div>`.text;
}

function body(message: Message, how: Drawing): Markup {
  const { words } = how;
  switch (message.kind) {
    case "ask":
    case "remind":
    case "deputy":
      return drawNudge(message, how);
    case "moved":
      return html`<p class="quiet">${words.moved}</p>`;
    case "trial":
      return html`<p><strong>${words.trial.text(message.of.person.name)}</strong></p>
        <blockquote>${drawNudge({ kind: "ask", desk: message.of, link: null }, how)}</blockquote>`;
    case "deputy-asked":
      return html`<p>
          ${words.deputyAsked.text(listOf(message.deputies, words.language), message.items.length, message.round.plan)}
          ${words.deputyAsked.stillYours}
        </p>
        <ul>
          ${message.items.map((item) => html`<li>${item.number} ${item.short}</li>`)}
        </ul>`;
    case "ready":
      return html`<p>${words.ready.text(message.round.period, message.round.plan)}</p>
        <p><a class="button" href="progress/${message.round.id}">${words.buttons.seeRound}</a></p>`;
    case "digest":
      return drawDigest(message, words);
    case "published":
      return html`<p><strong>${words.published.text(message.round.plan, message.round.period)}</strong></p>
        ${message.answered && html`<p>${words.published.thanks}</p>`}
        ${reportSummary(message.report, words)}${reportLink(message.round, words)}`;
    case "summary":
      return html`${toLeadership(message.round, message.report, words)}${reportLink(message.round, words)}
        <p class="quiet proof">${words.summary.proof(message.sha256)}</p>`;
    case "answered-for":
    case "cancelled":
    case "corrected":
    case "deadline-moved":
    case "drop-proposed":
    case "dropped":
    case "edited":
    case "hand-over":
    case "hand-over-answered":
    case "reader-asked":
    case "sent-back":
    case "text-asked":
    case "text-given":
      return drawNews(message, how);
  }
}

/** What leadership gets before the links to it: the coordinator's own lines, the numbers, what changed and what is missing. */
export function toLeadership(round: RoundName, report: Report, words: Wording): Markup {
  return html`<p><strong>${words.summary.text(round.plan, round.period)}</strong></p>
    ${report.preface.map((line) => html`<p dir="auto">${line}</p>`)}${reportSummary(report, words)}`;
}

function reportLink(round: RoundName, words: Wording): Markup {
  return html`<p><a class="button" href="report/${round.id}">${words.buttons.readReport}</a></p>`;
}

function drawDigest(digest: Extract<Message, { kind: "digest" }>, words: Wording): Markup {
  const { round, progress, people } = digest;
  const deadline = moment(round.deadline, round.timeZone, words.language);
  const missing = progress.items - progress.answered;
  const text =
    digest.about === "unreachable"
      ? words.digest.unreachable(people.length, round.plan)
      : words.digest.text(missing, progress.items, round.plan, deadline, progress.state === "closed");
  return html`<p><strong>${text}</strong></p>
    <ul>
      ${people.map((person) => silentPerson(person, words))}
    </ul>
    <p><a class="button" href="progress/${round.id}">${words.buttons.seeProgress}</a></p>`;
}

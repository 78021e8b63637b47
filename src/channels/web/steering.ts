import type { Verb } from "../../conversation/commands.ts";
import type { Sent, View } from "../../conversation/messages.ts";
import type { Report } from "../../round/report.ts";
import { showOther } from "./answering.ts";
import { drawConfirm } from "./draw-confirm.ts";
import { toLeadership } from "./draw-message.ts";
import { haveRead } from "./draw-news.ts";
import { drawProgress } from "./draw-progress.ts";
import { drawRounds } from "./draw-rounds.ts";
import { drawSent } from "./draw-sent.ts";
import { drawTalk } from "./draw-talk.ts";
import { alreadySafe, html, type Markup } from "./markup.ts";
import { readCommand, textIn } from "./read-command.ts";
import { type Returning, returnAddress, returningIn } from "./returning.ts";
import { doneBanner, whole } from "./review-pages.ts";
import type { Visit } from "./visit.ts";

export async function showRounds(visit: Visit): Promise<void> {
  const view = await visit.show({ view: "rounds" });
  if (view.kind !== "rounds") return showOther(visit, view);
  visit.send("rounds", visit.words.pages.titles.rounds, drawRounds(view.rounds, visit.drawing()), {
    live: true,
  });
}

export async function showProgress(visit: Visit, round: string): Promise<void> {
  const view = await visit.show({ view: "progress", round });
  if (view.kind !== "progress") return showOther(visit, view);
  const title = `${visit.words.pages.titles.progress}: ${view.round.plan}, ${view.round.period}`;
  const page = whole(visit.request.query["page"]);
  const withContacts = visit.deps.contacts !== null;
  const main = drawProgress(view, page, doneBanner(visit), visit.drawing(), withContacts);
  visit.send("progress", title, main, { live: true });
}

/** The first time a command comes, it is shown with names and numbers; it is done when it comes confirmed. */
export async function takeCommand(visit: Visit): Promise<void> {
  const read = readCommand(visit.fields);
  if (read === null) return visit.notFound();
  const view = await visit.hear({ kind: "command", ...read });
  if (view.kind === "confirm") return askToConfirm(visit, view);
  if (view.kind !== "done") return showOther(visit, view);
  const drawing = visit.drawing();
  if (drawing.inChat) {
    const talk = html`<div class="message">${drawTalk(view, drawing)}</div>`.text;
    await visit.deps.inbox.say(visit.opened.account, talk, visit.deps.now(), false);
    return visit.redirect("chat#newest");
  }
  const returning = returningIn(visit.fields);
  if (view.sent !== null && !view.already && isWorthTelling(view.verb, view.sent, returning))
    return tellWhatWasSent(visit, view, view.sent, returning);
  const done = `done=${view.verb}${view.already ? "&already" : ""}`;
  visit.redirect(returnAddress(returning, view.round.id, done));
}

/** Whoever reads the draft through row by row goes on with it, unless somebody does not hear what they should. */
function isWorthTelling(verb: Verb, { unreachable, leftOut }: Sent, { to }: Returning): boolean {
  const ofOneRow: readonly Verb[] = ["edit", "answer-for", "keep", "send-back", "drop", "assign"];
  return to !== "review" || !ofOneRow.includes(verb) || unreachable.length + leftOut.length > 0;
}

async function askToConfirm(visit: Visit, view: Extract<View, { kind: "confirm" }>): Promise<void> {
  const { fields } = visit;
  const preface = textIn(fields, "preface");
  const title = visit.words.confirm.title[view.command.verb](view.round.period);
  const draft = await draftFor(visit, view);
  const lines = preface === "" ? [] : preface.split("\n").filter((line) => line.trim() !== "");
  const around = {
    returning: returningIn(fields),
    preface,
    preview: draft && toLeadership(view.round, withLines(draft, lines), visit.words),
    legend: draft?.legend ?? [],
  };
  visit.send(
    null,
    title,
    html`<h1>${title}</h1>
      ${drawConfirm(view, around, visit.drawing())}`,
  );
}

/** What leadership would get if it were published as it stands, under the lines that were typed. */
async function draftFor(
  visit: Visit,
  { command, round }: Extract<View, { kind: "confirm" }>,
): Promise<Report | null> {
  if (command.verb !== "publish" && command.verb !== "correct") return null;
  const view = await visit.show({ view: "report", round: round.id, draft: true });
  return view.kind === "report" ? { ...view.report, preface: command.preface } : null;
}

function withLines(draft: Report, lines: readonly string[]): Report {
  return lines.length === 0 ? draft : { ...draft, preface: lines };
}

/** Names cannot go into an address, so this page is the answer to the form itself. Sent again it says that it was done. */
function tellWhatWasSent(
  visit: Visit,
  { verb, round }: Extract<View, { kind: "done" }>,
  sent: Sent,
  returning: Returning,
): void {
  const { words } = visit;
  const how = visit.drawing();
  const title = words.done[verb];
  const back = returning.to === "review" ? words.pages.review.title : words.pages.titles.progress;
  visit.send(
    null,
    title,
    html`<h1>${title}</h1>
      <p class="quiet"><span dir="auto">${round.plan}</span>, ${round.period}</p>
      <div class="notice" role="status" id="saved" tabindex="-1">${drawSent(sent, round, how)}</div>
      <p><a class="button" href="${how.base}${returnAddress(returning, round.id)}">${back}</a></p>`,
  );
}

/** A round's report as a page, or as a file when the address ends in a format's extension. */
export async function showReport(visit: Visit, address: string): Promise<void> {
  const { deps, opened, request, words } = visit;
  const file = deps.drawReport.files.find(({ extension }) => address.endsWith(`.${bare(extension)}`));
  const round = file ? address.slice(0, -(bare(file.extension).length + 1)) : address;
  if (opened.opens === "report" && round !== opened.round) return visit.notFound();

  const draft = request.query["draft"] !== undefined && opened.opens !== "report";
  const view = await visit.show({ view: "report", round, draft });
  if (view.kind !== "report") return showOther(visit, view);
  if (file) {
    const name = `${view.report.plan.key}-${view.round.period}`.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
    visit.response.attachment(`${name}.${bare(file.extension)}`).set("content-type", file.mime);
    // Express must not add a charset of its own to bytes that are hashed.
    return void visit.response.end(file.write(view.report));
  }
  const isDraft = view.report.version === null;
  const main = html`${isDraft && readerNote(visit, round)}${downloads(visit, round, isDraft, draft)}${alreadySafe(deps.drawReport.html(view.report))}${
    view.sha256 !== null && html`<p class="quiet proof">${words.summary.proof(view.sha256)}</p>`
  }`;
  const title = `${words.pages.titles.report}: ${view.round.plan}, ${view.round.period}`;
  visit.send("report", title, main, { report: true, live: isDraft });
}

/** Whoever was asked to read says so here: a reader's own link opens the draft, and the message in the chat says why it links to it. */
function readerNote(visit: Visit, round: string): Markup | null {
  const { query } = visit.request;
  const { review } = visit.words.pages;
  if (query["thanks"] !== undefined)
    return html`<p class="notice" role="status" id="saved" tabindex="-1">${review.readMarked}</p>`;
  if (query["read"] === undefined && visit.opened.opens !== "report") return null;
  return html`<div class="look">
    <p>${review.readMark}</p>
    ${haveRead(round, visit.drawing())}
  </div>`;
}

function bare(extension: string): string {
  return extension.replace(/^\./, "");
}

function downloads({ deps, words }: Visit, round: string, isDraft: boolean, draft: boolean): Markup {
  const { report } = words.pages;
  return html`${isDraft && html`<p class="draftnote">${report.draft}</p>`}
    <p class="downloads">
      <span class="lead">${report.download}:</span> ${deps.drawReport.files.map(
        ({ format, extension }) =>
          html`<a href="${round}.${bare(extension)}${draft && "?draft"}" download>${format}</a> `,
      )}
    </p>`;
}

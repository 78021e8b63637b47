import { type Verb, verbs } from "../../conversation/commands.ts";
import { showOther } from "./answering.ts";
import { drawConfirm } from "./draw-confirm.ts";
import { drawProgress } from "./draw-progress.ts";
import { drawRounds } from "./draw-rounds.ts";
import { drawTalk } from "./draw-talk.ts";
import { alreadySafe, html, type Markup } from "./markup.ts";
import { readCommand } from "./read.ts";
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
  visit.send("progress", title, drawProgress(view, doneBanner(visit), visit.drawing()), { live: true });
}

function doneBanner({ request, words }: Visit): Markup | null {
  const verb: Verb | undefined = verbs.find((one) => one === request.query["done"]);
  if (verb === undefined) return null;
  const already = request.query["already"] !== undefined;
  return html`<div class="notice" role="status" id="saved" tabindex="-1">
    <p><strong>${already ? words.done.already : words.done[verb]}</strong></p>
  </div>`;
}

/** The first time a command comes, it is shown with names and numbers; it is done when it comes confirmed. */
export async function takeCommand(visit: Visit): Promise<void> {
  const read = readCommand(visit.fields);
  if (read === null) return visit.notFound();
  const view = await visit.hear({ kind: "command", ...read });
  const drawing = visit.drawing();
  if (view.kind === "confirm") {
    const title = visit.words.confirm.title[view.command.verb](view.round.period);
    return visit.send(
      null,
      title,
      html`<h1>${title}</h1>
        ${drawConfirm(view, visit.fields.get("preface") ?? "", drawing)}`,
    );
  }
  if (view.kind !== "done") return showOther(visit, view);
  if (!drawing.inChat) {
    return visit.redirect(`progress/${view.round.id}?done=${view.verb}${view.already ? "&already" : ""}`);
  }
  const talk = html`<div class="message">${drawTalk(view, drawing)}</div>`.text;
  await visit.deps.inbox.say(visit.opened.account, talk, visit.deps.now(), false);
  visit.redirect("chat#newest");
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
  const main = html`${downloads(visit, round, draft)}${alreadySafe(deps.drawReport.html(view.report))}${
    view.sha256 !== null && html`<p class="quiet proof">${words.summary.proof(view.sha256)}</p>`
  }`;
  const title = `${words.pages.titles.report}: ${view.round.plan}, ${view.round.period}`;
  visit.send("report", title, main, { report: true, live: draft });
}

function bare(extension: string): string {
  return extension.replace(/^\./, "");
}

function downloads({ deps, words }: Visit, round: string, draft: boolean): Markup {
  const { report } = words.pages;
  return html`${draft && html`<p class="draftnote">${report.draft}</p>`}
    <p class="downloads">
      <span class="lead">${report.download}:</span> ${deps.drawReport.files.map(
        ({ format, extension }) =>
          html`<a href="${round}.${bare(extension)}${draft && "?draft"}" download>${format}</a> `,
      )}
    </p>`;
}

import type { Request } from "express";
import { verbs } from "../../conversation/commands.ts";
import { showOther } from "./answering.ts";
import { drawReview } from "./draw-review.ts";
import { drawItemStep, drawRoundStep, steps, type Chosen, type Step } from "./draw-steps.ts";
import { html, type Markup } from "./markup.ts";
import { whomIn } from "./read-command.ts";
import { placeIn } from "./returning.ts";
import { partsOf, partWith } from "./review-parts.ts";
import type { Visit } from "./visit.ts";

/** The draft, to be read through. */
export async function showReview(visit: Visit, round: string): Promise<void> {
  const view = await visit.show({ view: "review", round });
  if (view.kind !== "review") return showOther(visit, view);
  const { query } = visit.request;
  const { review } = view;
  const at = placeIn(query["at"]);
  const part = at === null ? Math.max(1, whole(query["part"])) - 1 : partWith(partsOf(review), at);
  const title = `${visit.words.pages.review.title}: ${review.round.plan}, ${review.round.period}`;
  const opened = { part, at, done: doneBanner(visit) };
  visit.send("review", title, drawReview(review, opened, visit.drawing()), { live: true });
}

export function whole(value: unknown): number {
  const number = Number(value);
  return typeof value === "string" && Number.isSafeInteger(number) && number > 0 ? number : 1;
}

/** What was just done, as the address of the page says it. */
export function doneBanner({ request, words }: Visit): Markup | null {
  const verb = verbs.find((one) => one === request.query["done"]);
  if (verb === undefined) return null;
  const already = request.query["already"] !== undefined;
  return html`<div class="notice" role="status" id="saved" tabindex="-1">
    <p><strong>${already ? words.done.already : words.done[verb]}</strong></p>
  </div>`;
}

/** The form of a command that needs something said. Looking at it does nothing; its form leads to the confirmation. */
export async function showStep(visit: Visit, round: string): Promise<void> {
  const { query } = visit.request;
  const step = steps.find((one) => one === query["verb"]);
  if (step === undefined) return visit.notFound();
  const chosen = chosenIn(query);
  if (step === "assign" || step === "answer-for" || step === "drop") {
    const view = await visit.show({ view: "review", round });
    if (view.kind !== "review") return showOther(visit, view);
    return send(visit, step, drawItemStep(step, view.review, chosen, visit.drawing()));
  }
  const view = await visit.show({ view: "progress", round });
  if (view.kind !== "progress") return showOther(visit, view);
  send(visit, step, drawRoundStep(step, view, chosen, visit.drawing()));
}

function send(visit: Visit, step: Step, body: Markup): void {
  const title = visit.words.pages.steps.verbs[step];
  visit.send(
    null,
    title,
    html`<h1>${title}</h1>
      ${body}`,
  );
}

function chosenIn(query: Request["query"]): Chosen {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === "string" ? value.slice(0, 250) : "";
  };
  return {
    whom: whomIn(text("whom")),
    what: text("what"),
    person: text("person"),
    item: text("item"),
    find: text("find").slice(0, 100),
    returning: { to: text("to") === "review" ? "review" : "progress", at: placeIn(text("at")) },
  };
}

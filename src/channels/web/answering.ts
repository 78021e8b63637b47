import type { Filled, View } from "../../conversation/messages.ts";
import { itemsOn } from "../../conversation/desk.ts";
import type { Asked } from "./forms.ts";
import { drawForm, itemsOfForm } from "./forms.ts";
import { drawDesk, type Saved } from "./draw-desk.ts";
import { drawTalk, isWithdrawn } from "./draw-talk.ts";
import { html } from "./markup.ts";
import { notedIn } from "./noted-address.ts";
import { readSent, type Sent } from "./read.ts";
import type { Visit } from "./visit.ts";

type FormView = Extract<View, { kind: "form" }>;

const nothingAsked: Asked = { items: [], chosen: null, note: null, fault: null, numbers: {} };

export async function showDesk(visit: Visit): Promise<void> {
  const view = await visit.show({ view: "desk" });
  if (view.kind !== "desk") return showOther(visit, view);
  const { query } = visit.request;
  const saved = notedIn(query) ?? savedIn(query);
  visit.send("desk", visit.words.pages.titles.desk, drawDesk(view.desk, saved, visit.drawing()), {
    live: true,
  });
}

function savedIn(query: Visit["request"]["query"]): Saved | null {
  const withdrawn = query["withdrawn"] !== undefined;
  const count = Number(query[withdrawn ? "withdrawn" : "saved"]);
  return Number.isSafeInteger(count) && count > 0
    ? { count, withdrawn, crossed: listIn(query["crossed"]) }
    : null;
}

export async function showForm(visit: Visit): Promise<void> {
  const { query } = visit.request;
  const items = listIn(query["item"]);
  const round = typeof query["round"] === "string" ? query["round"] : null;
  const view = await visit.show({ view: "form", items, round });
  if (view.kind !== "form") return showOther(visit, view);
  const chosen = typeof query["status"] === "string" ? query["status"] : null;
  sendForm(visit, view, { ...nothingAsked, items, chosen });
}

/** Opens the form with what was already understood filled in. Saves nothing. */
export async function fillForm(visit: Visit): Promise<void> {
  await formAgain(visit, readSent(visit.fields), [], null);
}

/** A form of answers, whichever of its buttons was pressed. */
export async function takeForm(visit: Visit): Promise<void> {
  const sent = readSent(visit.fields);
  const { pressed } = sent;
  if (pressed.do === "last") return withLastText(visit, sent, pressed.item);
  if (pressed.do === "same" || pressed.do === "withdraw")
    return takeOne(visit, sent, pressed.do, pressed.item);
  if (sent.wrong.length > 0) return formAgain(visit, sent, sent.wrong, null);
  if (sent.said.length === 0) return nothingNew(visit, sent);
  await answered(visit, await visit.hear({ kind: "answer", said: sent.said }), sent);
}

/** Answers that stand as they stood need no saving; an empty form was surely not meant to be sent. */
async function nothingNew(visit: Visit, sent: Sent): Promise<void> {
  if (sent.filled.some((one) => one.status !== null))
    return visit.redirect(visit.drawing().inChat ? "chat#newest" : "desk");
  await formAgain(visit, sent, [], null, visit.words.pages.form.nothing);
}

/** One item's own button. Whatever was typed for the others stays in the form. */
async function takeOne(visit: Visit, sent: Sent, what: "same" | "withdraw", item: string): Promise<void> {
  const items = sent.items.filter((one) => one.item === item);
  const view = await visit.hear({ kind: what === "same" ? "same-as-last" : "withdraw", items });
  const rest = {
    ...sent,
    filled: sent.filled.filter((one) => one.item !== item),
    said: sent.said.filter((one) => one.item !== item),
  };
  if (view.kind === "stored" && rest.said.length > 0)
    return formAgain(visit, rest, [], visit.words.stored[what === "same" ? "text" : "withdrawn"](1));
  await answered(visit, view, sent);
}

async function answered(visit: Visit, view: View, sent: Sent): Promise<void> {
  if (view.kind === "form") {
    return sendForm(
      visit,
      { ...view, filled: merged(sent.filled, view.filled) },
      { ...nothingAsked, numbers: sent.numbers },
    );
  }
  if (view.kind !== "stored" && view.kind !== "desk") return showOther(visit, view);
  const { opened, deps } = visit;
  const drawing = visit.drawing();
  if (drawing.inChat) {
    const talk = html`<div class="message">${drawTalk(view, drawing)}</div>`.text;
    await deps.inbox.say(opened.account, talk, deps.now(), false);
    return visit.redirect("chat#newest");
  }
  const query = new URLSearchParams();
  if (view.kind === "stored") {
    const withdrawn = isWithdrawn(view) ? "withdrawn" : "saved";
    if (view.stored.length > 0) query.set(withdrawn, String(view.stored.length));
    for (const id of view.crossed) query.append("crossed", id);
  }
  visit.redirect(query.size > 0 ? `desk?${query.toString()}#saved` : "desk");
}

/** What the person typed stands before what was understood of it. */
function merged(typed: readonly Filled[], understood: readonly Filled[]): Filled[] {
  return [...typed, ...understood.filter((one) => !typed.some((other) => other.item === one.item))];
}

async function withLastText(visit: Visit, sent: Sent, item: string): Promise<void> {
  const view = await visit.show({ view: "form", items: sent.items.map((one) => one.item), round: null });
  if (view.kind !== "form") return showOther(visit, view);
  const last = itemsOn(view.desk).find((one) => one.id === item)?.previous?.comment ?? "";
  const filled = sent.filled.map((one) =>
    one.item === item
      ? { ...one, comment: [one.comment, last].filter((text) => text !== "").join("\n") }
      : one,
  );
  sendForm(
    visit,
    { ...view, filled, wrong: [] },
    { ...nothingAsked, numbers: sent.numbers, note: visit.words.pages.form.lastText },
  );
}

async function formAgain(
  visit: Visit,
  sent: Sent,
  wrong: FormView["wrong"],
  note: string | null,
  fault: string | null = null,
): Promise<void> {
  const view = await visit.show({ view: "form", items: sent.filled.map((one) => one.item), round: null });
  if (view.kind !== "form") return showOther(visit, view);
  sendForm(
    visit,
    { ...view, filled: sent.filled, wrong },
    { ...nothingAsked, numbers: sent.numbers, note, fault },
  );
}

function sendForm(visit: Visit, view: FormView, asked: Asked): void {
  const { words } = visit;
  const one = itemsOfForm(view, asked);
  const title =
    one.length === 1 ? `${words.pages.titles.form}: ${one[0]?.item.number ?? ""}` : words.pages.titles.form;
  const status = view.wrong.length > 0 || asked.fault !== null ? 422 : 200;
  visit.send("form", title, drawForm(view, asked, visit.drawing()), { status, faulty: status === 422 });
}

/** Any view on a page of its own; what was written is never lost. */
export function showOther(visit: Visit, view: View): void {
  if (view.kind === "refused") return visit.refuse(view.why, "");
  const { titles } = visit.words.pages;
  visit.send(
    null,
    titles.desk,
    html`<h1>${titles.desk}</h1>
      ${drawTalk(view, visit.drawing())}`,
  );
}

function listIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === "string").slice(0, 500);
}

import type { Request } from "express";
import { itemsOn } from "../../conversation/desk.ts";
import type { View } from "../../conversation/messages.ts";
import type { Reply } from "../../conversation/replies.ts";
import { showOther } from "./answering.ts";
import { drawProposal } from "./draw-owner.ts";
import { drawChoosing, faultBox, type Left } from "./draw-people.ts";
import { drawTalk } from "./draw-talk.ts";
import { notedQuery } from "./noted-address.ts";
import { html } from "./markup.ts";
import { textIn } from "./read-command.ts";
import {
  type OwnerFault,
  readAskColleague,
  readAway,
  readGivenText,
  readHandOver,
  readProposal,
  readTakeOver,
} from "./read-owner.ts";
import type { Visit } from "./visit.ts";

/** What owners do with what is theirs beside answering. A GET shows a form; only its POST says anything. */

type Choosing = Extract<Reply, { kind: "hand-over" | "ask-colleague" }>;

const nothingLeft: Left = { find: "", to: null, text: "", fault: null };

/** "Not mine" and "ask a colleague": the people to choose from. Asking whom changes nothing. */
export function choosePerson(what: Choosing["kind"]) {
  return async (visit: Visit, { query }: Request): Promise<void> => {
    const items = listOf(query["item"]);
    const find = typeof query["find"] === "string" ? query["find"].slice(0, 100) : "";
    await chooseFrom(visit, what, items, { ...nothingLeft, find });
  };
}

async function chooseFrom(
  visit: Visit,
  what: Choosing["kind"],
  items: readonly string[],
  left: Left,
): Promise<void> {
  const reply: Choosing =
    what === "hand-over"
      ? { kind: what, items, to: null, reason: "" }
      : { kind: what, item: items[0] ?? "", to: null, question: "" };
  const view = await visit.ask(reply);
  if (view.kind !== "choose-person") return showOther(visit, view);
  const { owner } = visit.words.pages;
  const status = left.fault === null ? 200 : 422;
  visit.send(
    null,
    what === "hand-over" ? owner.handOver : owner.askColleague,
    drawChoosing(view, left, visit.drawing()),
    { status, faulty: status === 422 },
  );
}

export async function takeHandOver(visit: Visit): Promise<void> {
  await choice(visit, "hand-over", readHandOver(visit.fields), "reason");
}

export async function takeColleague(visit: Visit): Promise<void> {
  await choice(visit, "ask-colleague", readAskColleague(visit.fields), "question");
}

async function choice(
  visit: Visit,
  what: Choosing["kind"],
  read: Choosing | OwnerFault,
  text: "reason" | "question",
): Promise<void> {
  const { fields } = visit;
  if (typeof read !== "string") return heard(visit, await visit.hear(read));
  const left = { find: "", to: fields.get("to"), text: textIn(fields, text), fault: faultOf(visit, read) };
  await chooseFrom(visit, what, listOf(fields.getAll("item")), left);
}

/** "This should be dropped": a form with a field for the reason. */
export async function showProposal(visit: Visit, { query }: Request): Promise<void> {
  await proposal(visit, listOf(query["item"])[0] ?? "", "", null);
}

async function proposal(visit: Visit, id: string, reason: string, fault: string | null): Promise<void> {
  const view = await visit.show({ view: "desk" });
  if (view.kind !== "desk") return showOther(visit, view);
  const item = itemsOn(view.desk).find((one) => one.id === id && one.dropped === null);
  if (!item) return visit.refuse("no-such-item", "");
  const status = fault === null ? 200 : 422;
  const title = visit.words.pages.owner.proposeDrop;
  visit.send(null, title, drawProposal(item, reason, fault, visit.drawing()), {
    status,
    faulty: status === 422,
  });
}

export async function takeProposal(visit: Visit): Promise<void> {
  const { fields } = visit;
  const read = readProposal(fields);
  if (typeof read !== "string") return heard(visit, await visit.hear(read));
  await proposal(visit, fields.get("item") ?? "", textIn(fields, "reason"), faultOf(visit, read));
}

export async function takeAway(visit: Visit): Promise<void> {
  const read = readAway(visit.fields);
  if (typeof read !== "string") return heard(visit, await visit.hear(read));
  faulty(visit, read);
}

export async function takeOffer(visit: Visit): Promise<void> {
  const read = readTakeOver(visit.fields);
  if (typeof read !== "string") return heard(visit, await visit.hear(read));
  faulty(visit, read);
}

export async function takeGivenText(visit: Visit): Promise<void> {
  const read = readGivenText(visit.fields);
  if (typeof read !== "string") return heard(visit, await visit.hear(read));
  faulty(visit, read);
}

/** A reader's word; afterwards the draft again, with thanks. */
export async function takeRead(visit: Visit): Promise<void> {
  const round = visit.fields.get("round") ?? "";
  if (!/^[\w-]{1,50}$/.test(round)) return visit.notFound();
  const view = await visit.hear({ kind: "read", round });
  const draft = visit.opened.opens === "report" ? "" : "draft&";
  if (view.kind === "noted" && !visit.drawing().inChat)
    return visit.redirect(`report/${round}?${draft}thanks`);
  await heard(visit, view);
}

/** A form that lacks something is told so on a page of its own; browsers go back to it with everything in its fields. */
function faulty(visit: Visit, fault: OwnerFault): void {
  const { titles, errors } = visit.words.pages;
  const main = html`<h1>${titles.refused}</h1>
    ${faultBox(faultOf(visit, fault))}
    <p><a class="button second" href="${visit.drawing().base}desk">${errors.back}</a></p>`;
  visit.send(null, titles.refused, main, { status: 422, faulty: true });
}

function faultOf({ words }: Visit, fault: OwnerFault): string {
  const { owner } = words.pages;
  return { person: owner.personFault, day: owner.dayFault, nothing: owner.nothingFault }[fault];
}

/** What was noted is told in the chat, or on the desk, where what it is about can be seen. */
async function heard(visit: Visit, view: View): Promise<void> {
  if (view.kind !== "noted") return showOther(visit, view);
  const drawing = visit.drawing();
  if (!drawing.inChat) return visit.redirect(`desk?${notedQuery(view.what)}#saved`);
  const talk = html`<div class="message">${drawTalk(view, drawing)}</div>`.text;
  await visit.deps.inbox.say(visit.opened.account, talk, visit.deps.now(), false);
  visit.redirect("chat#newest");
}

function listOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return [...new Set(list.filter((one) => typeof one === "string"))].slice(0, 500);
}

import type { Reply } from "../../conversation/replies.ts";
import { dayIn, idIn, idsIn, textIn } from "./read-command.ts";

const mostItems = 500;

/** Why a form of an owner cannot be taken as it came. */
export type OwnerFault = "person" | "day" | "nothing";

type Read<Kind extends Reply["kind"]> = Extract<Reply, { kind: Kind }> | OwnerFault;

export function readHandOver(fields: URLSearchParams): Read<"hand-over"> {
  const items = itemsIn(fields);
  const to = idIn(fields, "to");
  if (items.length === 0) return "nothing";
  return to === null ? "person" : { kind: "hand-over", items, to, reason: textIn(fields, "reason") };
}

export function readAskColleague(fields: URLSearchParams): Read<"ask-colleague"> {
  const item = itemsIn(fields)[0];
  const to = idIn(fields, "to");
  const question = textIn(fields, "question");
  if (item === undefined || question === "") return "nothing";
  return to === null ? "person" : { kind: "ask-colleague", item, to, question };
}

export function readProposal(fields: URLSearchParams): Read<"propose-drop"> {
  const item = itemsIn(fields)[0];
  const reason = textIn(fields, "reason");
  return item === undefined || reason === "" ? "nothing" : { kind: "propose-drop", item, reason };
}

export function readAway(fields: URLSearchParams): Read<"away"> {
  if (fields.get("do") === "back") return { kind: "away", until: null };
  const until = dayIn(fields, "until");
  return until === null ? "day" : { kind: "away", until };
}

export function readTakeOver(fields: URLSearchParams): Read<"take-over"> {
  const offers = [...new Set(idsIn(fields, "offer"))].slice(0, mostItems);
  const said = fields.get("accepted");
  if (offers.length === 0 || (said !== "yes" && said !== "no")) return "nothing";
  return { kind: "take-over", offers, accepted: said === "yes" };
}

export function readGivenText(fields: URLSearchParams): Read<"give-text"> {
  const request = idIn(fields, "request");
  const text = textIn(fields, "text");
  return request === null || text === "" ? "nothing" : { kind: "give-text", request, text };
}

function itemsIn(fields: URLSearchParams): string[] {
  return [...new Set(idsIn(fields, "item"))].slice(0, mostItems);
}

import type { App } from "../src/app.ts";
import type { View } from "../src/conversation/messages.ts";
import type { Heard, Reply } from "../src/conversation/replies.ts";
import type { Actor } from "./actor.ts";

export async function offerItems(
  _app: App,
  _actor: Actor,
  _heard: Heard,
  _reply: Extract<Reply, { kind: "hand-over" }>,
  _now: Date,
): Promise<View> {
  throw new Error("not yet");
}

export async function answerOffer(
  _app: App,
  _actor: Actor,
  _heard: Heard,
  _reply: Extract<Reply, { kind: "take-over" }>,
  _now: Date,
): Promise<View> {
  throw new Error("not yet");
}

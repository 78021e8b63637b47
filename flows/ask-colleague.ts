import type { App } from "../src/app.ts";
import type { View } from "../src/conversation/messages.ts";
import type { Heard, Reply } from "../src/conversation/replies.ts";
import type { Actor } from "./actor.ts";

export async function askColleague(
  _app: App,
  _actor: Actor,
  _heard: Heard,
  _reply: Extract<Reply, { kind: "ask-colleague" }>,
  _now: Date,
): Promise<View> {
  throw new Error("not yet");
}

export async function giveText(
  _app: App,
  _actor: Actor,
  _heard: Heard,
  _reply: Extract<Reply, { kind: "give-text" }>,
  _now: Date,
): Promise<View> {
  throw new Error("not yet");
}

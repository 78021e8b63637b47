import type { App } from "../src/app.ts";
import type { View } from "../src/conversation/messages.ts";
import type { Actor } from "./actor.ts";

export async function goAway(_app: App, _actor: Actor, _until: string | null, _now: Date): Promise<View> {
  throw new Error("not yet");
}

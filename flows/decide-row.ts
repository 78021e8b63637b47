import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { View } from "../src/conversation/messages.ts";
import type { Heard, Reply } from "../src/conversation/replies.ts";
import type { Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";

export function decideRow(_app: App, _actor: Actor, _round: Round, _told: Extract<Command, { verb: "decide" }>, _now: Date): Promise<View> { throw new Error('unfinished'); }

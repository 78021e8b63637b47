import { randomUUID } from "node:crypto";
import { itemsOn, type ItemView } from "../conversation/desk.ts";
import type { View } from "../conversation/messages.ts";
import type { Reply } from "../conversation/replies.ts";
import type { Serving } from "../serve.ts";
import { SetupError } from "../setup-error.ts";
import type { Act, Filled } from "./script.ts";

/** Plays one person doing one thing, as the web pages would hear it. Throws when it was not taken: the script is wrong then. */
export async function play(serving: Serving, act: Act, round: string): Promise<void> {
  const say = (reply: Reply): Promise<View> => hearFrom(serving, act.who, reply);
  switch (act.does) {
    case "answers":
      return stored(act, await say({ kind: "answer", said: await filledIn(serving, act.who, act.items) }));
    case "same-as-last": {
      const items = await named(serving, act.who, act.measures);
      return stored(
        act,
        await say({
          kind: "same-as-last",
          items: items.map(({ id, revision }) => ({ item: id, seen: revision })),
        }),
      );
    }
    case "types":
      return stored(act, await say({ kind: "text", text: act.text }));
    case "looks-at-it-first":
      return done(
        act,
        await say({ kind: "command", command: { verb: "trial", round, person: null }, confirmed: true }),
      );
    case "opens":
      return done(act, await say({ kind: "command", command: { verb: "open", round }, confirmed: true }));
    case "publishes":
      return done(
        act,
        await say({
          kind: "command",
          command: { verb: "publish", round, preface: act.preface },
          confirmed: true,
        }),
      );
  }
}

async function hearFrom(serving: Serving, who: string, reply: Reply): Promise<View> {
  const now = serving.clock.now();
  const from = { channel: "web", account: who };
  await serving.app.store.people.found(who, from);
  const heard = { from, reply, source: `demo:${randomUUID()}`, version: "1", saidAt: now, receivedAt: now };
  return (await serving.hear(heard)).view;
}

async function named(serving: Serving, who: string, measures: readonly string[]): Promise<ItemView[]> {
  const view = await hearFrom(serving, who, { kind: "show", show: { view: "desk" } });
  if (view.kind !== "desk") throw new Error(`${who} has no desk, but a ${view.kind}`);
  const items = itemsOn(view.desk);
  return measures.map((measure) => {
    const found = items.find((item) => item.key === measure);
    if (!found)
      throw new SetupError(
        `The demo plays config/ as it came, and ${who} is not asked about ${measure} there. Put those files back to play it.`,
      );
    return found;
  });
}

async function filledIn(serving: Serving, who: string, filled: readonly Filled[]) {
  const items = await named(
    serving,
    who,
    filled.map(([measure]) => measure),
  );
  return filled.map(([, status, comment, progress], nth) => ({
    item: items[nth]?.id ?? "",
    seen: items[nth]?.revision ?? 0,
    status,
    comment,
    progress: progress ?? null,
  }));
}

function stored(act: Act, view: View): void {
  if (view.kind !== "stored")
    throw new Error(`${act.who} at ${act.at} was not heard: ${JSON.stringify(view).slice(0, 400)}`);
}

function done(act: Act, view: View): void {
  if (view.kind !== "done")
    throw new Error(`${act.who} at ${act.at} could not do it: ${JSON.stringify(view).slice(0, 400)}`);
}

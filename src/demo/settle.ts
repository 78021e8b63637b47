import { setTimeout as pause } from "node:timers/promises";
import type { Serving } from "../serve.ts";

/** Looks at what is due at the clock's time, and waits until all of it is sent and drawn through the queue. */
export async function settle(serving: Pick<Serving, "app" | "clock" | "tick">): Promise<void> {
  const { notices } = serving.app.store;
  for (;;) {
    await serving.tick();
    const now = serving.clock.now();
    const quiet = async (): Promise<boolean> =>
      (await notices.toDeliver(now)).length === 0 &&
      (await notices.toRedraw()).length === 0 &&
      !(await notices.sending());
    if (await quiet()) return;
    // What a message that was sent makes of older ones is found by the next look.
    for (let waited = 0; waited < 10 && !(await quiet()); waited += 1) await pause(5);
  }
}

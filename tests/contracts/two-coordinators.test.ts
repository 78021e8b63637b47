import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { command } from "../../flows/index.ts";
import type { Command } from "../../src/conversation/commands.ts";
import type { View } from "../../src/conversation/messages.ts";
import { openStage, type Stage } from "../support/stage.ts";

/** Two coordinators at once see each other's changes before they overwrite them. */
describe("of two coordinators who look at the same thing", () => {
  let stage: Stage;
  let round: string;
  beforeEach(async () => {
    stage = await openStage({ begins: "2026-11-30 08:00" });
    round = await stage.roundId("desember 2026");
  });
  afterEach(() => stage.close());

  const say = (told: Command, confirmed: boolean): Promise<View> => {
    const { app, clock } = stage.serving;
    return command(app, { id: "ida", person: "ida", name: "Ida" }, told, confirmed, clock.now(), "test 1");
  };

  async function previewed(told: Command): Promise<Command> {
    const view = await say(told, false);
    if (view.kind !== "confirm") throw new Error(`shown was a ${view.kind}`);
    return view.command;
  }

  const extended = (deadline: string): Command => ({
    verb: "extend",
    round,
    whom: { of: "unit", unit: "skole" },
    deadline,
  });
  const assigned = (...people: string[]): Command => ({
    verb: "assign",
    round,
    what: { of: "unit", unit: "skole" },
    people,
    lasting: false,
  });

  test.each([
    ["moves a deadline", () => [extended("2026-12-16"), extended("2026-12-18")]],
    ["says who answers", () => [assigned("stig"), assigned("oda", "siv")]],
  ] as const)(
    "the second one who %s is shown the first one's change, and then has the last word",
    async (_name, both) => {
      const [one, other] = both();
      const first = await previewed(one as Command);
      const second = await previewed(other as Command);
      expect(await say(first, true)).toMatchObject({ kind: "done", already: false });
      expect(await say(first, true)).toMatchObject({ kind: "done", already: true });

      const again = await say(second, true);
      expect(again).toMatchObject({ kind: "confirm", what: { warnings: [{ is: "changed-meanwhile" }] } });
      if (again.kind !== "confirm") return;
      expect(await say(again.command, true)).toMatchObject({ kind: "done", already: false });
      expect(await say(again.command, true)).toMatchObject({ kind: "done", already: true });
    },
  );
});

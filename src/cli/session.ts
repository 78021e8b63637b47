import type { Round } from "../round/round.ts";
import { stateOf } from "../round/round.ts";
import { readEnvironment } from "../config.ts";
import { SetupError } from "../setup-error.ts";
import { wire, type Wired } from "../wire.ts";
import { sentences } from "./sentences.ts";

/** Opens the database for one command, and closes it whatever happens. */
export async function withApp<T>(
  work: (wired: Wired) => Promise<T>,
  options: { looksOnly?: boolean } = {},
): Promise<T> {
  const read = readEnvironment({ LOG_LEVEL: "error", ...process.env });
  if (read.is === "faulty") throw new SetupError(["The environment has faults.", ...read.faults].join("\n"));
  const wired = await wire(read.environment, options);
  try {
    return await work(wired);
  } finally {
    await wired.close();
  }
}

/** A round by its id, or by its plan's key: the running one, otherwise the newest. Throws when there is none. */
export async function findRound({ app }: Wired, named: string): Promise<Round> {
  const rounds = await app.store.rounds.list();
  const ofPlan = rounds.filter((round) => round.plan === named);
  const running = ofPlan.find((round) => ["prepared", "open", "closed"].includes(stateOf(round)));
  const found = rounds.find((round) => round.id === named) ?? running ?? ofPlan[0];
  if (found) return found;
  const known =
    rounds.map((round) => `${round.id} (${round.plan}, ${round.period})`).join(", ") || "none yet";
  throw new SetupError(
    `There is no round "${named}". Rounds: ${known}. A plan without a round gets one by "round open <plan>".`,
  );
}

/** Commands act on the database; sending is the server's work. */
export async function sayWhoDelivers({ app }: Wired): Promise<void> {
  const words = sentences[app.config.settings.language];
  console.error((await app.store.served()) ? words.served : words.notServed);
}

export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

import type { Environment } from "../config.ts";
import { SetupError } from "../setup-error.ts";
import { EMBEDDED_DATABASE, startEmbedded } from "../store/embedded.ts";
import { wipeDemo } from "../store/demo.ts";

/**
 * Every demo begins with an empty database; one that holds anything else than a demo is left alone. The database stays
 * up until what is returned is called, so that it is not stopped and started again in between.
 */
export async function startOver(environment: Environment): Promise<() => Promise<void>> {
  const embedded = environment.databaseUrl === null ? await startEmbedded(environment.dataDir) : null;
  const letGo = async (): Promise<void> => embedded?.stop();
  const url = environment.databaseUrl ?? embedded?.url(EMBEDDED_DATABASE) ?? "";
  try {
    const held = await wipeDemo(url);
    if (held === "served")
      throw new SetupError(
        "A server is running on this database. Stop it first, or give the demo a DATA_DIR of its own: DATA_DIR=./demo npm run demo",
      );
    if (held === "real")
      throw new SetupError(
        "This database holds real rounds. Give the demo a DATA_DIR of its own: DATA_DIR=./demo npm run demo",
      );
    return letGo;
  } catch (error) {
    await letGo();
    throw embedded ? error : unusable(error);
  }
}

/** The address may hold a password and is not printed. */
function unusable(error: unknown): unknown {
  if (error instanceof SetupError || !(error instanceof Error && "code" in error)) return error;
  return new SetupError(
    `The demo cannot use the database at DATABASE_URL (${String(error.code)}). Check the address, the password, that it is running, and that the account may empty it.`,
    { cause: error },
  );
}

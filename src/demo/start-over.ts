import type { Environment } from "../config/environment.ts";
import { SetupError } from "../setup-error.ts";
import { EMBEDDED_DATABASE, startEmbedded } from "../store/embedded.ts";
import { wipeDemo } from "../store/demo.ts";

/** Every demo begins with an empty database; one that holds anything else than a demo is left alone. */
export async function startOver(environment: Environment): Promise<void> {
  const embedded = environment.databaseUrl === null ? await startEmbedded(environment.dataDir) : null;
  const url = environment.databaseUrl ?? embedded?.url(EMBEDDED_DATABASE) ?? "";
  try {
    const held = await wipeDemo(url);
    if (held === "served")
      throw new SetupError(
        "A server is running on this database. Stop it first, or give the demo a DATA_DIR of its own.",
      );
    if (held === "real")
      throw new SetupError(
        "This database holds real rounds. Give the demo a DATA_DIR of its own: DATA_DIR=./demo npm run demo",
      );
  } finally {
    await embedded?.stop();
  }
}

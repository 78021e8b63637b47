import { readEnvironment } from "./config.ts";
import { serve, type Serving } from "./serve.ts";
import { explain } from "./setup-error.ts";

/** Starts, and stops when told to: what is being said or sent is finished, and the process is gone within 10 seconds. */
async function main(): Promise<void> {
  const read = readEnvironment(process.env);
  if (read.is === "faulty") {
    console.error(["The environment has faults; nothing was started.", ...read.faults].join("\n"));
    process.exitCode = 1;
    return;
  }
  const serving = await serve(read.environment);
  await serving.tick();
  console.log(welcome(serving));
  stopWhenTold(serving);
  endWithDatabase(serving);
}

function welcome({ url, door, app, demoTime }: Serving): string {
  return [
    `Statusrunde is running: ${url}`,
    ...(door
      ? ["No Slack or Teams is set up: this is the local web chat. Open the address and choose who you are."]
      : []),
    ...(demoTime
      ? [`This database holds a demo, which goes on from its own time: ${demoTime.toISOString()}`]
      : []),
    ...(app.config.plans.length > 0 ? [`Plans: ${app.config.plans.map((plan) => plan.key).join(", ")}`] : []),
  ].join("\n");
}

function stopWhenTold(serving: Serving): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 9_000).unref();
    void serving.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

/** Our own database does not come back by itself: starting again brings it back with everything it had acknowledged. */
function endWithDatabase(serving: Serving): void {
  if (!serving.embedded) return;
  let misses = 0;
  setInterval(() => {
    void serving.app.store.healthy().then((healthy) => {
      misses = healthy ? 0 : misses + 1;
      if (misses < 3) return;
      console.error("The embedded database stopped. Nothing that was acknowledged is lost: start again.");
      process.exit(1);
    });
  }, 2_000).unref();
}

await main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});

import { onTestFinished } from "vitest";
import { openStage, type Stage } from "../support/stage.ts";

/** A stage for one story, closed when the story is told. */
export async function begin(options: Parameters<typeof openStage>[0]): Promise<Stage> {
  const stage = await openStage(options);
  onTestFinished(() => stage.close());
  return stage;
}

import { EmbeddedError } from "./store/embedded.ts";

/** Something the person who starts the program can put right; the message says how. */
export class SetupError extends Error {}

/** One clear line for what a person can put right; everything for what is a fault of ours. */
export function explain(error: unknown): string {
  if (error instanceof SetupError || error instanceof EmbeddedError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

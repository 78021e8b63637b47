import { EmbeddedError } from "./store/embedded.ts";
import { NewerDatabaseError } from "./store/migrate.ts";

/** Something the person who starts the program can put right; the message says how. */
export class SetupError extends Error {}

/** One clear line for what a person can put right; everything for what is a fault of ours. */
export function explain(error: unknown): string {
  if (isSetUpWrong(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isSetUpWrong(error: unknown): error is Error {
  return [SetupError, EmbeddedError, NewerDatabaseError].some((kind) => error instanceof kind);
}

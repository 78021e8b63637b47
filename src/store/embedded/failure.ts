/** An expected failure of the embedded database. The message says what to do; a stack would help nobody. */
export class EmbeddedError extends Error {
  override readonly name = "EmbeddedError";
}

const WAYS_OUT = "or set DATABASE_URL to a PostgreSQL of your own";

/** The operating system's own refusals (full disk, no permission) in words; everything else is a bug and passes through. */
export function explain(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error) || error instanceof EmbeddedError || !("code" in error)) return error;
  switch (error.code) {
    case "ENOSPC":
    case "EDQUOT":
      return new EmbeddedError(
        `The disk with the data folder ${dataDir} is full. Make room and start again.`,
      );
    case "EACCES":
    case "EPERM":
      return new EmbeddedError(
        `No permission in the data folder ${dataDir} (${error.message}). ` +
          `Run as the user who owns it, point DATA_DIR to a folder of yours, ${WAYS_OUT}.`,
      );
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
      return new EmbeddedError(
        `${dataDir} cannot be used as data folder (${error.message}). ` +
          `Point DATA_DIR to a folder that can be written to, ${WAYS_OUT}.`,
      );
    default:
      return error;
  }
}

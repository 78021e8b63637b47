import fs from "node:fs";
import { SetupError } from "../setup-error.ts";

/** The folder, made when it is not there, before anything is worked out that would have to be thrown away. */
export function madeFolder(dir: string): string {
  try {
    fs.mkdirSync(dir, { recursive: true });
    fs.accessSync(dir, fs.constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new SetupError(`--out: nothing can be written into "${dir}" (${code}).`, { cause: error });
  }
  return dir;
}

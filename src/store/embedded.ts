import fs from "node:fs";
import path from "node:path";
import { accountFor, give } from "./embedded/account.ts";
import { countUsers, enter, leave, withLock } from "./embedded/claims.ts";
import {
  ensureCluster,
  pgdataOf,
  readPassword,
  refuseOtherMajor,
  USER,
  type Place,
} from "./embedded/cluster.ts";
import { explain } from "./embedded/failure.ts";
import { findShipped, prepareProgram } from "./embedded/program.ts";
import { findRunning, startServer, stopServer } from "./embedded/server.ts";

export { EmbeddedError } from "./embedded/failure.ts";
export { DATABASE as EMBEDDED_DATABASE } from "./embedded/cluster.ts";

export type Embedded = {
  /** Connection string of a database on this server. It holds the password: never log it. */
  url: (database: string) => string;
  /** Gives up this process's use. The last process to leave stops the server. */
  stop: () => Promise<void>;
  /** Another living process was already using the server when we came. */
  shared: boolean;
};

/**
 * The real PostgreSQL that npm brought, on `<dataDir>/postgres`: made once, started, or taken over if it still runs.
 * Any number of processes may share it. Throws EmbeddedError with a remedy for everything that can be expected to fail.
 */
export async function startEmbedded(dataDir: string, options: { fsync?: boolean } = {}): Promise<Embedded> {
  const fsync = options.fsync ?? true;
  const named = path.resolve(dataDir);
  try {
    const shipped = findShipped();
    refuseOtherMajor(named, shipped);
    fs.mkdirSync(named, { recursive: true });
    const folder = fs.realpathSync(named);
    const account = accountFor(pgdataOf(folder), folder);
    const users = path.join(folder, "postgres.users");
    const lock = path.join(folder, "postgres.lock");
    const { server, lease, shared } = await withLock(lock, async () => {
      fs.mkdirSync(users, { recursive: true });
      give(users, account);
      const place: Place = {
        dataDir: folder,
        program: await prepareProgram(shipped, folder, account),
        account,
      };
      await ensureCluster(place, fsync);
      const running = await findRunning(folder);
      const others = countUsers(users);
      const started = running ?? (await startServer(place, fsync));
      return { server: started, lease: enter(users), shared: running !== undefined && others > 0 };
    });
    const password = encodeURIComponent(readPassword(folder));
    const stop = (): Promise<void> =>
      withLock(lock, async () => {
        leave(lease);
        const running = await findRunning(folder);
        if (running && countUsers(users) === 0) await stopServer(folder, running.pid);
      });
    let stopped: Promise<void> | undefined;
    return {
      url: (database) =>
        `postgres://${USER}:${password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`,
      stop: () => (stopped ??= stop()),
      shared,
    };
  } catch (error) {
    throw explain(error, named);
  }
}

import fs from "node:fs";
import path from "node:path";

/** The account PostgreSQL runs under. None: our own, for PostgreSQL refuses to run only as root. */
export type Account = { uid: number; gid: number };

const NOBODY: Account = { uid: 65534, gid: 65534 };

/** Root hands the work to whoever already owns the data, so that this person can go on without root later. */
export function accountFor(...folders: string[]): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const folder of folders) {
    const { uid, gid } = fs.statSync(folder, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 };
    if (uid !== 0) return { uid, gid };
  }
  return NOBODY;
}

export function give(file: string, account: Account | undefined): void {
  if (account) fs.lchownSync(file, account.uid, account.gid);
}

export function giveAll(folder: string, account: Account | undefined): void {
  if (!account) return;
  give(folder, account);
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: "utf8" }))
    give(path.join(folder, name), account);
}

/** May this account step into every folder on the way? (Not into /root, for instance.) */
export function canReach(folder: string, account: Account | undefined): boolean {
  if (!account) return true;
  for (let at = folder; ; at = path.dirname(at)) {
    const { uid, gid, mode } = fs.statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

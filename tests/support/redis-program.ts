import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** A redis-server that runs on this machine; `libraries` is where it finds its own, "" for the system's. */
export type RedisProgram = { program: string; libraries: string };

const run = promisify(execFile);

async function works({ program, libraries }: RedisProgram): Promise<boolean> {
  const env = libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env;
  return run(program, ["--version"], { env }).then(
    () => true,
    () => false,
  );
}

/** Debian's own redis-server, unpacked into a folder of ours: no root, no installed package, the system's lists untouched. */
async function fetchFromDebian(folder: string): Promise<void> {
  const work = fs.mkdtempSync(`${folder}.half-`);
  for (const dir of ["state/lists/partial", "cache/archives/partial", "debs", "root"]) {
    fs.mkdirSync(path.join(work, dir), { recursive: true });
  }
  const options = [
    `Dir::State=${work}/state`,
    "Dir::State::status=/var/lib/dpkg/status",
    `Dir::Cache=${work}/cache`,
    "Dir::Cache::pkgcache=",
    "Dir::Cache::srcpkgcache=",
    "Acquire::Languages=none",
    `APT::Sandbox::User=${os.userInfo().username}`,
  ].flatMap((option) => ["-o", option]);
  const inWork = { cwd: path.join(work, "debs") };
  try {
    await run("apt-get", [...options, "-qq", "update"], inWork);
    const { stdout } = await run("apt-cache", [...options, "depends", "redis-server", "redis-tools"], inWork);
    const libraries = [...stdout.matchAll(/^ *\|?Depends: (lib[\w.+-]+)$/gm)].flatMap(
      ([, name]) => name ?? [],
    );
    const wanted = new Set(["redis-server", "redis-tools", ...libraries.filter((name) => name !== "libc6")]);
    await run("apt-get", [...options, "-qq", "download", ...wanted], inWork);
    for (const deb of fs.readdirSync(inWork.cwd)) await run("dpkg", ["-x", deb, `${work}/root`], inWork);
    for (const dir of ["state", "cache", "debs"]) fs.rmSync(path.join(work, dir), { recursive: true });
    fs.chmodSync(work, 0o755);
    fs.renameSync(work, folder);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** REDIS_SERVER, the machine's own, or Debian's in the cache folder. Throws when there is none to be had. */
export async function findRedis(cache: string): Promise<RedisProgram> {
  const given = process.env["REDIS_SERVER"];
  if (given) {
    if (await works({ program: given, libraries: "" })) return { program: given, libraries: "" };
    throw new Error(`REDIS_SERVER=${given} does not run`);
  }
  if (await works({ program: "redis-server", libraries: "" }))
    return { program: "redis-server", libraries: "" };
  const folder = path.join(cache, "redis");
  const machine = process.arch === "x64" ? "x86_64" : "aarch64";
  const found = {
    program: path.join(folder, "root/usr/bin/redis-server"),
    libraries: path.join(folder, `root/usr/lib/${machine}-linux-gnu`),
  };
  if (await works(found)) return found;
  fs.rmSync(folder, { recursive: true, force: true });
  await fetchFromDebian(folder);
  if (await works(found)) return found;
  throw new Error("Debian's redis-server does not run here");
}

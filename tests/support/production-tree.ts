import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** The paths of the checkout that the image is built from, as the Dockerfile copies them. */
export function copiedByDockerfile(): string[] {
  const lines = fs.readFileSync("Dockerfile", "utf8").matchAll(/^COPY (?!--from)(.+) \S+$/gm);
  return [...new Set([...lines].flatMap(([, paths]) => paths?.split(" ") ?? []))];
}

/** Lays the image's files out in `folder` and installs what it installs; nothing else of the checkout is there. */
export function makeProductionTree(folder: string): void {
  const files = execFileSync("git", ["ls-files", "-z", "--", ...copiedByDockerfile()], { encoding: "utf8" });
  for (const file of files.split("\0").filter((name) => name !== "" && fs.existsSync(name))) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.copyFileSync(file, path.join(folder, file));
  }
  const install = [
    "ci",
    "--omit=dev",
    "--omit=optional",
    "--ignore-scripts",
    "--prefer-offline",
    "--loglevel=error",
  ];
  execFileSync("npm", install, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

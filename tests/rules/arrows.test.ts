import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Report = { diagnostics: { code: string; filename: string }[] };

const forbidden: [file: string, imports: string][] = [
  ["src/round/plan.ts", "../conversation/messages.ts"],
  ["src/round/due.ts", "../store/answers.ts"],
  ["src/round/legend.ts", "../app.ts"],
  ["src/round/report.ts", "node:fs"],
  ["src/round/round.ts", "kysely"],
  ["src/conversation/messages.ts", "../store/answers.ts"],
  ["src/conversation/wording/nb.ts", "../../config.ts"],
  ["src/conversation/replies.ts", "zod"],
  ["src/store/answers.ts", "../documents/write/html.ts"],
  ["src/store/notices.ts", "../config.ts"],
  ["src/store/people.ts", "express"],
  ["src/documents/write/html.ts", "../../store/answers.ts"],
  ["src/documents/write/csv.ts", "../../channels/web/draw.ts"],
  ["src/channels/web/draw.ts", "../teams/draw.ts"],
  ["src/channels/teams/draw.ts", "../slack/draw.ts"],
  ["src/channels/slack/read.ts", "../../delivery/deliver.ts"],
  ["src/channels/web/read.ts", "../../../flows/take-answer.ts"],
  ["src/channels/slack/draw.ts", "express"],
  ["src/delivery/deliver.ts", "../channels/web/draw.ts"],
  ["src/delivery/reach.ts", "../../flows/index.ts"],
  ["src/delivery/links.ts", "pg"],
  ["flows/take-answer.ts", "../src/store/answers.ts"],
  ["flows/ask-owners.ts", "../src/delivery/deliver.ts"],
  ["flows/close-round.ts", "bullmq"],
  ["src/jobs.ts", "kysely"],
  ["src/http.ts", "pg"],
  ["src/config/plan-file.ts", "date-fns"],
  ["src/main.ts", "bullmq"],
  ["src/cli/report.ts", "yaml"],
  ["src/app.ts", "commander"],
];

const allowed: [file: string, imports: string][] = [
  ["src/round/calendar.ts", "date-fns/addDays"],
  ["src/round/plans.ts", "./plan.ts"],
  ["src/conversation/channel.ts", "../round/plan.ts"],
  ["src/conversation/wording/en.ts", "../../round/plan.ts"],
  ["src/store/postgres.ts", "kysely"],
  ["src/store/embedded/server.ts", "node:fs"],
  ["src/store/rounds.ts", "../conversation/messages.ts"],
  ["src/documents/write/xlsx.ts", "csv-stringify/sync"],
  ["src/channels/web/channel.ts", "express"],
  ["src/channels/web/links.ts", "../../round/plan.ts"],
  ["src/delivery/redraw.ts", "../store/answers.ts"],
  ["flows/open-round.ts", "../src/app.ts"],
  ["src/config.ts", "zod"],
  ["src/config/people-file.ts", "yaml"],
  ["src/cli/statusrunde.ts", "commander"],
  ["src/main.ts", "./jobs.ts"],
];

/** Lints a tree in which each file has one import, with the project's own rules. */
function lint(folder: string, tree: [file: string, imports: string][]): string[] {
  fs.copyFileSync(".oxlintrc.json", path.join(folder, ".oxlintrc.json"));
  for (const [file, imports] of tree) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), `import "${imports}";\n`);
  }
  const { stdout } = spawnSync(path.resolve("node_modules/.bin/oxlint"), ["-f", "json"], {
    cwd: folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as Report;
  return diagnostics
    .filter(({ code }) => code === "eslint(no-restricted-imports)")
    .map(({ filename }) => filename);
}

describe("who may import whom", () => {
  let folder: string;
  let bitten: string[];
  let spared: string[];

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-arrows-"));
    for (const name of ["bad", "good"]) fs.mkdirSync(path.join(folder, name));
    bitten = lint(path.join(folder, "bad"), forbidden);
    spared = lint(path.join(folder, "good"), allowed);
  });
  afterAll(() => {
    fs.rmSync(folder, { recursive: true });
  });

  test.each(forbidden)("the linter stops %s from importing %s", (file) => {
    expect(bitten).toContain(file);
  });

  test.each(allowed)("%s may import %s", (file) => {
    expect(spared).not.toContain(file);
  });
});

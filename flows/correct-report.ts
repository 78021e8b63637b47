import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { View } from "../src/conversation/messages.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { cleanText } from "../src/round/comment.ts";
import { compileReport } from "../src/round/compile.ts";
import { parseReport, reportBytes } from "../src/round/report-bytes.ts";
import { reportChanges, samePreface } from "../src/round/report-changes.ts";
import type { Report } from "../src/round/report.ts";
import { stateOf, type Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { outcome, sayable, sentTo } from "./news.ts";
import { linesOf, tellOfPublished, whatGoesOut } from "./publish-report.ts";
import { refuse } from "./whom.ts";

type Told = Extract<Command, { verb: "correct" }>;

/**
 * A new version of what was published, from what the coordinator has decided, edited, dropped and entered since. It says why
 * and what changed, and reaches the same people. Without new lines on top the earlier ones stay.
 */
export async function correctReport(
  app: App,
  actor: Actor,
  round: Round,
  told: Told,
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const state = stateOf(round);
  if (state === "cancelled") return refuse(app, actor, told, "cancelled", now);
  const published = await app.store.rounds.published(round.id);
  if (state !== "published" || !published) return refuse(app, actor, told, "nothing-published", now);
  const why = sayable(cleanText(told.why), 1000);
  if ("why" in why) return refuse(app, actor, told, why.why, now);

  const preface = linesOf(told.preface);
  const before = parseReport(published.body);
  const draft = { ...(await app.store.records.draft(round)), preface: prefaceOf(before, preface) };
  const changes = reportChanges(before, draft);
  if (changes.length === 0 && samePreface(before, draft)) {
    return before.correction?.why === why.text
      ? outcome(app, actor, round, told, { is: "already" }, now)
      : refuse(app, actor, told, "says-nothing", now);
  }
  if (!confirmed) {
    const what = { ...(await whatGoesOut(app, round, now)), changes };
    // The lines that would stand on top, so that they can be seen and changed.
    const command = { ...told, why: why.text, preface: draft.preface };
    return { kind: "confirm", command, round: nameOfRound(round), what };
  }
  const corrected = await publishAnew(app, actor, round, { why: why.text, preface }, now);
  if (corrected === null) return outcome(app, actor, round, told, { is: "already" }, now);
  await tellOfPublished(app, now);
  const heard = await app.store.rounds.toldOf(round.id);
  const sent = await sentTo(app, round, heard, { person: null }, now);
  return outcome(app, actor, round, told, { is: "done", deliver: [], redraw: [] }, now, sent);
}

/** The round is held meanwhile; null when another coordinator has just published the same. */
async function publishAnew(
  app: App,
  actor: Actor,
  round: Round,
  { why, preface }: { why: string; preface: readonly string[] },
  now: Date,
): Promise<{ version: number } | null> {
  const last = await app.store.records.lastTimeOf(round);
  return app.store.rounds.correct(
    round.id,
    (frozen, items, decisions, published) => {
      const before = parseReport(published.body);
      const version = {
        version: published.version + 1,
        publishedAt: now,
        preface: prefaceOf(before, preface),
      };
      const compiled = compileReport({ round: frozen, items, decisions, last, ...version });
      const changes = reportChanges(before, compiled);
      if (changes.length === 0 && samePreface(before, compiled)) return null;
      return reportBytes({ ...compiled, correction: { why, of: published.version, changes } });
    },
    now,
    actor.id,
    `round ${round.id}`,
  );
}

function prefaceOf(before: Report, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? lines : before.preface;
}

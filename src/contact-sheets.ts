import { createHash, randomUUID } from "node:crypto";
import { rolesFor } from "../flows/actor.ts";
import type { App } from "./app.ts";
import type {
  Asked,
  Asker,
  ComparedSheet,
  ContactSheets,
  GivenSheet,
} from "./channels/web/contact-sheets.ts";
import type { Clock } from "./clock.ts";
import { describeFault, loadConfig, type Config } from "./config.ts";
import { writeContacts } from "./config/write-contacts.ts";
import { readSheet } from "./documents/read/sheet.ts";
import { writeSheet } from "./documents/write/sheet.ts";
import { compareContacts, type Comparison, type ContactChanges } from "./people-sheet/compare.ts";
import { contactRows, sheetRows, type SheetRow } from "./people-sheet/rows.ts";
import { describeChanges, describeProblems, nothingChanges } from "./people-sheet/words.ts";
import type { Plan } from "./round/plan.ts";
import { may, rolesIn } from "./round/rights.ts";
import type { Round } from "./round/round.ts";

interface Place {
  readonly app: App;
  readonly clock: Clock;
  readonly configDir: string;
  /** Makes the running bot follow what was written. */
  reread(now: Date): Promise<void>;
}

/** The sheet of contacts as the web page asks for it. The command line's `people export` and `import` do the same with files. */
export function contactSheets(place: Place): ContactSheets {
  const { app, configDir } = place;
  return {
    about: async (asker, id) => {
      const steered = await steeredBy(place, asker, id, "contacts");
      if (steered.is === "refused") return steered;
      const { plan, period } = steered.found;
      const title = app.config.plans.find((one) => one.key === plan)?.title;
      return found({ plan: title ?? steered.found.copy.plan.title, period });
    },

    file: async (asker, id, kind) => {
      const steered = await steeredBy(place, asker, id, "contacts file");
      if (steered.is === "refused") return steered;
      const known = knownOf(place, steered.found);
      if (known === null) return found(null);
      const rows = contactRows({ ...known.config, plans: [known.plan] }, known.config.settings.language);
      return found({ name: `${known.plan.key}.${kind}`, bytes: await writeSheet(rows, kind, "Statusrunde") });
    },

    compare: async (asker, id, sheet) => {
      const steered = await steeredBy(place, asker, id, "contacts compare");
      if (steered.is === "refused") return steered;
      const read = await rowsOf(sheet);
      if (read.is !== "rows") return found(read);
      const { told } = judge(place, asker, steered.found, read.rows);
      await logReach(place, asker, id, told);
      return found(told);
    },

    apply: async (asker, id, sheet, shown) => {
      const steered = await steeredBy(place, asker, id, "contacts write");
      if (steered.is === "refused") return steered;
      const read = await rowsOf(sheet);
      if (read.is !== "rows") return found(read);
      // From reading config/ to writing it nothing waits, so that nobody else's change comes in between.
      const { told, changes } = judge(place, asker, steered.found, read.rows);
      if (told.is !== "changes" || told.shown !== shown) {
        await logReach(place, asker, id, told);
        return found(told);
      }
      const written = writeContacts(configDir, changes);
      if (written.is === "refused") {
        app.log.error({ why: written.why }, "contacts not written");
        return found({ is: "unreadable", why: "not-written" });
      }
      app.log.info({ by: asker.person, round: id, files: written.files }, "contacts written");
      await place.reread(place.clock.now());
      return found({ is: "written" });
    },
  };
}

async function steeredBy(
  { app, clock }: Place,
  asker: Asker,
  id: string,
  what: string,
): Promise<Asked<Round>> {
  const round = await app.store.rounds.get(id);
  if (!round) return { is: "refused", why: "no-such-round" };
  const actor = { id: asker.person, person: asker.person, name: asker.person };
  if (may(rolesFor(app, actor, round), { do: "steer", round })) return found(round);
  await app.store.events.refused(
    clock.now(),
    asker.person,
    `${what} not-coordinator`,
    `web:${randomUUID()} 1`,
    null,
  );
  return { is: "refused", why: "not-coordinator" };
}

/** Somebody tried to change who answers in a plan that is not theirs. */
async function logReach({ app, clock }: Place, asker: Asker, id: string, told: ComparedSheet): Promise<void> {
  if (told.is !== "not-theirs") return;
  await app.store.events.refused(
    clock.now(),
    asker.person,
    `contacts of another plan, round ${id} not-coordinator`,
    `web:${randomUUID()} 1`,
    null,
  );
}

type Rows = { readonly is: "rows"; readonly rows: readonly SheetRow[] };

async function rowsOf({
  bytes,
  name,
}: GivenSheet): Promise<Rows | Exclude<ComparedSheet, { is: "changes" }>> {
  const sheet = await readSheet(bytes, name);
  return sheet.is === "refused" ? { is: "unreadable", why: sheet.why } : sheetRows(sheet.rows);
}

/** As the files are now, which the bot may not have read yet. Null while they have faults. */
function knownOf({ app, configDir }: Place, round: Round): { config: Config; plan: Plan } | null {
  const loaded = loadConfig(configDir);
  if (loaded.is === "faulty") {
    app.log.error({ faults: loaded.faults.map(describeFault) }, "contacts: config/ has faults");
    return null;
  }
  const plan = loaded.config.plans.find((one) => one.key === round.plan);
  return plan ? { config: loaded.config, plan } : null;
}

interface Judged {
  readonly told: ComparedSheet;
  readonly changes: ContactChanges;
}

function judge(place: Place, asker: Asker, round: Round, rows: readonly SheetRow[]): Judged {
  const none: ContactChanges = { people: [], units: [], measures: [] };
  const known = knownOf(place, round);
  if (known === null) return { told: { is: "unreadable", why: "config-faulty" }, changes: none };
  const { config, plan } = known;
  const { language } = asker;
  const compared = compareContacts(rows, { ...config, plans: [plan] });
  const { changes } = compared;
  if (compared.problems.length > 0)
    return { told: { is: "problems", lines: describeProblems(compared, language) }, changes: none };
  if (changes.people.length + changes.units.length + changes.measures.length === 0)
    return { told: { is: "nothing", line: nothingChanges(language) }, changes: none };
  const others = inOtherPlans(rows, config, plan);
  const foreign = others.filter((one) => !rolesIn(one.plan, asker.person).coordinates);
  if (foreign.length > 0)
    return { told: { is: "not-theirs", plans: foreign.map((one) => one.plan.title) }, changes: none };
  const elsewhere = others.map((one) => ({
    plan: one.plan.title,
    lines: describeChanges(one.compared, language),
  }));
  const lines = describeChanges(compared, language);
  const shown = createHash("sha256")
    .update(JSON.stringify([changes, compared.differences, elsewhere]))
    .digest("base64url");
  return { told: { is: "changes", lines, elsewhere, shown }, changes };
}

/** A unit's contacts are the same in all plans: what the rows of one plan change in the others. */
function inOtherPlans(
  rows: readonly SheetRow[],
  config: Config,
  plan: Plan,
): { plan: Plan; compared: Comparison }[] {
  const everywhere = compareContacts(
    rows.map((row) => ({ ...row, plan: plan.key })),
    config,
  );
  return config.plans.flatMap((one) => {
    const differences = everywhere.differences.filter((other) => other.plan === one.key);
    if (one.key === plan.key || differences.length === 0) return [];
    const changes = { people: [], units: [], measures: [] };
    return [{ plan: one, compared: { changes, differences, problems: [], untouched: 0 } }];
  });
}

function found<Found>(what: Found): Asked<Found> {
  return { is: "found", found: what };
}

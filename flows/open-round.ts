import type { App } from "../src/app.ts";
import type { Block, Confirmation, View } from "../src/conversation/messages.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { dayOf, deadlineOn, nextWorkingTime } from "../src/round/calendar.ts";
import { roundsDue } from "../src/round/due.ts";
import { respondersFrom } from "../src/round/contacts.ts";
import { measuresOf, type PlannedRound, type Plan } from "../src/round/plan.ts";
import { canStep, stateOf, type Item, type PlanCopy, type Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { contactsOf } from "./follow-contacts.ts";

/** The calendar prepares the rounds whose day has come, opens those that open by themselves, and tells the coordinators. */
export async function prepareDueRounds(app: App, now: Date): Promise<void> {
  const known = await app.store.rounds.list();
  for (const plan of app.config.plans) {
    const ofPlan = known.filter((round) => round.plan === plan.key);
    for (const planned of roundsDue(plan.rounds, ofPlan, app.config.settings.timetable, now)) {
      await prepareRound(app, plan, planned, now, "calendar");
    }
    for (const round of await app.store.rounds.prepared(plan.key)) await beginOrTell(app, round, plan, now);
  }
}

/** A round that waits follows the plan file: what stood in its way may have been corrected there. */
async function beginOrTell(app: App, round: Round, plan: Plan, now: Date): Promise<void> {
  const { copy, items } = await copied(app, plan);
  const { blocked } = await whoWouldHear(app, copy, items, round.deadline, now);
  const planned = plan.rounds.find((one) => one.period === round.period);
  if (planned?.automatic === true && blocked.length === 0) {
    await followPlanFile(app, round);
    await app.store.rounds.step(round.id, "open", now, "calendar", `round ${round.id}`);
    return;
  }
  const at = nextWorkingTime(now, round.timetable);
  const owed = plan.coordinators.map((person) => ({
    person,
    kind: "ready" as const,
    slot: `event ready r${round.id}`,
    day: dayOf(at, round.timetable.timeZone),
    notBefore: at,
    round: round.id,
  }));
  app.ring("deliver", await app.store.notices.owe(owed, now));
}

/** Copies the plan into a round with one item per measure and unit. Null when the plan has a running round, or had one for the period. */
export async function prepareRound(
  app: App,
  plan: Plan,
  planned: Pick<PlannedRound, "period" | "deadline">,
  now: Date,
  actor: string,
): Promise<Round | null> {
  const { timetable } = app.config.settings;
  const deadline = deadlineOn(planned.deadline, timetable);
  const id = await app.store.rounds.prepare(
    { plan: plan.key, period: planned.period, timetable, deadline, ...(await copied(app, plan)) },
    now,
    actor,
  );
  return id === null ? null : app.store.rounds.get(id);
}

async function copied(
  app: App,
  plan: Plan,
): Promise<{ copy: PlanCopy; items: Pick<Item, "measure" | "unit" | "responders">[] }> {
  const contacts = contactsOf(app, await app.store.contacts.of(plan.key));
  const items = measuresOf(plan.headings).flatMap((measure) =>
    measure.units.flatMap((unit) => {
      const responders = contacts.units.has(unit) ? respondersFrom(contacts, measure, unit) : null;
      return responders === null ? [] : [{ measure: measure.key, unit, responders }];
    }),
  );
  const used = new Set(items.map((item) => item.unit));
  const names = Object.fromEntries(
    app.config.units.filter(({ key }) => used.has(key)).map(({ key, name }) => [key, name]),
  );
  return { copy: { plan, units: names }, items };
}

/** The coordinator sees who will get what, and opens. Until then a prepared round follows the plan file. */
export async function openRound(
  app: App,
  actor: Actor,
  round: Round,
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const name = nameOfRound(round);
  if (!canStep(stateOf(round), "open"))
    return { kind: "done", verb: "open", round: name, already: true, sent: null };
  await followPlanFile(app, round);
  const what = await ofRound(app, round, now);
  if (!confirmed || what.blocked.length > 0) {
    return { kind: "confirm", command: { verb: "open", round: round.id }, round: name, what };
  }
  const opened = await app.store.rounds.step(round.id, "open", now, actor.id, `round ${round.id}`);
  return { kind: "done", verb: "open", round: name, already: !opened, sent: null };
}

async function followPlanFile(app: App, round: Round): Promise<void> {
  const plan = app.config.plans.find((one) => one.key === round.plan);
  if (plan) await app.store.rounds.recopy(round.id, await copied(app, plan));
}

/** What opening would do, for a round that is not even prepared: nothing is written. */
export async function previewRound(app: App, plan: Plan, deadline: string, now: Date): Promise<Confirmation> {
  const { copy, items } = await copied(app, plan);
  return whoWouldHear(app, copy, items, deadlineOn(deadline, app.config.settings.timetable), now);
}

async function ofRound(app: App, { id, deadline }: Round, now: Date): Promise<Confirmation> {
  const round = await app.store.rounds.get(id);
  return round
    ? whoWouldHear(app, round.copy, await app.store.rounds.items(id), deadline, now)
    : { people: [], leftOut: [], unreachable: [], blocked: [], warnings: [] };
}

/** Who would hear, counted for whoever is asked first, and what stands in the way. */
async function whoWouldHear(
  app: App,
  copy: PlanCopy,
  items: readonly Pick<Item, "unit" | "responders">[],
  deadline: Date,
  now: Date,
): Promise<Confirmation> {
  const noUnit: Block[] = measuresOf(copy.plan.headings)
    .filter((measure) => measure.units.length === 0)
    .map(({ number, short }) => ({ is: "no-unit", number, short }));
  const silent = new Set(items.filter((item) => item.responders.length === 0).map((item) => item.unit));
  const noContact: Block[] = [...silent].map((unit) => ({
    is: "no-contact",
    unit: copy.units[unit] ?? unit,
  }));
  const passed: Block[] = deadline <= now ? [{ is: "deadline-passed" }] : [];
  const names = new Map(app.config.people.map((person) => [person.id, person.name]));
  const asked = items.filter((item) => item.responders.length > 0);
  const byOwner = Map.groupBy(asked, (item) => item.responders[0] ?? "");
  const today = dayOf(now, app.config.settings.timetable.timeZone);
  const known = (await app.store.people.list()).filter((person) => byOwner.has(person.id));
  return {
    people: [...byOwner].map(([id, theirs]) => ({
      id,
      name: names.get(id) ?? id,
      items: theirs.length,
    })),
    leftOut: known
      .filter(({ awayUntil }) => awayUntil !== null && awayUntil >= today)
      .map(({ name }) => ({ name, why: "away" as const })),
    // As far as it was tried before; who was never tried is found out when they are asked.
    unreachable: known.flatMap(({ name, trouble }) => (trouble === null ? [] : [{ name, why: trouble }])),
    blocked: [...noUnit, ...noContact, ...passed],
    warnings: [],
  };
}

/** Shows the coordinator the message somebody will get, before anybody gets it. */
export async function sendToMyself(
  app: App,
  actor: Actor,
  round: Round,
  about: string | null,
  now: Date,
): Promise<View> {
  const name = nameOfRound(round);
  await followPlanFile(app, round);
  const { people } = await ofRound(app, round, now);
  const most = people.toSorted((a, b) => b.items - a.items)[0]?.id;
  const person = about ?? most;
  if (actor.person === null || person === undefined) return { kind: "refused", why: "not-now" };
  const { timeZone } = round.timetable;
  const slot = `event trial r${round.id} ${person} ${now.toISOString()}`;
  const trial = {
    person: actor.person,
    kind: "trial" as const,
    slot,
    day: dayOf(now, timeZone),
    notBefore: now,
    round: round.id,
  };
  app.ring("deliver", await app.store.notices.owe([{ ...trial, about: person }], now));
  return { kind: "done", verb: "trial", round: name, already: false, sent: null };
}

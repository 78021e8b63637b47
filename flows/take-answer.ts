import type { App } from "../src/app.ts";
import type { Desk, ItemView } from "../src/conversation/desk.ts";
import { readReply, type AskedRound } from "../src/conversation/free-text.ts";
import type { Filled, FormFault, View } from "../src/conversation/messages.ts";
import type { Heard, Reply, Said, Seen } from "../src/conversation/replies.ts";
import { cleanText, longestComment } from "../src/round/comment.ts";
import { statusIn } from "../src/round/legend.ts";
import type { Language } from "../src/round/plan.ts";
import { readTyped } from "./read-typed.ts";
import { showDesk, showHelp } from "./show-desk.ts";
import { showRounds } from "./show-progress.ts";

type Person = { readonly id: string; readonly name: string };

/**
 * Takes what one person said about one or several items: all of it, or none and the reason, with the form as it was filled in.
 * Resolves after commit. Nothing waits for the queue: redrawing is rung for afterwards.
 */
export async function takeAnswer(
  app: App,
  person: Person,
  heard: Heard,
  said: readonly Said[],
): Promise<View> {
  const desk = await deskOf(app, person);
  const stranger = said.find((one) => !takesAnswers(desk, one.item));
  if (stranger) return refuse(app, person, heard, stranger.item);

  const cleaned = said.map((one) => ({ ...one, comment: cleanText(one.comment) }));
  const wrong = cleaned.flatMap((one) => faultsIn(desk, one));
  if (wrong.length > 0) return { kind: "form", desk, filled: cleaned, wrong };
  return store(app, person, heard, cleaned);
}

/** "Same as last time": the last published status and text, said anew. */
export async function sameAsLast(
  app: App,
  person: Person,
  heard: Heard,
  items: readonly Seen[],
): Promise<View> {
  const desk = await deskOf(app, person);
  const said = items.map(({ item, seen }) => {
    const previous = onDesk(desk, item)?.item.previous;
    return { item, seen, status: previous?.status ?? null, comment: previous?.comment ?? "", progress: null };
  });
  const without = said.filter((one) => onDesk(desk, one.item) && one.status === null);
  if (without.length > 0) {
    const wrong = without.map(({ item }) => ({ item, why: "no-last-time" as const }));
    return { kind: "form", desk, filled: [], wrong };
  }
  return takeAnswer(app, person, heard, said);
}

/** Taking an answer back makes the item open again. */
export async function withdrawAnswer(
  app: App,
  person: Person,
  heard: Heard,
  items: readonly Seen[],
): Promise<View> {
  const desk = await deskOf(app, person);
  const stranger = items.find(({ item }) => !takesAnswers(desk, item));
  if (stranger) return refuse(app, person, heard, stranger.item);
  return store(
    app,
    person,
    heard,
    items.map((one) => ({ ...one, status: null, comment: "", progress: null })),
  );
}

/** The message that said it was deleted: what it said counts no longer. */
export async function unsayAnswer(app: App, person: Person, heard: Heard): Promise<View> {
  const items = await app.store.events.saidBy(heard.source, person.id);
  return withdrawAnswer(
    app,
    person,
    heard,
    items.map((item) => ({ item, seen: 2_147_483_647 })),
  );
}

/**
 * What somebody typed: a coordinator's command is what a button of theirs would have said (`instead` takes it); everything
 * else is an answer, taken when it is clear and otherwise asked about with the form. A colour is never guessed.
 */
export async function takeTyped(
  app: App,
  person: Person & { readonly language: Language },
  heard: Heard,
  text: string,
  instead: (meant: Reply) => Promise<View> | View,
): Promise<View> {
  const desk = await deskOf(app, person);
  const understood = readReply(text, desk.rounds.map(asAsked));
  const read = await readTyped(app, person, text, understood.kind !== "unclear", heard.receivedAt);
  if (read.kind === "unclear") return { kind: "unclear-command", unclear: read };
  if (read.kind !== "not-a-command") return instead(read);
  const seen = (item: string): Seen => ({ item, seen: seenWhenTyping(onDesk(desk, item)?.item) });
  switch (understood.kind) {
    case "answer":
      return takeAnswer(
        app,
        person,
        heard,
        understood.said.map((one) => ({ ...seen(one.item), ...one, progress: null })),
      );
    case "same-as-last":
      return sameAsLast(app, person, heard, understood.items.map(seen));
    case "withdraw":
      return withdrawAnswer(app, person, heard, understood.items.map(seen));
    case "show":
      return showTyped(app, person, understood.view, heard.receivedAt);
    case "unclear": {
      const filled: Filled[] = understood.items.map((item) => ({
        item,
        status: null,
        comment: understood.comment,
      }));
      return { kind: "unclear", why: understood.why, desk, filled };
    }
  }
}

function showTyped(
  app: App,
  person: Person,
  view: "desk" | "help" | "rounds",
  now: Date,
): Promise<View> | View {
  if (view === "help") return showHelp(app, person);
  return view === "desk" ? showDesk(app, person) : showRounds(app, { ...person, person: person.id }, now);
}

/** Somebody who types has not seen what others said meanwhile. */
function seenWhenTyping(item: ItemView | undefined): number {
  if (!item) return 0;
  return item.answer === null || item.answer.mine ? item.revision : 0;
}

function asAsked(round: Desk["rounds"][number]): AskedRound {
  const items = round.items.filter((item) => item.dropped === null);
  return {
    legend: round.legend,
    items: items.map(({ id, number, key, title, short, answer, previous }) => ({
      id,
      number,
      key,
      title,
      short,
      answered: answer !== null,
      hasPrevious: previous !== null && previous.status !== null,
    })),
  };
}

async function store(app: App, person: Person, heard: Heard, said: readonly Said[]): Promise<View> {
  const { taken, redraw } = await app.store.takeAnswers(heard, said);
  app.ring("redraw", redraw);
  const desk = await deskOf(app, person);
  const gone = said.find(({ item }) => !takesAnswers(desk, item));
  if (gone) return refuse(app, person, heard, gone.item);
  const crossed = taken.filter((one) => one.crossed).map((one) => one.item);
  return { kind: "stored", desk, stored: said.map(({ item }) => item), crossed };
}

function faultsIn(desk: Desk, said: Said): FormFault[] {
  const place = onDesk(desk, said.item);
  if (!place) return [];
  const { item, round } = place;
  const fault = (why: FormFault["why"]): FormFault[] => [{ item: said.item, why }];
  if (said.status === null) return fault("no-status");
  if (!statusIn(round.legend, said.status)) return fault("unknown-status");
  if (said.comment.length > longestComment) return fault("too-long");
  if (said.progress !== null && !(said.progress >= 0 && said.progress < 1e12)) return fault("not-a-number");
  const overSomebodyElse = item.answer !== null && !item.answer.mine && said.seen < item.revision;
  return overSomebodyElse ? fault("changed-meanwhile") : [];
}

async function refuse(app: App, person: Person, heard: Heard, item: string): Promise<View> {
  const why = await app.store.events.whyNot(item, person.id);
  await app.store.events.refused(heard.receivedAt, person.id, why, `${heard.source} ${heard.version}`, item);
  return { kind: "refused", why };
}

/** Theirs, and not dropped: a form that was left open may speak of something that is. */
function takesAnswers(desk: Desk, item: string): boolean {
  const place = onDesk(desk, item);
  return place !== undefined && place.item.dropped === null;
}

function onDesk(desk: Desk, item: string): { item: ItemView; round: Desk["rounds"][number] } | undefined {
  for (const round of desk.rounds) {
    const found = round.items.find((one) => one.id === item);
    if (found) return { item: found, round };
  }
  return undefined;
}

function deskOf(app: App, person: Person): Promise<Desk> {
  return app.store.records.desk(person, app.config.settings.timetable.timeZone);
}

import type { Desk, ItemView, RoundView } from "../../src/conversation/desk.ts";
import type { Message, Progress, RoundName } from "../../src/conversation/messages.ts";
import { defaultLegend } from "../../src/round/legend.ts";
import type { Language } from "../../src/round/plan.ts";
import { sampleReport } from "../documents/sample-report.ts";

/** Desks and messages of an invented municipality, as small or as large as a test wants them. */

const timeZone = "Europe/Oslo";
export const deadline = new Date("2026-12-11T11:00:00Z");

const measures = [
  [
    "1.1",
    "Måle svevestøv ved alle skoler",
    "Måle svevestøv ved alle skoler: Målingene skal være åpne for alle og stå på skolens nettside.",
  ],
  ["1.2", "Bytte ut ti oljekjeler", "Bytte ut ti oljekjeler i kommunale bygg"],
  ["4. 2", "Sykkelparkering ved stasjonen", "Sykkelparkering ved stasjonen, med tak og lys"],
  ["1.1", "Kurs for vaktmestere", "Kurs for vaktmestere i energistyring"],
  ["2.1", "Reparasjonskveld på biblioteket", "Reparasjonskveld på biblioteket hver måned"],
] as const;

const unit = ["Teknisk drift", "Eiendom", "Kultur og bibliotek"] as const;

/** The nth measure of the invented plan; numbers repeat, as they do in real plans. */
export function item(nth: number, more: Partial<ItemView> = {}): ItemView {
  const [number, short, title] = measures[nth % measures.length] ?? measures[0];
  return {
    id: String(nth + 1),
    key: `tiltak-${nth + 1}`,
    number,
    title,
    short,
    under: ["Mål 1: Renere luft", "Skoler og barnehager"],
    unit: unit[nth % unit.length] ?? unit[0],
    due: nth % 2 === 0 ? "2027" : null,
    target: nth % 5 === 1 ? { goal: 10, of: "byttede oljekjeler", by: "2027-12-31" } : null,
    revision: 0,
    previous:
      nth % 4 === 3
        ? null
        : {
            period: "juni 2026",
            status: "orange",
            comment: "Anbudet er lyst ut\nSe [saken](https://example.org/sak/12)",
          },
    answer: null,
    dropped: null,
    question: null,
    ownDeadline: null,
    offeredTo: null,
    ...more,
  };
}

export function answered(nth: number, more: Partial<ItemView> = {}): ItemView {
  const answer = {
    status: "green",
    comment: "Alle målerne står\nTallene ligger åpent",
    progress: null,
    late: false,
    by: "Kari Nordvik",
    mine: true,
  };
  return item(nth, { revision: 1, answer, ...more });
}

function round(items: readonly ItemView[], more: Partial<RoundView> = {}): RoundView {
  const legend = defaultLegend("nb");
  return {
    id: "7",
    plan: "Handlingsplan for renere luft",
    period: "desember 2026",
    deadline,
    closed: false,
    legend,
    items,
    offers: [],
    ...more,
  };
}

export function deskOf(items: readonly ItemView[], more: Partial<RoundView> = {}): Desk {
  return {
    person: { id: "kari", name: "Kari Nordvik" },
    timeZone,
    rounds: items.length === 0 ? [] : [round(items, more)],
  };
}

/** `count` items, every third answered. */
export function deskWith(count: number): Desk {
  return deskOf(Array.from({ length: count }, (_, nth) => (nth % 3 === 2 ? answered(nth) : item(nth))));
}

export const roundName: RoundName = {
  id: "7",
  plan: "Handlingsplan for renere luft",
  period: "desember 2026",
  deadline,
  timeZone,
};

export const progress: Progress = {
  state: "open",
  items: 23,
  answered: 14,
  workingDaysLeft: 3,
  people: [
    {
      id: "kari",
      name: "Kari Nordvik",
      owns: 6,
      answered: 6,
      missing: [],
      unreachable: null,
      deputiesAsked: [],
      lastAsked: new Date("2026-11-30T07:05:00Z"),
      awayUntil: null,
      offeredTo: [],
      ownDeadline: null,
    },
    {
      id: "ola",
      name: "Ola Sund",
      owns: 9,
      answered: 2,
      missing: [0, 1, 2, 3, 4, 5, 6].map((nth) => ({
        number: item(nth).number,
        short: item(nth).short,
        unit: item(nth).unit,
      })),
      unreachable: null,
      deputiesAsked: ["Per Lund", "Åse Vik"],
      lastAsked: new Date("2026-12-07T07:05:00Z"),
      awayUntil: "2026-12-09",
      offeredTo: ["Kari Nordvik"],
      ownDeadline: new Date("2026-12-16T11:00:00Z"),
    },
    {
      id: "li",
      name: "Li Bakke",
      owns: 2,
      answered: 0,
      missing: [
        { number: "1.2", short: item(1).short, unit: "Eiendom" },
        { number: "2.1", short: item(4).short, unit: "Eiendom" },
      ],
      unreachable: "web: no-email",
      deputiesAsked: [],
      lastAsked: null,
      awayUntil: null,
      offeredTo: [],
      ownDeadline: null,
    },
  ],
  units: [
    { unit: "Teknisk drift", items: 9, answered: 8 },
    { unit: "Eiendom", items: 8, answered: 2 },
    { unit: "Kultur og bibliotek", items: 6, answered: 4 },
  ],
};

/** Every kind of message, drawn from one desk. A kind that is forgotten here does not compile. */
export function messagesFrom(
  desk: Desk,
  language: Language = "nb",
): Readonly<Record<Message["kind"], Message>> {
  const report = sampleReport({ language });
  const items = desk.rounds.flatMap((one) => one.items);
  const link = "https://status.example/w/HEMMELIG/";
  const one = items[0] ?? item(0);
  const said = items.find((some) => some.answer !== null) ?? answered(2);
  const { legend } = round([]);
  const about = { round: roundName, legend };
  const by = "Ola Sund";
  return {
    ask: { kind: "ask", desk, link },
    remind: { kind: "remind", desk, link },
    deputy: { kind: "deputy", desk, link },
    moved: { kind: "moved", desk },
    trial: { kind: "trial", of: desk },
    "deputy-asked": { kind: "deputy-asked", round: roundName, items, deputies: ["Per Lund", "Åse Vik"] },
    ready: { kind: "ready", round: roundName },
    digest: { kind: "digest", round: roundName, progress, about: "missing", people: progress.people },
    published: { kind: "published", round: roundName, report, answered: true, link },
    summary: { kind: "summary", round: roundName, report, sha256: "ab".repeat(32), link },
    "sent-back": {
      kind: "sent-back",
      ...about,
      item: { ...said, question: "Hvor mange skoler gjelder det?" },
      question: "Hvor mange skoler gjelder det?",
      by,
      due: new Date("2026-12-09T11:00:00Z"),
      link,
    },
    "hand-over": {
      kind: "hand-over",
      ...about,
      offers: items.map((some) => ({ id: `9${some.id}`, item: some })),
      by,
      reason: "Eiendom har overtatt bygget",
      link,
    },
    "hand-over-answered": { kind: "hand-over-answered", round: roundName, items, by, accepted: true },
    "answered-for": {
      kind: "answered-for",
      ...about,
      item: said,
      by,
      from: "e-post fra skoleeier 24. november",
    },
    edited: { kind: "edited", round: roundName, item: said, was: "Alle målerne står", now: "Ferdig", by },
    dropped: { kind: "dropped", round: roundName, item: one, because: "vedtak 112/26" },
    "drop-proposed": {
      kind: "drop-proposed",
      round: roundName,
      item: one,
      by,
      reason: "Bygget er solgt",
    },
    "deadline-moved": {
      kind: "deadline-moved",
      round: roundName,
      items,
      deadline: new Date("2026-12-18T11:00:00Z"),
      link,
    },
    "reader-asked": {
      kind: "reader-asked",
      round: roundName,
      headings: ["Mål 1: Renere luft", "Skoler og barnehager"],
      again: false,
      link,
    },
    corrected: {
      kind: "corrected",
      round: roundName,
      report,
      changes: [
        { number: "1.1", short: one.short, from: "orange", to: "green", comments: true },
        { number: "1.2", short: one.short, from: null, to: null, comments: true },
      ],
      sha256: "cd".repeat(32),
      link,
    },
    cancelled: { kind: "cancelled", round: roundName, because: "Planen er slått sammen med en annen" },
    "text-asked": {
      kind: "text-asked",
      round: roundName,
      request: "31",
      item: one,
      by,
      question: "Hvor mange kurs holdt dere i høst?",
      link,
    },
    "text-given": {
      kind: "text-given",
      round: roundName,
      item: said,
      by,
      text: "Fire kurs, med 62 deltakere\nTo til er satt opp i januar",
      link,
    },
  };
}

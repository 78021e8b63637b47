import type { Progress, Review, ReviewItem } from "../../src/conversation/messages.ts";
import { defaultLegend } from "../../src/round/legend.ts";
import type { Flag } from "../../src/round/needs-look.ts";
import { rowsOf, rowStatuses } from "../../src/round/report-lists.ts";
import { partsOf } from "../../src/round/report-part.ts";
import type { Report, ReportHeading, Row } from "../../src/round/report.ts";
import { sampleReport } from "../documents/sample-report.ts";
import { deadline, item, roundName } from "./desks.ts";

/** Drafts as a coordinator reads them through: the sample's, with something of everything, and one of 200 measures and 60 owners. */

export const staff = [
  { id: "kari", name: "Kari Nordvik" },
  { id: "ola", name: "Ola Sund" },
  { id: "li", name: "Li Bakke" },
  { id: "ase", name: "Åse Vik" },
];

export function reviewOf(report: Report = sampleReport({ draft: true }), more: Partial<Review> = {}): Review {
  const flags = rowsOf(report).flatMap(flagsFor);
  return {
    round: roundName,
    state: "closed",
    report,
    flags,
    people: staff,
    headings: partsOf(report.headings).map(({ place, title, depth, rows }, nth) => ({
      place,
      title,
      depth,
      approved: nth === 0 ? { by: "Kari Nordvik", at: new Date("2026-12-12T09:00:00Z") } : null,
      readers:
        nth === 2
          ? [
              { name: "Ingrid Lie", readAt: null },
              { name: "Per Lund", readAt: new Date("2026-12-12T10:00:00Z") },
            ]
          : [],
      rows: rows.map((row, at) => ({
        key: row.key,
        number: row.number,
        short: row.short,
        title: row.title,
        status: row.status,
        flags: flags.filter((flag) => flag.measure === row.key),
        decision:
          at === 3 ? { id: "77", status: "orange", comment: "Samlet vurdering", by: "Kari Nordvik" } : null,
        items: row.units.map((said, unit) => itemFor(row, said, at + unit)),
      })),
    })),
    ...more,
  };
}

function itemFor(row: Row, said: Row["units"][number], nth: number): ReviewItem {
  const id = idOf(row, said.unit.key);
  const base = item(0, {
    id,
    key: row.key,
    number: row.number,
    title: row.title,
    short: row.short,
    unit: said.unit.name,
    dropped: said.dropped,
    target: row.target,
    revision: said.status === null ? 0 : 2,
    answer:
      said.status === null
        ? null
        : {
            status: said.status,
            comment: said.bullets.join("\n"),
            progress: said.progress,
            late: said.late,
            by: "Ola Sund",
            mine: false,
          },
  });
  return {
    ...base,
    unitKey: said.unit.key,
    responders: staff.slice(nth % 2, (nth % 2) + 2),
    deadline,
    enteredFrom: nth % 5 === 2 ? "e-post fra skoleeier 24. november" : null,
    written: nth % 5 === 1 ? "Alt er klart!!" : null,
    question: nth % 7 === 4 ? "Hvor mange gjelder det?" : null,
    proposal: nth % 7 === 3 ? { by: "Ola Sund", reason: "Bygget er solgt" } : null,
    offeredTo: nth % 9 === 5 ? "Li Bakke" : null,
  };
}

const idOf = ({ key }: Row, unit: string): string => `${key}-${unit}`;

function flagsFor(row: Row, nth: number): Flag[] {
  const first = row.units[0];
  const about = { measure: row.key, item: first ? idOf(row, first.unit.key) : null };
  return [
    ...(row.status === "unanswered" ? [{ is: "unanswered" as const, ...about }] : []),
    ...(row.status === "undecided" ? [{ is: "undecided" as const, measure: row.key, item: null }] : []),
    ...(nth % 6 === 1 ? [{ is: "changed-without-a-word" as const, ...about }] : []),
    ...(nth % 8 === 2 ? [{ is: "crossed" as const, ...about }] : []),
    ...(nth % 11 === 3 ? [{ is: "same-comment" as const, ...about }] : []),
  ];
}

/** An invented plan of 200 measures under 12 headings, with 60 units that have an owner each. */
export function largeReport(): Report {
  const legend = defaultLegend("nb");
  const statuses = [...legend.map(({ key }) => key), "unanswered"];
  const rows = Array.from({ length: 200 }, (_, nth): Row => {
    const status = statuses[(nth * 7 + Math.floor(nth / 10)) % 4] ?? "unanswered";
    const said = status === "unanswered" ? null : status;
    return {
      key: `tiltak-${nth + 1}`,
      number: `${Math.floor(nth / 17) + 1}.${(nth % 17) + 1}`,
      title: `Styrke arbeidet med område ${nth + 1}: Tilbudet skal være kjent for alle og prøves ut i minst to deler av kommunen i planperioden.`,
      short: `Styrke arbeidet med område ${nth + 1}`,
      due: nth % 3 === 0 ? "2027" : null,
      target: null,
      status,
      units: [
        {
          unit: { key: `enhet-${(nth % 60) + 1}`, name: `Enhet ${(nth % 60) + 1}` },
          status: said,
          bullets: said ? ["Arbeidet er i gang, og avtalen er signert", "Evalueres til våren"] : [],
          progress: null,
          late: nth % 13 === 0 && said !== null,
          dropped: null,
        },
      ],
      changedFrom: null,
      late: false,
    };
  });
  const totals = (some: readonly Row[]) => ({
    measures: some.length,
    by: Object.fromEntries(
      rowStatuses(legend).map((key) => [key, some.filter(({ status }) => status === key).length]),
    ),
  });
  const headings = Array.from({ length: 12 }, (_, nth): ReportHeading => {
    const own = rows.slice(nth * 17, (nth + 1) * 17);
    return { title: `Mål ${nth + 1}: En kommune for alle`, rows: own, headings: [], totals: totals(own) };
  });
  return { ...sampleReport({ draft: true }), legend, headings, totals: totals(rows) };
}

export function largeProgress(): Progress {
  const rows = rowsOf(largeReport());
  const units = Array.from({ length: 60 }, (_, nth) => {
    const name = `Enhet ${nth + 1}`;
    const own = rows.filter((row) => row.units[0]?.unit.name === name);
    return { name, own, missing: own.filter((row) => row.status === "unanswered") };
  });
  return {
    state: "open",
    items: rows.length,
    answered: rows.filter((row) => row.status !== "unanswered").length,
    workingDaysLeft: 3,
    units: units.map(({ name, own, missing }) => ({
      unit: name,
      items: own.length,
      answered: own.length - missing.length,
    })),
    people: units.map(({ own, missing }, nth) => ({
      id: `person-${nth + 1}`,
      name: `Ansvarlig ${nth + 1} Etternavnsen`,
      owns: own.length,
      answered: own.length - missing.length,
      missing: missing.map(({ number, short, units: [said] }) => ({
        number,
        short,
        unit: said?.unit.name ?? "",
      })),
      unreachable: nth % 20 === 3 ? "web: no-email" : null,
      deputiesAsked: [],
      lastAsked: new Date("2026-12-07T07:05:00Z"),
      awayUntil: nth % 15 === 7 ? "2026-12-14" : null,
      offeredTo: [],
      ownDeadline: null,
    })),
  };
}

/** More people than one list shows. */
export const directory = Array.from({ length: 80 }, (_, nth) => ({
  id: `person-${nth + 1}`,
  name: `Ansvarlig ${nth + 1} ${nth % 4 === 0 ? "Nordvik" : "Etternavnsen"}`,
}));

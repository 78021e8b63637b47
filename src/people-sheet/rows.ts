import { measuresOf, respondersOf, type Language, type Person, type Plan, type Unit } from "../round/plan.ts";

/** What config/ says about who answers. */
export interface Responsible {
  readonly plans: readonly Plan[];
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
}

const columns = ["plan", "key", "number", "title", "unit", "owner", "deputies"] as const;
type Column = (typeof columns)[number];

/** What the columns are called: written in the deployment's language, read in any. */
const headers: Readonly<Record<Language, Readonly<Record<Column, string>>>> = {
  nb: {
    plan: "Plan",
    key: "Tiltaksnøkkel",
    number: "Nummer",
    title: "Tiltak",
    unit: "Enhet",
    owner: "Ansvarlig (e-post)",
    deputies: "Stedfortredere (e-post)",
  },
  nn: {
    plan: "Plan",
    key: "Tiltaksnøkkel",
    number: "Nummer",
    title: "Tiltak",
    unit: "Eining",
    owner: "Ansvarleg (e-post)",
    deputies: "Stadfortredarar (e-post)",
  },
  en: {
    plan: "Plan",
    key: "Measure key",
    number: "Number",
    title: "Measure",
    unit: "Unit",
    owner: "Owner (e-mail)",
    deputies: "Deputies (e-mail)",
  },
};

/** One row of a sheet, as written. `line` counts from 1, the header's. */
export interface SheetRow {
  readonly line: number;
  /** Empty where the sheet is about one plan. */
  readonly plan: string;
  readonly key: string;
  readonly number: string;
  readonly unit: string;
  readonly owner: string;
  readonly deputies: readonly string[];
}

export type ReadRows =
  | { readonly is: "rows"; readonly rows: readonly SheetRow[] }
  | { readonly is: "columns-missing"; readonly missing: readonly string[] };

/** One row per measure and unit, under a header; a measure without a unit has one row, to be filled in. */
export function contactRows({ plans, units, people }: Responsible, language: Language): string[][] {
  const shown = columns.filter((column) => column !== "plan" || plans.length > 1);
  const addresses = new Map(people.map((person) => [person.id, person.email ?? person.id]));
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const called = (unit: Unit): string =>
    units.some((other) => other !== unit && other.name === unit.name) ? unit.key : unit.name;
  const rows = plans.flatMap((plan) =>
    measuresOf(plan.headings).flatMap((measure) =>
      (measure.units.length > 0 ? measure.units : [""]).map((key): Record<Column, string> => {
        const unit = byKey.get(key);
        const asked = unit ? respondersOf(measure, unit).map((id) => addresses.get(id) ?? id) : [];
        return {
          plan: plan.key,
          key: measure.key,
          number: measure.number,
          title: measure.short,
          unit: unit ? called(unit) : key,
          owner: asked[0] ?? "",
          deputies: asked.slice(1).join("; "),
        };
      }),
    ),
  );
  return [
    shown.map((column) => headers[language][column]),
    ...rows.map((row) => shown.map((column) => row[column])),
  ];
}

/** Finds the columns by their names, in any order and language; what else stands in the sheet is somebody's own. */
export function sheetRows(rows: readonly (readonly string[])[]): ReadRows {
  const [header = [], ...body] = rows;
  const at = Object.fromEntries(
    columns.map((column) => [column, header.findIndex((name) => isCalled(name, column))]),
  );
  const needed = ["unit", "owner", ...((at["key"] ?? -1) < 0 ? ["number"] : [])] as Column[];
  const missing = needed.filter((column) => (at[column] ?? -1) < 0);
  if (missing.length > 0)
    return { is: "columns-missing", missing: missing.map((column) => headers.en[column]) };
  const cell = (row: readonly string[], column: Column): string => row[at[column] ?? -1] ?? "";
  const read = body.map((row, n) => ({
    line: n + 2,
    plan: cell(row, "plan"),
    key: cell(row, "key"),
    number: cell(row, "number"),
    unit: cell(row, "unit"),
    owner: cell(row, "owner"),
    deputies: cell(row, "deputies")
      .split(/[;,\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== ""),
  }));
  return { is: "rows", rows: read.filter((row) => row.key !== "" || row.number !== "" || row.unit !== "") };
}

function isCalled(name: string, column: Column): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}]/gu, "");
  return Object.values(headers).some(
    (one) => plain(one[column]) === plain(name) || plain(one[column].replace(/ \(.*/, "")) === plain(name),
  );
}

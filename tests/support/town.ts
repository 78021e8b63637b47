import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** A small municipality for a story: what its config files say, as data. YAML reads JSON. */
export interface Town {
  plans: Record<string, TownPlan>;
  people: Record<string, { name: string; email?: string; language?: "nb" | "nn" | "en" }>;
  units: Record<string, { name: string; contacts: string[] }>;
  settings?: Record<string, unknown>;
}

interface TownPlan {
  title: string;
  language?: "nb" | "nn" | "en";
  period?: string;
  coordinators: string[];
  leadership: string[];
  /** Who must have read a heading before it is published. */
  readers?: Record<string, string[]>;
  rounds: { period: string; opens: string; deadline: string; automatic?: boolean }[];
  legend?: unknown[];
  headings: { title: string; measures: TownMeasure[] }[];
}

interface TownMeasure {
  key?: string;
  number: string;
  title: string;
  units: string[];
  lead?: string;
  contact?: string;
  target?: { goal: number; of: string; by: string };
  previous?: { status: string | null; comments: string[] };
}

/** Three units, four measures, one coordinator, one leader: enough for most stories. Rounds open by themselves. */
export function smallTown(round = { opens: "2026-11-30", deadline: "2026-12-11" }): Town {
  return {
    plans: {
      klima: {
        title: "Klimaplan for Fjordvik",
        period: "juni 2026",
        coordinators: ["ida"],
        leadership: ["rolf"],
        rounds: [{ period: "desember 2026", automatic: true, ...round }],
        headings: [
          {
            title: "1. Reise",
            measures: [
              {
                number: "1.1",
                title: "Elbiler: Hjemmetjenesten skal bare bruke elbiler.",
                units: ["omsorg"],
                previous: { status: "orange", comments: ["Åtte av tolv biler er byttet."] },
              },
              {
                number: "1.2",
                title: "Sykkelparkering: Alle skoler skal ha sykkelstativ under tak.",
                units: ["skole"],
              },
            ],
          },
          {
            title: "2. Bygg",
            measures: [
              {
                number: "2.1",
                title: "Solceller: Skolene skal ha solceller på taket.",
                units: ["skole", "eiendom"],
              },
              {
                number: "2.2",
                title: "Varmestyring: Alle bygg skal ha varmestyring.",
                units: ["eiendom"],
                previous: { status: "red", comments: ["Anbudet er lyst ut."] },
              },
            ],
          },
        ],
      },
    },
    people: {
      ida: { name: "Ida Koordinator", email: "ida@fjordvik.example" },
      rolf: { name: "Rolf Leder", email: "rolf@fjordvik.example" },
      oda: { name: "Oda Omsorg", email: "oda@fjordvik.example" },
      ole: { name: "Ole Omsorg", email: "ole@fjordvik.example" },
      siv: { name: "Siv Skole", email: "siv@fjordvik.example" },
      stig: { name: "Stig Skole", email: "stig@fjordvik.example" },
      egil: { name: "Egil Eiendom", email: "egil@fjordvik.example" },
      else: { name: "Else Eiendom", email: "else@fjordvik.example" },
    },
    units: {
      omsorg: { name: "Omsorg", contacts: ["oda", "ole"] },
      skole: { name: "Skole", contacts: ["siv", "stig"] },
      eiendom: { name: "Eiendom", contacts: ["egil", "else"] },
    },
  };
}

/** Writes the files; writing again over them is how somebody edits config/ while the bot runs. */
export function writeTown(
  town: Town,
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-town-")),
): string {
  fs.mkdirSync(path.join(dir, "plans"), { recursive: true });
  const write = (file: string, value: unknown): void =>
    fs.writeFileSync(path.join(dir, file), JSON.stringify(value, null, 2));
  for (const [key, plan] of Object.entries(town.plans)) write(`plans/${key}.yaml`, plan);
  write("people.yaml", { people: town.people, units: town.units });
  write("settings.yaml", { organisation: "Fjordvik kommune", ...town.settings });
  return dir;
}

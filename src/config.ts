import { readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Person, Plan, Unit } from "./round/plan.ts";
import { asMapping, asText } from "./config/as-written.ts";
import { inFileOrder, oneOf, shown } from "./config/faults.ts";
import type { Fault } from "./config/faults.ts";
import { id } from "./config/fields.ts";
import { readPeople } from "./config/people-file.ts";
import type { ReadPeople } from "./config/people-file.ts";
import { readPlan } from "./config/plan-file.ts";
import type { Known } from "./config/plan-shape.ts";
import { defaultSettings, readSettings } from "./config/settings-file.ts";
import type { Settings } from "./config/settings-file.ts";
import { readYaml } from "./config/yaml-file.ts";

// What lies in config/ is nobody else's business: the rest of the product imports this file only.
export { readEnvironment } from "./config/environment.ts";
export type { Environment } from "./config/environment.ts";
export { describeFault } from "./config/faults.ts";

export interface Config {
  readonly plans: readonly Plan[];
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
  readonly settings: Settings;
}

export type Loaded =
  | { is: "loaded"; config: Config; warnings: readonly Fault[] }
  | { is: "faulty"; faults: readonly Fault[] };

/** Parts of a config as far as they could be read; null together with the faults that say why. */
interface Part<T> {
  readonly value: T | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/**
 * Reads `plans/*.yaml`, `people.yaml` and, if there, `settings.yaml` in `dir`. Either all of it or none:
 * the faults of every file are listed together, by file and line. Throws nothing a file could cause.
 */
export function loadConfig(dir: string): Loaded {
  const root = basename(resolve(dir));
  const names = namesIn(dir);
  if (names === null) {
    return {
      is: "faulty",
      faults: [
        {
          file: root,
          line: 0,
          found: "no folder that can be read",
          expected: "a folder with plans/ and people.yaml",
        },
      ],
    };
  }
  const settings = loadSettings(dir, root, names.includes("settings.yaml"));
  const language = (settings.value ?? defaultSettings).language;
  const people = loadPeople(dir, root, language);
  const plans = loadPlans(dir, root, {
    people: people.value?.ids ?? null,
    units: people.value?.keys ?? null,
    language,
  });

  const parts = [settings, people, plans];
  const faults = parts.flatMap((part) => part.faults);
  if (faults.length > 0 || !settings.value || !people.value?.people || !plans.value)
    return { is: "faulty", faults: inFileOrder(faults) };
  const config = { plans: plans.value, ...people.value.people, settings: settings.value };
  const warnings = [...parts.flatMap((part) => part.warnings), ...strays(root, names)];
  return { is: "loaded", config, warnings: inFileOrder(warnings) };
}

function loadSettings(dir: string, root: string, there: boolean): Part<Settings> {
  if (!there) return { value: defaultSettings, faults: [], warnings: [] };
  const { file, faults } = readYaml(join(dir, "settings.yaml"), `${root}/settings.yaml`);
  if (!file) return { value: null, faults, warnings: [] };
  const read = readSettings(file);
  return { value: read.settings, faults: [...faults, ...read.faults], warnings: [] };
}

function loadPeople(dir: string, root: string, language: Settings["language"]): Part<ReadPeople> {
  const { file, faults } = readYaml(join(dir, "people.yaml"), `${root}/people.yaml`);
  if (!file) return { value: null, faults, warnings: [] };
  const read = readPeople(file, language);
  return { value: read, faults: [...faults, ...read.faults], warnings: read.warnings };
}

function loadPlans(dir: string, root: string, known: Known): Part<Plan[]> {
  const names = (namesIn(join(dir, "plans")) ?? []).filter((name) => /\.ya?ml$/.test(name));
  if (names.length === 0) {
    return {
      value: null,
      faults: [{ file: `${root}/plans`, line: 0, found: "no plan", expected: "at least one file *.yaml" }],
      warnings: [],
    };
  }
  const parts = names.map((name) => loadPlan(join(dir, "plans", name), `${root}/plans/${name}`, known));
  return {
    value: parts.flatMap((part) => part.value?.plan ?? []),
    faults: [...parts.flatMap((part) => part.faults), ...sameKeys(parts.flatMap((part) => part.value ?? []))],
    warnings: parts.flatMap((part) => part.warnings),
  };
}

interface Placed {
  readonly plan: Plan | null;
  /** As written or as the file is called, whether or not the rest of the plan is right. */
  readonly key: string;
  readonly file: string;
  readonly line: number;
}

function loadPlan(path: string, name: string, known: Known): Part<Placed> {
  const { file, faults } = readYaml(path, name);
  if (!file) return { value: null, faults, warnings: [] };
  const own = asText(asMapping(file.value)["key"]);
  const key = own ?? basename(name).replace(/\.ya?ml$/, "");
  const read = readPlan(file, key, known);
  return {
    value: { plan: read.plan, key, file: name, line: file.lineOf(["key"]) },
    faults: [...faults, ...(own === null ? unfitName(name, key) : []), ...read.faults],
    warnings: read.warnings,
  };
}

function unfitName(file: string, key: string): Fault[] {
  if (id.safeParse(key).success) return [];
  return [
    {
      file,
      line: 0,
      found: `no \`key\`, and a file name that cannot be one`,
      expected: "a `key` of a–z, 0–9, `-` and `.`",
    },
  ];
}

function sameKeys(plans: readonly Placed[]): Fault[] {
  return plans.flatMap(({ key, file, line }, i) => {
    const first = plans.slice(0, i).find((other) => other.key === key);
    const found = `the plan key ${shown(key)} again (first in ${first?.file})`;
    return first ? [{ file, line, found, expected: "a `key` of its own for every plan" }] : [];
  });
}

/** A misspelt file name would otherwise mean defaults, in silence. */
function strays(root: string, names: readonly string[]): Fault[] {
  const read = ["people.yaml", "settings.yaml"];
  const others = names.filter((name) => /\.ya?ml$/.test(name) && !read.includes(name));
  return others.map((name) => ({
    file: `${root}/${name}`,
    line: 0,
    found: "a file that is not read",
    expected: oneOf("one of", name, read),
  }));
}

function namesIn(dir: string): string[] | null {
  try {
    return readdirSync(dir).toSorted();
  } catch {
    return null;
  }
}

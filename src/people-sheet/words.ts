import type { Language } from "../round/plan.ts";
import type { Comparison, Difference, SheetProblem } from "./compare.ts";

/** What a sheet of contacts would change, as lines of plain text: for the command line and the web page alike. */

/** More than anybody reads; how many there are is said. */
const mostProblems = 30;

export function describeProblems({ problems }: Comparison, language: Language): string[] {
  const words = sentences[language];
  const shown = problems.slice(0, mostProblems).map((one) => {
    const near = one.near === null ? "" : ` ${words.didYouMean(one.near)}`;
    return `${words.line(one.line)}: ${words.problems[one.is](one.found)}${near}`;
  });
  const more = problems.length - shown.length;
  return problems.length === 0
    ? []
    : [words.fix(problems.length), ...shown, ...(more > 0 ? [words.more(more)] : [])];
}

/** Empty when nothing changes. */
export function describeChanges(
  { changes, differences, untouched }: Comparison,
  language: Language,
): string[] {
  const words = sentences[language];
  const fresh = changes.units
    .filter((unit) => unit.isNew)
    .map((unit) => `+ ${words.newUnit(unit.name, unit.key)}`);
  const people = changes.people.map(({ name, email }) => `+ ${words.newPerson(name, email ?? "")}`);
  const alsoElsewhere = differences.length === 0 && changes.units.length + changes.measures.length > 0;
  const lines = [...people, ...fresh, ...differences.map((one) => describeDifference(one, words))];
  if (alsoElsewhere) lines.push(words.onlyWritten);
  return lines.length === 0 || untouched === 0 ? lines : [...lines, words.untouched(untouched)];
}

export function nothingChanges(language: Language): string {
  return sentences[language].nothing;
}

const signs = { added: "+", changed: "~", removed: "-" } as const;

function describeDifference({ is, number, short, unit, was, becomes }: Difference, words: Words): string {
  const names = (some: readonly string[]): string => some.join(", ") || words.nobody;
  const who = is === "changed" ? `${names(was)} → ${names(becomes)}` : names(is === "added" ? becomes : was);
  return `${signs[is]} ${number} ${short}, ${unit}: ${who}`;
}

interface Words {
  readonly nothing: string;
  readonly nobody: string;
  readonly onlyWritten: string;
  line(line: number): string;
  fix(count: number): string;
  more(count: number): string;
  didYouMean(near: string): string;
  newUnit(name: string, key: string): string;
  newPerson(name: string, email: string): string;
  untouched(count: number): string;
  readonly problems: Readonly<Record<SheetProblem["is"], (found: string) => string>>;
}

const sentences: Readonly<Record<Language, Words>> = {
  nb: {
    nothing: "Ingenting er endret.",
    nobody: "(ingen)",
    onlyWritten: "Det samme er skrevet på en annen måte; de som spørres, er de samme.",
    line: (line) => `Rad ${line}`,
    fix: (count) => (count === 1 ? "Dette må rettes først:" : `Disse ${count} må rettes først:`),
    more: (count) => `… og ${count} til.`,
    didYouMean: (near) => `Mente du «${near}»?`,
    newUnit: (name, key) => `Ny enhet: ${name} (${key})`,
    newPerson: (name, email) => `Ny person: ${name}, ${email}`,
    untouched: (count) =>
      count === 1
        ? "Ett tiltak står ikke i arket og er som før."
        : `${count} tiltak står ikke i arket og er som før.`,
    problems: {
      "unknown-measure": (found) => `Ingen plan har tiltaket «${found}».`,
      "several-measures": (found) => `Flere tiltak heter «${found}». Skriv nøkkelen.`,
      "unknown-unit": (found) => `Enheten «${found}» finnes ikke.`,
      "unknown-person": (found) => `Ingen er kjent som «${found}». En ny person skrives «Navn <adresse>».`,
      twice: (found) => `«${found}» står mer enn én gang.`,
      "units-contacts-differ": (found) =>
        `${found} har ulike kontakter på radene sine. Bare den ansvarlige kan være en annen på et tiltak.`,
    },
  },
  nn: {
    nothing: "Ingenting er endra.",
    nobody: "(ingen)",
    onlyWritten: "Det same er skrive på ein annan måte; dei som blir spurde, er dei same.",
    line: (line) => `Rad ${line}`,
    fix: (count) => (count === 1 ? "Dette må rettast først:" : `Desse ${count} må rettast først:`),
    more: (count) => `… og ${count} til.`,
    didYouMean: (near) => `Meinte du «${near}»?`,
    newUnit: (name, key) => `Ny eining: ${name} (${key})`,
    newPerson: (name, email) => `Ny person: ${name}, ${email}`,
    untouched: (count) =>
      count === 1
        ? "Eitt tiltak står ikkje i arket og er som før."
        : `${count} tiltak står ikkje i arket og er som før.`,
    problems: {
      "unknown-measure": (found) => `Ingen plan har tiltaket «${found}».`,
      "several-measures": (found) => `Fleire tiltak heiter «${found}». Skriv nøkkelen.`,
      "unknown-unit": (found) => `Eininga «${found}» finst ikkje.`,
      "unknown-person": (found) => `Ingen er kjend som «${found}». Ein ny person skriv du «Namn <adresse>».`,
      twice: (found) => `«${found}» står meir enn éin gong.`,
      "units-contacts-differ": (found) =>
        `${found} har ulike kontaktar på radene sine. Berre den ansvarlege kan vere ein annan på eit tiltak.`,
    },
  },
  en: {
    nothing: "Nothing changes.",
    nobody: "(nobody)",
    onlyWritten: "The same is written in another way; those who are asked are the same.",
    line: (line) => `Row ${line}`,
    fix: (count) => (count === 1 ? "This has to be fixed first:" : `These ${count} have to be fixed first:`),
    more: (count) => `… and ${count} more.`,
    didYouMean: (near) => `Did you mean “${near}”?`,
    newUnit: (name, key) => `New unit: ${name} (${key})`,
    newPerson: (name, email) => `New person: ${name}, ${email}`,
    untouched: (count) =>
      count === 1
        ? "One measure is not in the sheet and stays as it is."
        : `${count} measures are not in the sheet and stay as they are.`,
    problems: {
      "unknown-measure": (found) => `No plan has the measure “${found}”.`,
      "several-measures": (found) => `Several measures are called “${found}”. Give the key.`,
      "unknown-unit": (found) => `There is no unit “${found}”.`,
      "unknown-person": (found) => `Nobody is known as “${found}”. A new person is written “Name <address>”.`,
      twice: (found) => `“${found}” is there more than once.`,
      "units-contacts-differ": (found) =>
        `${found} has different contacts on its rows. Only the owner may be another one on a measure.`,
    },
  },
};

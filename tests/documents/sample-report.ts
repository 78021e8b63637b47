import { compileReport, lastTime } from "../../src/round/compile.ts";
import { noDecisions } from "../../src/round/decision.ts";
import { defaultLegend } from "../../src/round/legend.ts";
import type { Heading, Language, Measure, Plan } from "../../src/round/plan.ts";
import { measuresOf } from "../../src/round/plan.ts";
import type { Report } from "../../src/round/report.ts";
import type { Answer, Item, Round } from "../../src/round/round.ts";

/** An invented municipality's table with everything a real one has: restarting numbers, "4. 2", links, units that differ. */

const unitNames = {
  oppvekst: "Oppvekst og skole",
  kultur: "Kultur, idrett og frivillighet",
  helse: "Helse og omsorg",
  plan: "Plan og eiendom",
  personal: "Personal",
};

export const deadline = new Date("2026-12-11T11:00:00Z");

export function measure(key: string, number: string, short: string, more: Partial<Measure> = {}): Measure {
  return {
    key,
    number,
    short,
    title: short,
    units: ["oppvekst"],
    lead: null,
    contact: null,
    due: null,
    target: null,
    previous: null,
    ...more,
  };
}

const orangeBefore = { status: "orange", comments: ["Arbeidet er i gang"] };
const long =
  " Nye lag får en fast kontaktperson i kommunen, og lagene får tilbud om et kurs i inkludering for trenere, dommere og foreldre hvert år i planperioden. Garderober med egne avlukker skal være på plass i alle haller som bygges om.";

const headings: Heading[] = [
  {
    title: "Mål 1: Vi vet hvem som står utenfor",
    measures: [
      measure("kunnskap-1", "1.1", "Spørre innbyggerne hvert andre år", {
        title:
          "Spørre innbyggerne hvert andre år: Undersøkelsen skal nå innbyggere på minst fem språk, og resultatene skal være åpne.",
        previous: orangeBefore,
      }),
      measure("kunnskap-2", "1.2", "Møte organisasjonene", {
        units: ["kultur"],
        previous: { status: "red", comments: [] },
      }),
      measure("kunnskap-3", "1.3", "Sertifisere fem enheter", {
        units: ["personal"],
        due: "innen 1. tertial 2027",
        target: { goal: 5, of: "sertifiserte enheter", by: "2027-12-31" },
      }),
      measure("kunnskap-4", "1.4", "Samle tall fra tjenestene", { units: ["helse"] }),
    ],
    headings: [],
  },
  {
    title: "Mål 2: Alle finner et sted å høre til",
    measures: [],
    headings: [
      section(
        "1. Barn og unge",
        "barn",
        [
          "Åpne bibliotek om kvelden",
          "Fadder i alle klubber",
          "Leksehjelp på ungdomshuset",
          "Foreldremøter på flere språk",
          "Sommerjobb til flere",
        ],
        "oppvekst",
      ),
      section(
        "2. Idrett og kultur",
        "idrett",
        [
          "Låne utstyr gratis",
          "Kurs for trenere",
          "Kulturkort for unge",
          "Åpen hall på lørdager",
          "Korps i alle kretser",
        ],
        "kultur",
      ),
      section(
        "3. Helse",
        "helse",
        ["Samtaletilbud uten ventetid", "Besøksvenn", "Tolk ved første time", "Helsestasjon på kveldstid"],
        "helse",
      ),
      {
        title: "4. Kommunen som arbeidsgiver",
        measures: [
          measure("jobb-1", "4.1", "Anonyme søknader", { units: ["personal"] }),
          measure("jobb-2", "4. 2", "Samarbeide med de tillitsvalgte", {
            units: ["personal"],
            title: "Samarbeide med de tillitsvalgte om opplæring & oppfølging",
          }),
          measure("jobb-3", "4.3", "Universell utforming", {
            units: ["plan", "kultur"],
            title: `Universell utforming av møtesteder.${long}`,
            previous: orangeBefore,
          }),
          measure("jobb-4", "4.4", "Felles mottak for nye ansatte", {
            units: ["personal", "helse", "plan"],
            lead: "personal",
          }),
        ],
        headings: [
          {
            title: "Vedtatt senere",
            headings: [],
            measures: [
              measure("jobb-5", "1", "Språktrening", { units: [] }),
              measure("jobb-6", "2", "Trykt brosjyre", { units: ["kultur"] }),
            ],
          },
        ],
      },
    ],
  },
];

function section(title: string, key: string, shorts: string[], unit: string): Heading {
  const measures = shorts.map((short, at) =>
    measure(`${key}-${at + 1}`, `${title[0] ?? ""}.${at + 1}`, short, {
      units: [unit],
      title: `${short}:${at % 2 ? " Tilbudet skal være gratis og kjent for alle." : long}`,
    }),
  );
  return { title, measures, headings: [] };
}

export function planWith(planHeadings: readonly Heading[], language: Language = "nb"): Plan {
  return {
    key: "inkludering",
    title: "handlingsplan for inkludering",
    language,
    period: "juni 2026",
    legend: defaultLegend(language),
    coordinators: ["kari"],
    leadership: ["lise"],
    readers: [],
    rounds: [],
    headings: planHeadings,
  };
}

export function roundOf(plan: Plan): Round {
  return {
    id: "inkludering-desember-2026",
    plan: plan.key,
    period: "desember 2026",
    copy: { plan, units: unitNames },
    timetable: {
      timeZone: "Europe/Oslo",
      hours: { from: "08:00", to: "15:30" },
      deadlineAt: "12:00",
      remind: [5, 1],
      deputy: 2,
      digest: 2,
      holidays: "NO",
      daysOff: [],
    },
    deadline,
    preparedAt: new Date("2026-11-20T08:00:00Z"),
    openedAt: new Date("2026-11-23T08:00:00Z"),
    closedAt: null,
    publishedAt: null,
    cancelledAt: null,
  };
}

export function answered(status: string | null, comment = "", more: Partial<Answer> = {}): Answer {
  const receivedAt = new Date("2026-12-01T09:00:00Z");
  return {
    revision: 1,
    status,
    comment,
    progress: null,
    by: "ola",
    saidAt: receivedAt,
    receivedAt,
    crossed: false,
    entered: null,
    written: null,
    ...more,
  };
}

export function itemOf(
  of: Pick<Measure, "key">,
  unit: string,
  answer: Answer | null,
  dropped: string | null = null,
): Item {
  return {
    id: `${of.key}-${unit}`,
    round: "inkludering-desember-2026",
    measure: of.key,
    unit,
    revisions: answer ? 1 : 0,
    answer,
    dropped,
    deadline: null,
    question: null,
    responders: ["ola"],
    assigned: false,
  };
}

const colours = ["green", "orange", "orange", "red"];
const late = { receivedAt: new Date("2026-12-14T09:00:00Z") };

const special: Record<string, (unit: string) => { answer: Answer | null; dropped?: string }> = {
  "kunnskap-1": () => ({
    answer: answered(
      "green",
      "- Undersøkelsen er gjennomført, og 412 svarte\n- Se [hele rapporten](https://eksempel.kommune.no/rapport_(2026).pdf?side=1&del=2), eller les mer på https://eksempel.kommune.no/innsikt.",
    ),
  }),
  "kunnskap-3": () => ({
    answer: answered("orange", "Tre enheter er sertifisert. To venter på revisjon i januar", { progress: 3 }),
  }),
  "kunnskap-4": () => ({ answer: null }),
  "barn-3": () => ({
    answer: answered(
      "red",
      "-1 møte i forhold til planen\n+47 55 00 00 00 er nummeret til den som svarer",
      late,
    ),
  }),
  "jobb-2": () => ({ answer: answered(null) }),
  "jobb-3": (unit) => ({
    answer:
      unit === "plan"
        ? answered("green", "Rampen ved rådhuset er bygd")
        : answered("orange", "To av fem kulturhus gjenstår", late),
  }),
  "jobb-4": (unit) => ({
    answer:
      unit === "personal"
        ? answered("orange", "Rutinen er prøvd ut med 14 nyansatte")
        : unit === "helse"
          ? answered("green")
          : null,
  }),
  "jobb-6": () => ({ answer: null, dropped: "vedtak 31/26" }),
};

function itemsOf(plan: Plan): Item[] {
  return measuresOf(plan.headings).flatMap((of, at) =>
    of.units.map((unit) => {
      const said = special[of.key]?.(unit) ?? {
        answer: answered(
          colours[at % 4] ?? "red",
          [
            "Avtalen med frivilligsentralen er signert, og de første treffene er holdt",
            "Vi søker om midler på nytt i 2027",
            "Koordinator er ansatt fra 1. januar",
          ]
            .slice(0, 1 + (at % 3))
            .join("\n"),
        ),
      };
      return itemOf(of, unit, said.answer, said.dropped ?? null);
    }),
  );
}

export function sampleReport(more: { language?: Language; draft?: boolean } = {}): Report {
  const plan = planWith(headings, more.language);
  return compileReport({
    round: roundOf(plan),
    items: itemsOf(plan),
    decisions: noDecisions,
    last: lastTime(plan, null),
    version: more.draft ? null : 1,
    publishedAt: more.draft ? null : new Date("2026-12-15T13:00:00Z"),
    preface: more.draft ? [] : ["De fleste tiltakene er i gang.", "Vi ber om en avklaring av tiltak 4.3."],
  });
}

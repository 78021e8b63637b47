import type { Asked, AskedRound, Understood } from "../../src/conversation/free-text.ts";
import { defaultLegend } from "../../src/round/legend.ts";
import type { Legend } from "../../src/round/plan.ts";

/** Who is asked for what when a reply arrives. Item ids are short names, as the expectations use them. */
const item = (id: string, number: string, short: string, more: Partial<Asked> = {}): Asked => ({
  id,
  number,
  key: `tiltak-${id}`,
  title: short,
  short,
  answered: false,
  hasPrevious: true,
  ...more,
});

const samtaler = item("samtaler", "1.2", "Dialogmøter", { title: "Dialogmøter om levekår i kommunen" });
const unders = item("unders", "1.1", "Befolkningsundersøkelse");
const idrett = item("idrett", "2.1", "Samarbeid med idrettsrådet", { hasPrevious: false });

/** Two greens: a colour alone does not tell which. */
const steps: Legend = [
  {
    key: "done",
    colour: "#1B7F3B",
    symbol: "✓",
    label: "Fullført",
    meaning: "Alt er gjort",
    asksComment: false,
  },
  {
    key: "on-track",
    colour: "#8BC34A",
    symbol: "▲",
    label: "I rute",
    meaning: "Går som planlagt",
    asksComment: false,
  },
  {
    key: "late",
    colour: "#F5A623",
    symbol: "◐",
    label: "Forsinket",
    meaning: "Blir ferdig senere enn planlagt",
    asksComment: false,
  },
  {
    key: "stopped",
    colour: "#9B1C1C",
    symbol: "■",
    label: "Stanset",
    meaning: "Det arbeides ikke med tiltaket",
    asksComment: false,
  },
];

/** The same words as the default legend, but the colours speak of risk. */
const risk: Legend = [
  {
    key: "green",
    colour: "#3DB285",
    symbol: "✓",
    label: "Lav risiko",
    meaning: "Målet nås",
    asksComment: false,
  },
  {
    key: "orange",
    colour: "#F5A623",
    symbol: "◐",
    label: "Middels risiko",
    meaning: "Målet er i fare",
    asksComment: false,
  },
  {
    key: "red",
    colour: "#9B1C1C",
    symbol: "○",
    label: "Høy risiko",
    meaning: "Målet nås ikke",
    asksComment: false,
  },
];

const nb = defaultLegend("nb");
const klima = item("klima", "2.1", "Klimabudsjett");
const utslipp = item("utslipp", "2.2", "Utslippsfrie byggeplasser");

export const situations = {
  none: [],
  one: [{ legend: nb, items: [samtaler] }],
  oneAnswered: [{ legend: nb, items: [{ ...samtaler, answered: true }] }],
  three: [{ legend: nb, items: [unders, samtaler, idrett] }],
  nynorsk: [{ legend: defaultLegend("nn"), items: [unders, samtaler] }],
  english: [{ legend: defaultLegend("en"), items: [unders, samtaler] }],
  answered: [{ legend: nb, items: [{ ...unders, answered: true }, samtaler] }],
  allAnswered: [
    {
      legend: nb,
      items: [
        { ...unders, answered: true },
        { ...samtaler, answered: true },
      ],
    },
  ],
  repeated: [
    {
      legend: nb,
      items: [
        item("ansatte", "1.1", "Opplæring av ansatte"),
        item("foreldre", "1.1", "Foreldremøter"),
        item("skoler", "4. 2", "Opplysning på skolene"),
      ],
    },
  ],
  numbered: [
    {
      legend: nb,
      items: [item("en", "1", "Innkjøp"), item("to", "2", "Grønn mobilitet"), item("tre", "3", "Arkiv")],
    },
  ],
  steps: [{ legend: steps, items: [klima, utslipp] }],
  oneStep: [{ legend: steps, items: [klima] }],
  risk: [{ legend: risk, items: [klima] }],
  twoPlans: [
    { legend: nb, items: [samtaler] },
    { legend: steps, items: [klima] },
  ],
} as const satisfies Record<string, readonly AskedRound[]>;

export type Situation = keyof typeof situations;
export type Row = readonly [Situation, string, Understood];

/** Item → status and comment. */
export function answer(said: Record<string, readonly [string, string]>): Understood {
  return {
    kind: "answer",
    said: Object.entries(said).map(([id, [status, comment]]) => ({ item: id, status, comment })),
  };
}

export function same(...items: string[]): Understood {
  return { kind: "same-as-last", items };
}

export function withdraw(...items: string[]): Understood {
  return { kind: "withdraw", items };
}

export function show(view: "desk" | "help"): Understood {
  return { kind: "show", view };
}

/** Only the reason is compared; which items and what text a form then shows has its own tests. */
export function unclear(why: Extract<Understood, { kind: "unclear" }>["why"]): Understood {
  return { kind: "unclear", why, items: [], comment: "" };
}

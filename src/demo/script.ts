/**
 * What people do in the demo's month, in the order they do it. Local times in Torvalund. Measures are named by number and,
 * where a number is not enough, by key. The plan, the people and their deputies are those of config/.
 */
export type Act = { readonly at: string; readonly who: string } & (
  | { readonly does: "answers"; readonly items: readonly Filled[] }
  | { readonly does: "same-as-last"; readonly measures: readonly string[] }
  | { readonly does: "types"; readonly text: string }
  | { readonly does: "looks-at-it-first" | "opens" }
  | { readonly does: "publishes"; readonly preface: readonly string[] }
);

export type Filled = readonly [measure: string, status: string, comment: string, progress?: number];

/** The demo begins here and ends when leadership has the table. */
export const begins = "2026-11-23 07:30";
export const ends = "2026-12-15 15:00";
export const plan = "mangfold";

export const acts: readonly Act[] = [
  { at: "2026-11-23 08:40", who: "ingrid", does: "looks-at-it-first" },
  { at: "2026-11-23 09:00", who: "ingrid", does: "opens" },
  {
    at: "2026-11-23 10:10",
    who: "maret",
    does: "answers",
    items: [
      [
        "1/1.1",
        "orange",
        "Undersøkelsen er klar og sendes ut 9. februar.\nVi spør 4000 innbyggere, mot 2500 sist.",
      ],
      ["1/1.3", "orange", "38 innbyggere har sagt ja.\nFørste møte er 20. januar.", 38],
      ["2/2/2.7", "green", "Rådene får nå sakene fem uker før vedtak.\nVi svarer skriftlig på hvert råd."],
      ["2/2/2.8", "orange", "Fire holdeplasser er befart sammen med fylkeskommunen."],
    ],
  },
  {
    at: "2026-11-24 13:20",
    who: "samira",
    does: "types",
    text: "2.3 grønn – alle åtte bygdene har språkkafé, se [oversikten](https://www.torvalund.example/sprakkafe)\n1.2 oransje – fem av sju skoler har kontaktperson",
  },
  { at: "2026-11-25 09:05", who: "liv", does: "same-as-last", measures: ["2/4/4.1"] },
  {
    at: "2026-11-25 09:15",
    who: "liv",
    does: "answers",
    items: [
      ["2/4/4.2", "orange", "Første møte er holdt.\nNeste møte er 4. mars."],
      ["2/4/4.3", "orange", "Elleve praksisplasser er fylt.", 11],
    ],
  },
  {
    at: "2026-11-26 11:30",
    who: "daniel",
    does: "answers",
    items: [
      ["2/2/2.1", "red", "Adgangskontrollen på Neset er ikke levert."],
      ["2/2/2.6", "orange", "Toalettet ved Strandstien åpner i april."],
    ],
  },
  { at: "2026-12-01 08:50", who: "jonas", does: "same-as-last", measures: ["2/1/1.3"] },
  {
    at: "2026-12-04 10:00",
    who: "torbjorn",
    does: "types",
    text: "1.4 som sist\n2.5 som sist",
  },
  {
    at: "2026-12-04 10:05",
    who: "torbjorn",
    does: "answers",
    items: [
      ["1/1.4", "green", "Kartet er oppdatert med tre nye møteplassar."],
      ["2/2/2.1", "orange", "Éin hall er open tysdag og torsdag.\nTo frivillige har nøkkel."],
      ["2/2/2.2", "orange", "17 lag har skrive under.", 17],
      ["2/2/2.5", "green", "Ordninga gjeld no òg arrangement vi gir tilskot til."],
    ],
  },
  {
    at: "2026-12-08 14:10",
    who: "mette",
    does: "answers",
    items: [
      ["1/1.2", "orange", "Tallene fra helsestasjonene er klare."],
      ["2/3/3.1", "green", "Alle avdelinger bestiller tolk i journalsystemet."],
      ["2/3/3.2", "orange", "Kurset har hatt 71 deltakere.\nFastlegene får kveldskurs i februar.", 71],
      ["2/3/3.3", "orange", "Seks beboere har fått besøksvenn."],
      ["2/3/3.4", "green", "Ventetiden er nå fem dager."],
    ],
  },
  {
    at: "2026-12-10 09:30",
    who: "samira",
    does: "answers",
    items: [
      ["2/3/3.3", "orange", "Språkkafeene har gitt oss ni navn."],
      ["2/3/3.5", "red", "Venter på at stillingen blir besatt i januar."],
      ["2/4/4.3", "orange", "Fire av deltakerne i programmet har fått plass."],
    ],
  },
  {
    at: "2026-12-14 08:45",
    who: "kari",
    does: "answers",
    items: [
      ["1/1.2", "orange", "Personvernombudet har svart ja."],
      ["2/1/1.1", "orange", "260 ansatte har gjennomført kurset.\nTo skoler gjenstår.", 260],
      ["2/1/1.2", "orange", "Fem skoler har kontaktperson.\nVi har ansatt en som snakker tigrinja."],
      ["2/1/1.4", "green", "Elevrådene har levert forslagene sine.\nRektorene har svart på alle."],
    ],
  },
  {
    at: "2026-12-15 10:00",
    who: "ingrid",
    does: "publishes",
    preface: [
      "Språkkafeene er i gang i alle bygder, og ventetiden på samtale er under en uke.",
      "Åpne haller må avklares mellom kultur og eiendom i januar.",
    ],
  },
];

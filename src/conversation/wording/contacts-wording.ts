/** The page that gives and takes a plan's contacts as a sheet. */
export interface ContactsWording {
  readonly title: string;
  readonly intro: string;
  /** What a round under way follows, and what waits for the next one. */
  readonly follows: string;
  readonly download: string;
  readonly upload: string;
  readonly file: string;
  readonly fileHint: string;
  readonly show: string;
  readonly changes: string;
  readonly notYet: string;
  readonly signs: { readonly added: string; readonly changed: string; readonly removed: string };
  readonly elsewhere: (plan: string) => string;
  readonly more: (count: number) => string;
  readonly confirm: string;
  readonly again: string;
  readonly otherwise: string;
  readonly written: string;
  readonly notWritten: string;
  readonly columnsMissing: (names: string) => string;
  readonly notTheirs: (plans: string) => string;
  readonly faults: {
    readonly none: string;
    readonly empty: string;
    readonly "too-big": string;
    readonly "too-many-rows": string;
    readonly "unpacks-too-big": string;
    readonly "old-excel": string;
    readonly "unknown-kind": string;
    readonly broken: string;
    readonly "config-faulty": string;
    readonly "not-written": string;
  };
}

/** Bokmål. */
export const nbContacts: ContactsWording = {
  title: "Kontakter som regneark",
  intro:
    "Last ned arket, endre hvem som er ansvarlig og stedfortreder, og last det opp igjen. Du ser hva som endres før noe lagres.",
  follows:
    "Runder som pågår, følger de nye kontaktene. Nye enheter på et tiltak blir spurt fra neste runde av.",
  download: "Last ned",
  upload: "Last opp et endret ark",
  file: "Fil",
  fileHint: "Excel (.xlsx) eller CSV, høyst 2 MB.",
  show: "Vis hva som endres",
  changes: "Dette endres",
  notYet: "Ingenting er lagret ennå.",
  signs: { added: "Nytt:", changed: "Endres:", removed: "Fjernes:" },
  elsewhere: (plan) => `Det endrer også hvem som svarer i ${plan}`,
  more: (count) => (count === 1 ? "Vis én til" : `Vis ${count} til`),
  confirm: "Lagre endringene",
  again: "Velg en annen fil",
  otherwise: "Noe er endret siden du så forhåndsvisningen. Slik blir det nå:",
  written: "Kontaktene er lagret.",
  notWritten: "Ingenting er lagret",
  columnsMissing: (names) => `Arket mangler kolonnen ${names}. Arket du laster ned her, har alle.`,
  notTheirs: (plans) =>
    `Enhetene er felles, så arket endrer også hvem som svarer i ${plans}. Den planen har en annen koordinator. Be den som drifter Statusrunde, om å gjøre det.`,
  faults: {
    none: "Velg en fil.",
    empty: "Arket er tomt.",
    "too-big": "Filen er større enn 2 MB.",
    "too-many-rows": "Arket har mer enn 20 000 rader.",
    "unpacks-too-big": "Filen inneholder langt mer enn en liste over kontakter. Den er ikke åpnet.",
    "old-excel": "Dette er en gammel eller kryptert Excel-fil. Lagre den som .xlsx uten passord.",
    "unknown-kind": "Dette er verken en .xlsx- eller en .csv-fil.",
    broken: "Filen er skadet eller noe annet enn det navnet sier.",
    "config-faulty":
      "Oppsettet har feil eller mangler planen, så kontaktene kan ikke leses nå. Si fra til den som drifter Statusrunde.",
    "not-written": "Oppsettet kan ikke endres herfra. Si fra til den som drifter Statusrunde.",
  },
};

/** Nynorsk. */
export const nnContacts: ContactsWording = {
  title: "Kontaktar som rekneark",
  intro:
    "Last ned arket, endre kven som er ansvarleg og stadfortredar, og last det opp att. Du ser kva som blir endra før noko blir lagra.",
  follows:
    "Rundar som er i gang, følgjer dei nye kontaktane. Nye einingar på eit tiltak blir spurde frå neste runde av.",
  download: "Last ned",
  upload: "Last opp eit endra ark",
  file: "Fil",
  fileHint: "Excel (.xlsx) eller CSV, høgst 2 MB.",
  show: "Vis kva som blir endra",
  changes: "Dette blir endra",
  notYet: "Ingenting er lagra enno.",
  signs: { added: "Nytt:", changed: "Blir endra:", removed: "Blir fjerna:" },
  elsewhere: (plan) => `Det endrar òg kven som svarar i ${plan}`,
  more: (count) => (count === 1 ? "Vis ein til" : `Vis ${count} til`),
  confirm: "Lagre endringane",
  again: "Vel ei anna fil",
  otherwise: "Noko er endra sidan du såg førehandsvisinga. Slik blir det no:",
  written: "Kontaktane er lagra.",
  notWritten: "Ingenting er lagra",
  columnsMissing: (names) => `Arket manglar kolonnen ${names}. Arket du lastar ned her, har alle.`,
  notTheirs: (plans) =>
    `Einingane er felles, så arket endrar òg kven som svarar i ${plans}. Den planen har ein annan koordinator. Be den som driftar Statusrunde, om å gjere det.`,
  faults: {
    none: "Vel ei fil.",
    empty: "Arket er tomt.",
    "too-big": "Fila er større enn 2 MB.",
    "too-many-rows": "Arket har meir enn 20 000 rader.",
    "unpacks-too-big": "Fila inneheld langt meir enn ei liste over kontaktar. Ho er ikkje opna.",
    "old-excel": "Dette er ei gammal eller kryptert Excel-fil. Lagre ho som .xlsx utan passord.",
    "unknown-kind": "Dette er korkje ei .xlsx- eller ei .csv-fil.",
    broken: "Fila er skadd eller noko anna enn det namnet seier.",
    "config-faulty":
      "Oppsettet har feil eller er utan planen, så kontaktane kan ikkje lesast no. Sei frå til den som driftar Statusrunde.",
    "not-written": "Oppsettet kan ikkje endrast herfrå. Sei frå til den som driftar Statusrunde.",
  },
};

/** English. */
export const enContacts: ContactsWording = {
  title: "Contacts as a spreadsheet",
  intro:
    "Download the sheet, change who is owner and deputy, and upload it again. You see what changes before anything is saved.",
  follows:
    "Rounds under way follow the new contacts. New units on a measure are asked from the next round on.",
  download: "Download",
  upload: "Upload a changed sheet",
  file: "File",
  fileHint: "Excel (.xlsx) or CSV, at most 2 MB.",
  show: "Show what changes",
  changes: "This changes",
  notYet: "Nothing is saved yet.",
  signs: { added: "New:", changed: "Changes:", removed: "Removed:" },
  elsewhere: (plan) => `It also changes who answers in ${plan}`,
  more: (count) => (count === 1 ? "Show one more" : `Show ${count} more`),
  confirm: "Save the changes",
  again: "Choose another file",
  otherwise: "Something has changed since you saw the preview. This is how it becomes now:",
  written: "The contacts are saved.",
  notWritten: "Nothing is saved",
  columnsMissing: (names) =>
    `The sheet lacks the column ${names}. The sheet you download here has all of them.`,
  notTheirs: (plans) =>
    `Units are shared, so the sheet also changes who answers in ${plans}. That plan has another coordinator. Ask whoever runs Statusrunde to do it.`,
  faults: {
    none: "Choose a file.",
    empty: "The sheet is empty.",
    "too-big": "The file is larger than 2 MB.",
    "too-many-rows": "The sheet has more than 20,000 rows.",
    "unpacks-too-big": "The file holds far more than a list of contacts. It was not opened.",
    "old-excel": "This is an old or encrypted Excel file. Save it as .xlsx without a password.",
    "unknown-kind": "This is neither an .xlsx nor a .csv file.",
    broken: "The file is damaged or is not what its name says.",
    "config-faulty":
      "The setup has faults or lacks the plan, so the contacts cannot be read now. Tell whoever runs Statusrunde.",
    "not-written": "The setup cannot be changed from here. Tell whoever runs Statusrunde.",
  },
};

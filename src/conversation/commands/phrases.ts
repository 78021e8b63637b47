import { PhraseBook } from "../free-text/phrase-book.ts";

/** What somebody wants who begins like this. `give` and `show-…` become commands or views once the rest is read. */
export type Intent =
  | "open"
  | "trial"
  | "remind"
  | "extend"
  | "assign"
  | "answer-for"
  | "drop"
  | "restore"
  | "keep"
  | "decide"
  | "undecide"
  | "edit"
  | "send-back"
  | "approve"
  | "unapprove"
  | "ask-readers"
  | "close"
  | "publish"
  | "correct"
  | "withdraw-links"
  | "cancel"
  | "show-progress"
  | "show-review"
  | "show-draft"
  | "show-help";

interface Begun {
  readonly intent: Intent | "give";
  /** These words also begin an ordinary answer ("Close to done"): they count only when all of the rest can be read. */
  readonly weak: boolean;
}

/** Bokmål, nynorsk and English together: people mix them. */
const begins: Readonly<Record<Begun["intent"], { readonly sure: string; readonly weak?: string }>> = {
  open: {
    sure: "åpne runden|åpne statusrunden|opne runden|opne statusrunden|open the round|open round",
    weak: "åpne|opne|open",
  },
  trial: {
    sure:
      "send meg en prøve|send meg ei prøve|send ei prøve|send en prøve|prøv runden|send to me first|send me a trial|" +
      "send a trial|send til meg først|send til meg",
  },
  remind: {
    sure:
      "påminn|påminne|send påminnelse til|send påminning til|send en påminnelse til|send ei påminning til|minn|minne|" +
      "minn på|purr|purre|purr på|remind|send a reminder to|send reminders to|send reminder to",
  },
  extend: {
    sure:
      "utsett|utsette|forleng|forlenge|forkort|forkorte|flytt fristen|flytt frist|utsett fristen|forleng fristen|sett fristen|" +
      "sett frist|ny frist|ny frist for|extend|extend the deadline|shorten the deadline|move the deadline|set the deadline|" +
      "postpone|new deadline|new deadline for",
  },
  give: { sure: "", weak: "gi|gje|gi bort|give" },
  assign: {
    sure:
      "ny ansvarlig for|ny ansvarleg for|ny kontakt for|bytt kontakt for|bytt ansvarlig for|byt ansvarleg for|byt kontakt for|" +
      "bytt kontakt på|overfør|tildel|assign|reassign|new contact for|new owner for|change the contact for|change contact for",
  },
  "answer-for": {
    sure: "svar for|svare for|svar på vegne av|svar på vegner av|svar for dei på|answer for|answer on behalf of|før svar for",
  },
  drop: {
    sure: "utgår|utgå|utgår tiltak|la utgå|lat utgå|stryk tiltak|dropp|drop measure",
    weak: "drop|stryk|ta ut",
  },
  restore: {
    sure: "gjenopprett|gjenopprette|ta inn igjen|ta inn att|hent tilbake|hent attende|ta med igjen|ta med att|bring back",
    weak: "restore",
  },
  keep: { sure: "behold tiltak|behald tiltak|keep measure", weak: "behold|behald|keep" },
  decide: { sure: "avgjør|avgjøre|avgjer|avgjere|decide" },
  undecide: {
    sure:
      "angre avgjørelsen for|angre avgjørelsen på|angre avgjerda for|angre avgjerda på|undo the decision for|" +
      "undo the decision on|undo decision for",
  },
  edit: { sure: "rediger|redigere|edit the comment on|edit comment on|edit the comment of", weak: "edit" },
  "send-back": {
    sure: "send tilbake|sende tilbake|send attende|sende attende|returner|returnere|send back|send it back",
    weak: "return",
  },
  approve: { sure: "godkjenn|godkjenne|godkjenn overskriften|godkjenn overskrifta", weak: "approve" },
  unapprove: {
    sure:
      "angre godkjenningen av|angre godkjenninga av|trekk godkjenningen av|trekk godkjenninga av|undo the approval of|" +
      "unapprove|withdraw the approval of",
  },
  "ask-readers": {
    sure: "spør leserne|spør lesarane|be leserne lese|be lesarane lese|send til leserne|send til lesarane|ask the readers|ask readers",
  },
  close: {
    sure: "lukk runden|lukk statusrunden|lukke runden|steng runden|lat att runden|close the round|close round|close the status round",
    weak: "lukk|lukke|lukka|steng|close",
  },
  publish: {
    sure: "publiser|publisere|publiser rapporten|publiser runden|publish|publish the report|publish the round",
  },
  correct: {
    sure: "rett rapporten|rette rapporten|korriger rapporten|korrigere rapporten|korriger|correct the report|correct report",
  },
  "withdraw-links": {
    sure:
      "trekk lenkene|trekk lenken|trekk lenkjene|trekk lenkja|trekk tilbake lenkene|trekk tilbake lenken|trekk attende lenkjene|" +
      "steng lenkene|steng lenkjene|avslutt lenkene|withdraw links|withdraw the links|withdraw the link|end the links",
  },
  cancel: {
    sure: "avlys|avlyse|avlys runden|avlys statusrunden|cancel the round|cancel round",
    weak: "cancel",
  },
  "show-progress": {
    sure: "hvem mangler|kven manglar|who is missing|who's missing",
    weak:
      "fremdrift|framdrift|fremdriften|framdrifta|vis fremdrift|vis framdrift|vis fremdriften|vis framdrifta|status|progress|" +
      "show progress|the progress|hvem har ikke svart|kven har ikkje svara|who has not answered",
  },
  "show-review": {
    sure: "se over runden|sjå over runden|review the round",
    weak: "se over|sjå over|se gjennom|sjå gjennom|gjennomgang|review",
  },
  "show-draft": {
    sure: "vis utkastet|vis utkast|show the draft|show draft",
    weak: "utkast|utkastet|draft|the draft",
  },
  "show-help": { sure: "", weak: "hjelp|hjelp meg|help|help me" },
};

export const begun = new PhraseBook<Begun>();
for (const [intent, { sure, weak }] of Object.entries(begins) as [
  Begun["intent"],
  { sure: string; weak?: string },
][]) {
  for (const phrase of sure.split("|")) if (phrase !== "") begun.set(phrase, { intent, weak: false });
  for (const phrase of weak?.split("|") ?? []) begun.set(phrase, { intent, weak: true });
}

export const politely = PhraseBook.of(
  "kan du|kunne du|kan du være så snill å|vennligst|ver så snill|vær så snill og|vær så snill å|vær så snill|please|could you|" +
    "can you|can you please|could you please|jeg vil|eg vil|i want to|/",
);
/** Right in front of a whole command: the person has made up their mind and wants no preview. */
export const yes = PhraseBook.of("ja|jau|yes|bekreft|stadfest|confirm|ja takk|yes please");

export const everybody = PhraseBook.of(
  ["alle", "alle sammen", "alle saman", "samtlige", "samtlege", "everybody", "everyone", "all", "all of them"]
    .flatMap((word) =>
      [
        "",
        " som mangler",
        " som manglar",
        " som ikke har svart",
        " som ikkje har svara",
        " who are missing",
        " that are missing",
        " missing",
        " who have not answered",
      ].map((more) => word + more),
    )
    .concat([
      "de som mangler",
      "dei som manglar",
      "resten",
      "the rest",
      "those missing",
      "those who are missing",
    ])
    .join("|"),
);
export const insisting = PhraseBook.of(
  "likevel|uansett|også de som har fått melding i dag|også dei som har fått melding i dag|også de som har hørt fra oss i dag|" +
    "også dei som har høyrt frå oss i dag|anyway|even those who heard today|also those who heard from us today",
);
export const fromNowOn = PhraseBook.of(
  "fra nå av|frå no av|fast|for godt|permanent|permanently|from now on|for good|heretter",
);
export const onlyNow = PhraseBook.of(
  "denne runden|denne gangen|denne gongen|bare denne gangen|berre denne gongen|bare denne runden|berre denne runden|" +
    "for denne runden|this round|this time|only this round|for this round|only this time",
);
export const deadlineWords = PhraseBook.of(
  "frist|fristen|ny frist|utsettelse|utsetting|lengre frist|lenger frist|mer tid|meir tid|deadline|the deadline|more time|" +
    "a deadline|until|an extension",
);
/** In front of a date where a bare number would be a measure. */
export const by = PhraseBook.of("innen|innan|til|før|frist|med frist|by|until|before|due");

/** Words that say nothing by themselves. Never one that takes something away: "ikke", "unntatt", "except". */
export const fillers = PhraseBook.of(
  "runden|statusrunden|statusrunda|fristen|frist|rapporten|tabellen|the|round|status round|deadline|report|table|for|til|to|på|" +
    "om|i|in|on|of|av|med|with|at|og|and|bare|berre|only|just|nå|no|now|takk|thanks|please|svar|svaret|answer|kommentaren|" +
    "kommentar|comment|som|as|kontakt|contact|ansvarlig|ansvarleg|ny|nytt|is|er|skal svare|skal svara|bort|over|innen|innan|by|" +
    "until|tiltak|tiltaket|tiltakene|tiltaka|measure|measures|enheten|eininga|unit|statusen|status|person|nr|da",
);

/** Begins the reason, and is not part of it. */
export const because = PhraseBook.of(
  "fordi|fordi at|ettersom|pga|pga .|på grunn av|på grunn av at|grunnet|siden|sidan|because|because of|since|due to|as",
);
/** Begins the reason, and is part of it. */
export const decisionWords = PhraseBook.of(
  "vedtak|vedtatt|vedteke|sak|sak nr|saksnummer|jf|jf .|jfr|jfr .|ref|ref .|decision|case|resolution|bystyret|kommunestyret",
);

import type { Language } from "../round/plan.ts";

/** What only the command line says around the bot's own sentences. Faults of use and config are in English everywhere. */
interface Sentences {
  /** Appended to a question; both letters are understood in every language. */
  readonly yesOrNo: string;
  readonly notDone: string;
  readonly addYes: string;
  readonly noRounds: string;
  readonly served: string;
  readonly notServed: string;
  readonly sameAsLast: string;
  readonly takenBack: string;
  readonly showsDesk: string;
  readonly showsHelp: string;
}

export const sentences: Readonly<Record<Language, Sentences>> = {
  nb: {
    yesOrNo: "[j/N] ",
    notDone: "Ingenting er gjort.",
    addYes: "Ingenting er gjort. Legg til --yes for å gjøre det.",
    noRounds: "Ingen runder ennå. «round open <plan>» begynner en.",
    served: "Tjenesten som kjører, sender meldingene i arbeidstiden.",
    notServed: "Ingen tjeneste kjører: Meldingene går ut når du kjører «npm start».",
    sameAsLast: "samme som sist",
    takenBack: "svaret tas tilbake",
    showsDesk: "Boten viser tiltakene deres.",
    showsHelp: "Boten viser hjelpen.",
  },
  nn: {
    yesOrNo: "[j/N] ",
    notDone: "Ingenting er gjort.",
    addYes: "Ingenting er gjort. Legg til --yes for å gjere det.",
    noRounds: "Ingen rundar enno. «round open <plan>» byrjar ein.",
    served: "Tenesta som køyrer, sender meldingane i arbeidstida.",
    notServed: "Inga teneste køyrer: Meldingane går ut når du køyrer «npm start».",
    sameAsLast: "same som sist",
    takenBack: "svaret blir teke tilbake",
    showsDesk: "Boten viser tiltaka deira.",
    showsHelp: "Boten viser hjelpa.",
  },
  en: {
    yesOrNo: "[y/N] ",
    notDone: "Nothing was done.",
    addYes: "Nothing was done. Add --yes to do it.",
    noRounds: "No rounds yet. “round open <plan>” begins one.",
    served: "The running server sends the messages in working hours.",
    notServed: "No server is running: messages go out when you run “npm start”.",
    sameAsLast: "same as last time",
    takenBack: "the answer is taken back",
    showsDesk: "The bot shows their measures.",
    showsHelp: "The bot shows the help.",
  },
};

import type { Wording } from "../wording.ts";
import { reportWords } from "./report-words.ts";
import { reasonsIn } from "./reasons.ts";
import { nbCoordinator } from "./nb-coordinator.ts";
import { nbNews } from "./nb-news.ts";
import { nbPages } from "./nb-pages.ts";

const tiltak = (count: number) => (count === 1 ? "ett tiltak" : `${count} tiltak`);
const Tiltak = (count: number) => (count === 1 ? "Ett tiltak" : `${count} tiltak`);

const unreachableWhy: Readonly<Record<string, string>> = {
  "no-email": "e-postadressen mangler",
  "no-account": "fant ingen konto med denne e-postadressen",
  blocked: "har slått av meldinger fra boten",
  "no-contact": "enheten har ingen kontaktperson",
  "not in people.yaml": "står ikke i personlisten",
  "no channel is set up": "ingen meldingskanal er satt opp",
};

/** Bokmål. */
export const nb: Wording = {
  language: "nb",
  languages: { nb: "Bokmål", nn: "Nynorsk", en: "English" },
  words: {
    unanswered: reportWords.nb.beside.unanswered.label,
    late: "kom etter fristen",
    status: "Status",
    comment: "Kommentar",
    measure: "Tiltak",
    unit: "Ansvarlig enhet",
    deadline: "Frist",
    lastTime: "Sist",
    states: {
      prepared: "Klar til åpning",
      open: "Åpen",
      closed: "Lukket",
      published: "Publisert",
      cancelled: "Avlyst",
    },
    measures: tiltak,
    people: (count) => (count === 1 ? "én person" : `${count} personer`),
    target: (of, goal, by) => `Mål: ${goal} ${of} innen ${by}`,
    due: (due) => `Skal være ferdig: ${due}`,
    previous: (period) => (period === null ? "Sist" : `Sist (${period})`),
    noPrevious: "Ingen status fra før",
    progress: (count) => `Nådd så langt: ${count}`,
    answeredOf: (answered, total) => `${answered} av ${total} besvart`,
    droppedBecause: (decision) => reportWords.nb.dropped(decision),
    saidBy: (name) => `Svart av ${name}`,
    andMore: (count) => `og ${count} til`,
    ownDeadline: (deadline) => `Egen frist: ${deadline}`,
    offeredTo: (name) => `Tilbudt ${name}. Du har ansvaret til du får ja.`,
    enteredFrom: (source) => `Ført inn av koordinatoren. Kilde: ${source}`,
  },
  buttons: {
    answer: "Svar",
    change: "Endre",
    same: "Samme som sist",
    lastText: "Bruk forrige tekst",
    send: "Send inn",
    withdraw: "Trekk svaret",
    cancel: "Avbryt",
    readReport: "Les rapporten",
    seeProgress: "Se hvem som mangler",
    seeRound: "Se over runden",
    fullList: "Vis hele listen",
    ask: "Spør",
    propose: "Send forslaget",
    accept: "Ja, jeg tar over",
    decline: "Nei takk",
    answerQuestion: "Svar på spørsmålet",
    sendText: "Send teksten",
    useText: "Bruk teksten",
    readDraft: "Les utkastet",
    haveRead: "Jeg har lest utkastet",
    seeReview: "Gå gjennom svarene",
    lookAtIt: "Ta stilling til forslaget",
    answerAll: (count) => `Svar på ${tiltak(count)}`,
  },
  ask: {
    text: (count, deadline) => `Hei! ${Tiltak(count)} trenger status fra deg innen ${deadline}.`,
    how: "Velg status og skriv kort hva som er gjort, og hva som gjenstår.",
    typed: (number, status) =>
      `Du kan også svare med en melding: «${number} ${status} – avtalen er signert».`,
    silence: (unanswered) => `Uten svar står det «${unanswered}» i tabellen.`,
    why: "Svarene samles i én tabell til ledelsen. Kommentarer kan bli offentlige, så ikke skriv navn på innbyggere, elever, pasienter eller ansatte.",
  },
  remind: {
    text: (count, deadline) => `Hei! ${Tiltak(count)} mangler fortsatt status. Fristen er ${deadline}.`,
    late: (count) =>
      `Hei! ${Tiltak(count)} mangler fortsatt status. Fristen er ute, men du kan svare til rapporten er publisert.`,
  },
  deputy: {
    text: (count, deadline) =>
      `Hei! Du er stedfortreder for ${tiltak(count)} som mangler status. Kan du svare innen ${deadline}?`,
  },
  allAnswered: {
    text: (count) =>
      count === 1 ? "Takk! Svaret ditt er lagret." : `Takk! Du har svart på alle ${count} tiltakene.`,
    change: "Du kan endre svarene til rapporten er publisert.",
  },
  moved: "Det er kommet en nyere melding om det samme. Svar i den.",
  trial: { text: (name) => `Dette er en prøve, bare til deg. Slik blir meldingen til ${name}:` },
  deputyAsked: {
    text: (deputies, count, plan) =>
      `Vi har også spurt ${deputies} om status på ${tiltak(count)} i ${plan}, fordi fristen nærmer seg.`,
    stillYours: "Du kan fortsatt svare selv.",
  },
  ready: {
    text: (period, plan) =>
      `Statusrunden ${period} for ${plan} er klar. Ingenting sendes før du har åpnet den.`,
  },
  digest: {
    text: (missing, total, plan, deadline, closed) =>
      missing === 0
        ? `Alle svar er inne for ${plan}. Rapporten er klar til å leses gjennom.`
        : `${missing} av ${total} svar mangler for ${plan}. ${closed ? "Fristen gikk ut" : "Fristen er"} ${deadline}.`,
    unreachable: (people, plan) =>
      `${people === 1 ? "Én ansvarlig" : `${people} ansvarlige`} for ${plan} kan ikke nås. Vi spør stedfortrederen der det finnes en.`,
  },
  missingOf: (name, count) => `${name} mangler ${count}`,
  unreachable: (why) => `Kan ikke nås: ${why}.`,
  whyUnreachable: (said) => reasonsIn(said, unreachableWhy),
  published: {
    text: (plan, period) => `Statusrapporten for ${plan}, ${period}, er publisert.`,
    thanks: "Takk for svarene dine. Slik ble resultatet:",
  },
  summary: {
    text: (plan, period) => `Status for ${plan}, ${period}`,
    totals: (measures, counts) => `${Tiltak(measures)}: ${counts}.`,
    changes: (count, since) =>
      count === 0
        ? `Ingen tiltak har fått ny status siden ${since}.`
        : `${Tiltak(count)} har fått ny status siden ${since}.`,
    missing: (count, unanswered) => `${Tiltak(count)} står som «${unanswered}».`,
    proof: (sha256) => `Rapportens kontrollsum (SHA-256): ${sha256}`,
  },
  stored: {
    text: (count) => (count === 1 ? "Svaret er lagret." : `${count} svar er lagret.`),
    withdrawn: (count) => (count === 1 ? "Svaret er trukket." : `${count} svar er trukket.`),
    crossed: (numbers) =>
      `Noen andre svarte på ${numbers} samtidig. Svaret ditt gjelder nå, og det andre er tatt vare på.`,
  },
  faults: {
    "no-status": ({ number }) => `${number}: Velg en status.`,
    "unknown-status": ({ number }) => `${number}: Velg en av statusene i listen.`,
    "too-long": ({ number, longest }) =>
      `${number}: Kommentaren er for lang. Kort den ned til ${longest} tegn.`,
    "not-a-number": ({ number }) => `${number}: Skriv et tall, for eksempel 4.`,
    "no-last-time": ({ number }) => `${number}: Det finnes ikke noe svar fra sist. Velg en status.`,
    "changed-meanwhile": ({ number, by }) =>
      `${number}: ${by} svarte mens du skrev. Les svaret, og send inn på nytt hvis ditt skal gjelde.`,
  },
  unclear: {
    "which-measure": "Hvilket tiltak mener du? Velg det her, eller begynn svaret med nummeret.",
    "which-status": "Hvilken status mener du? Velg den her.",
    "more-than-one-status": "Jeg fant mer enn én status i svaret. Velg den som gjelder.",
    question: "Det ser ut som et spørsmål, så jeg har ikke lagret noe. Skriv «hjelp» for å se hva jeg kan.",
    "nothing-open": "Du har ingen tiltak å svare på nå, så jeg har ikke lagret noe.",
    "too-long": "Meldingen er for lang, så jeg har ikke lagret noe. Kort den ned og send på nytt.",
  },
  ...nbCoordinator,
  news: nbNews,
  help: {
    title: "Dette kan du gjøre",
    owner: [
      "Se tiltakene dine: skriv «mine tiltak».",
      "Svar med nummer, farge og kommentar: «1.1 grønn – avtalen er signert».",
      "Er ingenting endret? Skriv «1.1 samme som sist».",
      "Ombestemt deg? Svar på nytt. Det siste svaret gjelder til rapporten er publisert.",
      "Ikke ditt tiltak? Velg «Annet» ved tiltaket på siden «Mine tiltak», og gi det videre.",
      "Skal du være borte? Si det på «Mine tiltak», så spør vi stedfortrederen.",
    ],
    coordinator: [
      "Se rundene dine: skriv «runder».",
      "Der kan du åpne, lukke og publisere. Du får alltid se hvem som får melding, før noe sendes.",
      "Fremdriften viser hvem som mangler, og lar deg påminne, gi mer tid og bytte ansvarlig.",
      "Gjennomgangen viser det som trenger et blikk før du publiserer.",
    ],
    typed: "Du kan også skrive dette i chatten:",
  },
  pages: nbPages,
};

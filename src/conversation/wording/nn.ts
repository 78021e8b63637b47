import type { Wording } from "../wording.ts";
import { reportWords } from "./report-words.ts";
import { reasonsIn } from "./reasons.ts";
import { nnCoordinator } from "./nn-coordinator.ts";
import { nnNews } from "./nn-news.ts";
import { nnPages } from "./nn-pages.ts";

const tiltak = (count: number) => (count === 1 ? "eitt tiltak" : `${count} tiltak`);
const Tiltak = (count: number) => (count === 1 ? "Eitt tiltak" : `${count} tiltak`);

const unreachableWhy: Readonly<Record<string, string>> = {
  "no-email": "e-postadressa manglar",
  "no-account": "fann ingen konto med denne e-postadressa",
  blocked: "har slått av meldingar frå boten",
  "no-contact": "eininga har ingen kontaktperson",
  "not in people.yaml": "står ikkje i personlista",
  "no channel is set up": "ingen meldingskanal er sett opp",
};

/** Nynorsk. */
export const nn: Wording = {
  language: "nn",
  languages: { nb: "Bokmål", nn: "Nynorsk", en: "English" },
  words: {
    unanswered: reportWords.nn.beside.unanswered.label,
    late: "kom etter fristen",
    status: "Status",
    comment: "Kommentar",
    measure: "Tiltak",
    unit: "Ansvarleg eining",
    deadline: "Frist",
    lastTime: "Sist",
    states: {
      prepared: "Klar til opning",
      open: "Open",
      closed: "Lukka",
      published: "Publisert",
      cancelled: "Avlyst",
    },
    measures: tiltak,
    people: (count) => (count === 1 ? "éin person" : `${count} personar`),
    target: (of, goal, by) => `Mål: ${goal} ${of} innan ${by}`,
    due: (due) => `Skal vere ferdig: ${due}`,
    previous: (period) => (period === null ? "Sist" : `Sist (${period})`),
    noPrevious: "Ingen status frå før",
    progress: (count) => `Nådd så langt: ${count}`,
    answeredOf: (answered, total) => `${answered} av ${total} har svar`,
    droppedBecause: (decision) => reportWords.nn.dropped(decision),
    saidBy: (name) => `Svar frå ${name}`,
    andMore: (count) => `og ${count} til`,
    ownDeadline: (deadline) => `Eigen frist: ${deadline}`,
    offeredTo: (name) => `Tilbode til ${name}. Du har ansvaret til du får ja.`,
    enteredFrom: (source) => `Ført inn av koordinatoren. Kjelde: ${source}`,
  },
  buttons: {
    answer: "Svar",
    change: "Endre",
    same: "Same som sist",
    lastText: "Bruk førre tekst",
    send: "Send inn",
    withdraw: "Trekk svaret",
    cancel: "Avbryt",
    readReport: "Les rapporten",
    seeProgress: "Sjå kven som manglar",
    seeRound: "Sjå over runden",
    fullList: "Vis heile lista",
    ask: "Spør",
    propose: "Send framlegget",
    accept: "Ja, eg tek over",
    decline: "Nei takk",
    answerQuestion: "Svar på spørsmålet",
    sendText: "Send teksten",
    useText: "Bruk teksten",
    readDraft: "Les utkastet",
    haveRead: "Eg har lese utkastet",
    seeReview: "Gå gjennom svara",
    lookAtIt: "Ta stilling til framlegget",
    answerAll: (count) => `Svar på ${tiltak(count)}`,
  },
  ask: {
    text: (count, deadline) => `Hei! ${Tiltak(count)} treng status frå deg innan ${deadline}.`,
    how: "Vel status og skriv kort kva som er gjort, og kva som står att.",
    typed: (number, status) => `Du kan òg svare med ei melding: «${number} ${status} – avtalen er signert».`,
    silence: (unanswered) => `Utan svar står det «${unanswered}» i tabellen.`,
    why: "Svara blir samla i éin tabell til leiinga. Kommentarar kan bli offentlege, så ikkje skriv namn på innbyggjarar, elevar, pasientar eller tilsette.",
  },
  remind: {
    text: (count, deadline) => `Hei! ${Tiltak(count)} manglar framleis status. Fristen er ${deadline}.`,
    late: (count) =>
      `Hei! ${Tiltak(count)} manglar framleis status. Fristen er ute, men du kan svare til rapporten er publisert.`,
  },
  deputy: {
    text: (count, deadline) =>
      `Hei! Du er stadfortredar for ${tiltak(count)} som manglar status. Kan du svare innan ${deadline}?`,
  },
  allAnswered: {
    text: (count) =>
      count === 1 ? "Takk! Svaret ditt er lagra." : `Takk! Du har svart på alle ${count} tiltaka.`,
    change: "Du kan endre svara til rapporten er publisert.",
  },
  moved: "Det har kome ei nyare melding om det same. Svar i den.",
  trial: { text: (name) => `Dette er ei prøve, berre til deg. Slik blir meldinga til ${name}:` },
  deputyAsked: {
    text: (deputies, count, plan) =>
      `Vi har òg spurt ${deputies} om status på ${tiltak(count)} i ${plan}, fordi fristen nærmar seg.`,
    stillYours: "Du kan framleis svare sjølv.",
  },
  ready: {
    text: (period, plan) =>
      `Statusrunden ${period} for ${plan} er klar. Ingenting blir sendt før du har opna han.`,
  },
  digest: {
    text: (missing, total, plan, deadline, closed) =>
      missing === 0
        ? `Alle svar er inne for ${plan}. Rapporten er klar til å lesast gjennom.`
        : `${missing} av ${total} svar manglar for ${plan}. ${closed ? "Fristen gjekk ut" : "Fristen er"} ${deadline}.`,
    unreachable: (people, plan) =>
      `${people === 1 ? "Éin ansvarleg" : `${people} ansvarlege`} for ${plan} kan ikkje nåast. Vi spør stadfortredaren der det finst ein.`,
  },
  missingOf: (name, count) => `${name} manglar ${count}`,
  unreachable: (why) => `Vi når ikkje fram: ${why}.`,
  whyUnreachable: (said) => reasonsIn(said, unreachableWhy),
  published: {
    text: (plan, period) => `Statusrapporten for ${plan}, ${period}, er publisert.`,
    thanks: "Takk for svara dine. Slik vart resultatet:",
  },
  summary: {
    text: (plan, period) => `Status for ${plan}, ${period}`,
    totals: (measures, counts) => `${Tiltak(measures)}: ${counts}.`,
    changes: (count, since) =>
      count === 0
        ? `Ingen tiltak har fått ny status sidan ${since}.`
        : `${Tiltak(count)} har fått ny status sidan ${since}.`,
    missing: (count, unanswered) => `${Tiltak(count)} står som «${unanswered}».`,
    proof: (sha256) => `Kontrollsummen til rapporten (SHA-256): ${sha256}`,
  },
  stored: {
    text: (count) => (count === 1 ? "Svaret er lagra." : `${count} svar er lagra.`),
    withdrawn: (count) => (count === 1 ? "Svaret er trekt." : `${count} svar er trekte.`),
    crossed: (numbers) =>
      `Nokon andre svarte på ${numbers} samtidig. Svaret ditt gjeld no, og det andre er teke vare på.`,
  },
  faults: {
    "no-status": ({ number }) => `${number}: Vel ein status.`,
    "unknown-status": ({ number }) => `${number}: Vel ein av statusane i lista.`,
    "too-long": ({ number, longest }) =>
      `${number}: Kommentaren er for lang. Kort han ned til ${longest} teikn.`,
    "not-a-number": ({ number }) => `${number}: Skriv eit tal, til dømes 4.`,
    "no-last-time": ({ number }) => `${number}: Det finst ikkje noko svar frå sist. Vel ein status.`,
    "changed-meanwhile": ({ number, by }) =>
      `${number}: ${by} svarte medan du skreiv. Les svaret, og send inn på nytt dersom ditt skal gjelde.`,
  },
  unclear: {
    "which-measure": "Kva tiltak meiner du? Vel det her, eller begynn svaret med nummeret.",
    "which-status": "Kva status meiner du? Vel han her.",
    "more-than-one-status": "Eg fann meir enn éin status i svaret. Vel den som gjeld.",
    question: "Det ser ut som eit spørsmål, så eg har ikkje lagra noko. Skriv «hjelp» for å sjå kva eg kan.",
    "nothing-open": "Du har ingen tiltak å svare på no, så eg har ikkje lagra noko.",
    "too-long": "Meldinga er for lang, så eg har ikkje lagra noko. Kort henne ned og send på nytt.",
  },
  ...nnCoordinator,
  news: nnNews,
  help: {
    title: "Dette kan du gjere",
    owner: [
      "Sjå tiltaka dine: skriv «mine tiltak».",
      "Svar med nummer, farge og kommentar: «1.1 grøn – avtalen er signert».",
      "Er ingenting endra? Skriv «1.1 same som sist».",
      "Ombestemt deg? Svar på nytt. Det siste svaret gjeld til rapporten er publisert.",
      "Ikkje ditt tiltak? Vel «Anna» ved tiltaket på sida «Mine tiltak», og gi det vidare.",
      "Skal du vere borte? Sei det på «Mine tiltak», så spør vi stadfortredaren.",
    ],
    coordinator: [
      "Sjå rundane dine: skriv «rundar».",
      "Der kan du opne, lukke og publisere. Du får alltid sjå kven som får melding, før noko blir sendt.",
      "Framdrifta viser kven som manglar, og lèt deg påminne, gi meir tid og byte ansvarleg.",
      "Gjennomgangen viser det som treng eit blikk før du publiserer.",
    ],
    typed: "Du kan òg skrive dette i chatten:",
  },
  pages: nnPages,
};

import type { Wording } from "../wording.ts";
import { reportWords } from "./report-words.ts";
import { reasonsIn } from "./reasons.ts";
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
  refused: {
    "unknown-person": "Eg veit ikkje kven du er. Be koordinatoren leggje deg til.",
    "not-yours": "Dette tiltaket er ikkje sett opp på deg. Sei frå til koordinatoren dersom det er feil.",
    published:
      "Rapporten er publisert, så du kan ikkje endre svaret her. Sei frå til koordinatoren dersom noko er feil.",
    cancelled: "Statusrunden er avlyst. Du treng ikkje svare.",
    dropped: "Tiltaket utgår. Du treng ikkje svare.",
    "not-open-yet": "Statusrunden er ikkje opna enno. Du får melding når han opnar.",
    "too-long": "Teksten er for lang, så han er ikkje lagra. Kort han ned og send på nytt.",
    "not-stored": "Svaret vart ikkje lagra. Prøv igjen om litt.",
    "not-coordinator": "Berre koordinatoren for planen kan gjere dette.",
    "no-such-round": "Eg finn ikkje denne statusrunden.",
    "nothing-published": "Det er ikkje publisert nokon rapport enno.",
    "not-now": "Det går ikkje slik runden er no. Sjå framdrifta for kva du kan gjere.",
  },
  block: (block) => {
    if (block.is === "no-unit") return `${block.number} ${block.short}: Tiltaket har inga ansvarleg eining.`;
    if (block.is === "no-contact") return `${block.unit}: Eininga har ingen kontaktperson.`;
    return "Fristen er alt passert.";
  },
  warning: (warning) => {
    if (warning.is === "unanswered")
      return `${warning.number} ${warning.short}: manglar svar frå ${warning.units.join(", ")}.`;
    if (warning.is === "undecided")
      return `${warning.number} ${warning.short}: einingane har svart ulikt, og rada er ikkje avklart.`;
    return "Fristen er ikkje ute enno.";
  },
  confirm: {
    title: {
      open: (period) => `Opne statusrunden ${period}?`,
      trial: () => "Sende ei prøve til deg sjølv?",
      close: (period) => `Lukke statusrunden ${period}?`,
      publish: (period) => `Publisere rapporten for ${period}?`,
    },
    button: { open: "Opne og send", trial: "Send prøva", close: "Lukk runden", publish: "Publiser" },
    after: {
      open: "Alle får éi melding med tiltaka sine, i arbeidstida.",
      trial: "Du får ei melding slik dei ansvarlege vil sjå henne. Ingen andre får noko.",
      close: "Seine svar blir tekne imot og merkte til rapporten er publisert.",
      publish: "Dei ansvarlege får vite at rapporten er ute. Etter dette kan ingen endre svara.",
    },
    names: {
      open: (people) => (people === 1 ? "Éin person får melding:" : `${people} personar får melding:`),
      trial: () => "Berre du får melding.",
      close: (people) => (people === 0 ? "Alle har svart." : `Desse har ikkje svart på alt (${people}):`),
      publish: (people) =>
        people === 0 ? "Ingen i leiinga er sette opp som mottakar." : `Leiinga får rapporten (${people}):`,
    },
    blocked: "Rett dette først:",
    look: "Sjå over dette først:",
  },
  done: {
    open: "Statusrunden er opna.",
    trial: "Prøva er send til deg.",
    close: "Statusrunden er lukka.",
    publish: "Rapporten er publisert.",
    already: "Det var alt gjort. Ingenting er sendt på nytt.",
  },
  help: {
    title: "Dette kan du gjere",
    owner: [
      "Sjå tiltaka dine: skriv «mine tiltak».",
      "Svar med nummer, farge og kommentar: «1.1 grøn – avtalen er signert».",
      "Er ingenting endra? Skriv «1.1 same som sist».",
      "Ombestemt deg? Svar på nytt. Det siste svaret gjeld til rapporten er publisert.",
    ],
    coordinator: [
      "Sjå rundane dine: skriv «rundar».",
      "Der kan du opne, lukke og publisere. Du får alltid sjå kven som får melding, før noko blir sendt.",
    ],
  },
  pages: nnPages,
};

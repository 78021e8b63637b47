import { isoDay } from "./dates.ts";
import type { NewsWording } from "./news-wording.ts";

const tiltak = (count: number) => (count === 1 ? "ett tiltak" : `${count} tiltak`);

/** Bokmål. */
export const nbNews: NewsWording = {
  sentBack: {
    text: (by, item) => `${by} har et spørsmål til svaret ditt på ${item}.`,
    due: (deadline) => `Svar innen ${deadline}.`,
    stands: "Svaret ditt blir stående til du sender et nytt.",
    settled: "Takk! Du har svart på spørsmålet.",
  },
  handOver: {
    text: (by, count, plan) => `${by} spør om du kan ta over ${tiltak(count)} i ${plan}.`,
    until: "Sier du ja, er det du som svarer. Til da har den som spør ansvaret.",
    over: "Tilbudet gjelder ikke lenger. Du trenger ikke gjøre noe.",
  },
  handOverAnswered: {
    text: (by, count, accepted) =>
      accepted
        ? `${by} har tatt over ${tiltak(count)} fra deg.`
        : `${by} kan ikke ta over ${tiltak(count)}. Du har fortsatt ansvaret.`,
  },
  answeredFor: {
    text: (by, item) => `${by} har ført inn et svar for deg på ${item}.`,
    wrong: "Er noe feil? Endre svaret.",
  },
  edited: {
    text: (by, item) => `${by} har endret kommentaren din på ${item}.`,
    was: "Du skrev",
    now: "Nå står det",
    wrong: "Er noe feil? Endre svaret.",
  },
  dropped: { text: (item) => `${item} utgår. Du trenger ikke svare.` },
  dropProposed: { text: (by, item) => `${by} foreslår at ${item} utgår.` },
  deadlineMoved: {
    text: (count, plan, deadline) => `Ny frist for ${tiltak(count)} i ${plan}: ${deadline}.`,
  },
  readerAsked: {
    text: (plan, period, again) =>
      again
        ? `Utkastet for ${plan}, ${period}, venter fortsatt på at du leser det.`
        : `Kan du lese utkastet for ${plan}, ${period}, før det publiseres?`,
    headings: "Dette er din del:",
  },
  corrected: {
    text: (plan, period, version) =>
      `Statusrapporten for ${plan}, ${period}, er rettet. Dette er versjon ${version}.`,
    changes: (count) => (count === 0 ? "Ingen tiltak er endret." : `${tiltak(count)} er endret:`),
    comments: "ny kommentar",
  },
  cancelled: {
    text: (plan, period) => `Statusrunden ${period} for ${plan} er avlyst. Du trenger ikke svare.`,
  },
  textAsked: {
    text: (by, item) => `${by} ber deg om en tekst til ${item}.`,
    stays: (by) => `${by} har fortsatt tiltaket og velger hva som sendes inn.`,
  },
  textGiven: { text: (by, item) => `${by} har skrevet en tekst til ${item}.` },
  because: (reason) => `Begrunnelse: ${reason}`,
  source: (from) => `Kilde: ${from}`,
  question: "Spørsmål fra koordinatoren",
  noted: (what) => {
    switch (what.is) {
      case "offered":
        return `${what.to} er spurt om å ta over ${tiltak(what.count)}. Du har ansvaret til du får ja.`;
      case "accepted":
        return `Du har tatt over ${tiltak(what.count)} fra ${what.from}.`;
      case "declined":
        return `Du har sagt nei. ${what.from} har fortsatt ansvaret.`;
      case "away":
        return what.until === null
          ? "Velkommen tilbake. Meldingene kommer til deg igjen."
          : `Du er borte til og med ${isoDay(what.until, "nb")}. Stedfortrederen blir spurt så lenge.`;
      case "proposed-drop":
        return "Forslaget er sendt til koordinatoren. Tiltaket er ditt til det er avgjort.";
      case "asked-colleague":
        return `${what.to} er spurt om en tekst. Tiltaket er fortsatt ditt.`;
      case "text-given":
        return `Takk! Teksten er sendt til ${what.to}.`;
      case "read":
        return "Takk! Koordinatoren ser at du har lest utkastet.";
    }
  },
};

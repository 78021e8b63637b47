import { isoDay } from "./dates.ts";
import type { NewsWording } from "./news-wording.ts";

const tiltak = (count: number) => (count === 1 ? "eitt tiltak" : `${count} tiltak`);

/** Nynorsk. */
export const nnNews: NewsWording = {
  sentBack: {
    text: (by, item) => `${by} har eit spørsmål til svaret ditt på ${item}.`,
    due: (deadline) => `Svar innan ${deadline}.`,
    stands: "Svaret ditt blir ståande til du sender eit nytt.",
    settled: "Takk! Du har svart på spørsmålet.",
  },
  handOver: {
    text: (by, count, plan) => `${by} spør om du kan ta over ${tiltak(count)} i ${plan}.`,
    until: "Seier du ja, er det du som svarer. Til då har den som spør ansvaret.",
    over: "Tilbodet gjeld ikkje lenger. Du treng ikkje gjere noko.",
  },
  handOverAnswered: {
    text: (by, count, accepted) =>
      accepted
        ? `${by} har teke over ${tiltak(count)} frå deg.`
        : `${by} kan ikkje ta over ${tiltak(count)}. Du har framleis ansvaret.`,
  },
  answeredFor: {
    text: (by, item) => `${by} har ført inn eit svar for deg på ${item}.`,
    wrong: "Er noko feil? Endre svaret.",
  },
  edited: {
    text: (by, item) => `${by} har endra kommentaren din på ${item}.`,
    was: "Du skreiv",
    now: "No står det",
    wrong: "Er noko feil? Endre svaret.",
  },
  dropped: { text: (item) => `${item} utgår. Du treng ikkje svare.` },
  dropProposed: { text: (by, item) => `${by} gjer framlegg om at ${item} utgår.` },
  deadlineMoved: {
    text: (count, plan, deadline) => `Ny frist for ${tiltak(count)} i ${plan}: ${deadline}.`,
  },
  readerAsked: {
    text: (plan, period, again) =>
      again
        ? `Utkastet for ${plan}, ${period}, ventar framleis på at du les det.`
        : `Kan du lese utkastet for ${plan}, ${period}, før det blir publisert?`,
    headings: "Dette er din del:",
  },
  corrected: {
    text: (plan, period, version) =>
      `Statusrapporten for ${plan}, ${period}, er retta. Dette er versjon ${version}.`,
    changes: (count) => (count === 0 ? "Ingen tiltak er endra." : `${tiltak(count)} er endra:`),
    comments: "ny kommentar",
  },
  cancelled: {
    text: (plan, period) => `Statusrunden ${period} for ${plan} er avlyst. Du treng ikkje svare.`,
  },
  textAsked: {
    text: (by, item) => `${by} ber deg om ein tekst til ${item}.`,
    stays: (by) => `${by} har framleis tiltaket og vel kva som blir sendt inn.`,
  },
  textGiven: { text: (by, item) => `${by} har skrive ein tekst til ${item}.` },
  because: (reason) => `Grunngiving: ${reason}`,
  source: (from) => `Kjelde: ${from}`,
  question: "Spørsmål frå koordinatoren",
  noted: (what) => {
    switch (what.is) {
      case "offered":
        return `${what.to} er spurd om å ta over ${tiltak(what.count)}. Du har ansvaret til du får ja.`;
      case "accepted":
        return `Du har teke over ${tiltak(what.count)} frå ${what.from}.`;
      case "declined":
        return `Du har sagt nei. ${what.from} har framleis ansvaret.`;
      case "away":
        return what.until === null
          ? "Velkomen tilbake. Meldingane kjem til deg igjen."
          : `Du er borte til og med ${isoDay(what.until, "nn")}. Stadfortredaren blir spurd så lenge.`;
      case "proposed-drop":
        return "Framlegget er sendt til koordinatoren. Tiltaket er ditt til det er avgjort.";
      case "asked-colleague":
        return `${what.to} er spurd om ein tekst. Tiltaket er framleis ditt.`;
      case "text-given":
        return `Takk! Teksten er send til ${what.to}.`;
      case "read":
        return "Takk! Koordinatoren ser at du har lese utkastet.";
    }
  },
};

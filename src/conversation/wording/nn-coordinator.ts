import type { CoordinatorWording } from "./coordinator-wording.ts";

const personar = (count: number) => (count === 1 ? "Éin person" : `${count} personar`);
const hears = (people: number) => (people === 0 ? "Ingen får melding." : `${personar(people)} får melding:`);
const nobody = () => "Ingen får melding.";

/** Nynorsk. */
export const nnCoordinator: CoordinatorWording = {
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
    "not-reader": "Du er ikkje sett opp som lesar av dette utkastet.",
    "changed-meanwhile":
      "Nokon andre endra dette medan du skreiv, så det er ikkje lagra. Sjå kva som står der no, og prøv på nytt.",
    "no-such-person": "Eg finn ikkje denne personen i personlista.",
    "no-such-item": "Eg finn ikkje dette tiltaket i statusrunden.",
    "says-nothing": "Noko manglar, så ingenting er lagra. Fyll ut feltet og send på nytt.",
    settled: "Dette er alt avgjort. Du treng ikkje gjere noko.",
  },
  block: (block) => {
    switch (block.is) {
      case "no-unit":
        return `${block.number} ${block.short}: Tiltaket har inga ansvarleg eining.`;
      case "no-contact":
        return `${block.unit}: Eininga har ingen kontaktperson.`;
      case "deadline-passed":
        return "Fristen er alt passert.";
      case "nobody-left":
        return "Det er ingen å sende til.";
    }
  },
  warning: (warning) => {
    switch (warning.is) {
      case "unanswered":
        return `${warning.number} ${warning.short}: manglar svar frå ${warning.units.join(", ")}.`;
      case "undecided":
        return `${warning.number} ${warning.short}: einingane har svart ulikt, og rada er ikkje avklart.`;
      case "sent-back":
        return `${warning.number} ${warning.short}: send tilbake, og ingen har svart på nytt.`;
      case "not-approved":
        return `${warning.heading}: ikkje godkjend enno.`;
      case "not-read":
        return `${warning.heading}: ${warning.reader} har ikkje lese utkastet.`;
      case "changed-meanwhile":
        return "Nokon andre endra dette medan du såg på det. Slik er det no.";
      case "reopens":
        return "Runden er lukka. Han opnar igjen.";
      case "before-deadline":
        return "Fristen er ikkje ute enno.";
    }
  },
  flags: {
    unanswered: "Svar manglar",
    undecided: "Einingane har svart ulikt",
    "decided-before": "Nytt svar etter at rada vart avgjord",
    crossed: "To svarte samtidig",
    "no-comment": "Kommentar manglar",
    "same-comment": "Same kommentar som sist",
    "repeats-measure": "Kommentaren seier det same som tiltaket",
    "changed-without-a-word": "Ny status utan forklaring",
    "target-contradicts": "Status og måltal stemmer ikkje",
    "drop-proposed": "Framlegg om at tiltaket utgår",
    "sent-back": "Sendt tilbake, ventar på svar",
  },
  leftOut: { "heard-today": "har fått melding i dag", away: "er borte" },
  confirm: {
    title: {
      open: (period) => `Opne statusrunden ${period}?`,
      trial: () => "Sende ei prøve til deg sjølv?",
      remind: (period) => `Sende påminning om ${period}?`,
      extend: (period) => `Flytte fristen for ${period}?`,
      assign: () => "Byte kven som svarer?",
      "answer-for": () => "Føre inn svaret?",
      drop: () => "La tiltaket utgå?",
      restore: () => "Ta tiltaket inn att?",
      keep: () => "Behalde tiltaket?",
      decide: () => "Avgjere rada?",
      edit: () => "Endre kommentaren?",
      "send-back": () => "Sende svaret tilbake?",
      approve: () => "Godkjenne delen?",
      "ask-readers": (period) => `Be lesarane lese utkastet for ${period}?`,
      close: (period) => `Lukke statusrunden ${period}?`,
      publish: (period) => `Publisere rapporten for ${period}?`,
      correct: (period) => `Rette rapporten for ${period}?`,
      "withdraw-links": (period) => `Trekkje tilbake lenkjene til rapporten for ${period}?`,
      cancel: (period) => `Avlyse statusrunden ${period}?`,
    },
    button: {
      open: "Opne og send",
      trial: "Send prøva",
      remind: "Send påminning",
      extend: "Flytt fristen",
      assign: "Byt ansvarleg",
      "answer-for": "Før inn svaret",
      drop: "La det utgå",
      restore: "Ta inn att",
      keep: "Behald tiltaket",
      decide: "Avgjer rada",
      edit: "Endre kommentaren",
      "send-back": "Send tilbake",
      approve: "Godkjenn",
      "ask-readers": "Spør lesarane",
      close: "Lukk runden",
      publish: "Publiser",
      correct: "Publiser rettinga",
      "withdraw-links": "Trekk tilbake lenkjene",
      cancel: "Avlys runden",
    },
    after: {
      open: "Alle får éi melding med tiltaka sine, i arbeidstida.",
      trial: "Du får ei melding slik dei ansvarlege vil sjå henne. Ingen andre får noko.",
      remind: "Kvar får éi melding med tiltaka som manglar, i arbeidstida.",
      extend: "Dei det gjeld, får vite om den nye fristen. Påminningar følgjer han av seg sjølve.",
      assign: "Dei nye får tiltaka på lista si. Dei gamle får vite om bytet.",
      "answer-for": "Den ansvarlege får vite at du har ført inn svaret, og kan endre det.",
      drop: "Dei ansvarlege får vite at dei ikkje treng å svare. Du kan angre til rapporten er publisert.",
      restore: "Tiltaket kjem tilbake på lista til den ansvarlege.",
      keep: "Den ansvarlege får behalde tiltaket på lista si.",
      decide: "Rada får statusen du vel. Svara frå einingane blir ståande.",
      edit: "Den som svarte, får sjå begge tekstane.",
      "send-back": "Svaret blir ståande til den ansvarlege har svart på nytt.",
      approve: "Delen blir merkt som gjennomlesen. Du kan angre.",
      "ask-readers": "Lesarane får ei lenkje til utkastet. Dei som har lese det, får inga melding.",
      close: "Seine svar blir tekne imot og merkte til rapporten er publisert.",
      publish:
        "Dei ansvarlege får vite at rapporten er ute. Etter dette kan dei ikkje endre svara, men du kan rette rapporten.",
      correct: "Det blir ein ny versjon som seier kva som er endra. Dei same får han.",
      "withdraw-links": "Ingen kan opne rapporten med lenkjene som er sende ut.",
      cancel: "Dei ansvarlege får vite at dei ikkje treng å svare. Runden kan ikkje opnast att.",
    },
    names: {
      open: hears,
      trial: () => "Berre du får melding.",
      remind: hears,
      extend: hears,
      assign: hears,
      "answer-for": hears,
      drop: hears,
      restore: nobody,
      keep: hears,
      decide: nobody,
      edit: hears,
      "send-back": hears,
      approve: nobody,
      "ask-readers": hears,
      close: (people) => (people === 0 ? "Alle har svart." : `Desse har ikkje svart på alt (${people}):`),
      publish: (people) =>
        people === 0 ? "Ingen i leiinga er sette opp som mottakar." : `Leiinga får rapporten (${people}):`,
      correct: hears,
      "withdraw-links": nobody,
      cancel: hears,
    },
    leftOut: (people) => `${personar(people)} får inga melding no:`,
    unreachable: (people) => `${personar(people)} kan ikkje nåast:`,
    insist: "Ta med dei som har fått melding i dag",
    blocked: "Rett dette først:",
    look: "Sjå over dette først:",
  },
  done: {
    open: "Statusrunden er opna.",
    trial: "Prøva er send til deg.",
    remind: "Påminninga er på veg.",
    extend: "Fristen er flytt.",
    assign: "Ansvaret er bytt.",
    "answer-for": "Svaret er ført inn.",
    drop: "Tiltaket utgår.",
    restore: "Tiltaket er teke inn att.",
    keep: "Tiltaket blir ståande.",
    decide: "Rada er avgjord.",
    edit: "Kommentaren er endra.",
    "send-back": "Svaret er sendt tilbake.",
    approve: "Godkjenninga er lagra.",
    "ask-readers": "Lesarane er spurde.",
    close: "Statusrunden er lukka.",
    publish: "Rapporten er publisert.",
    correct: "Rettinga er publisert.",
    "withdraw-links": "Lenkjene er trekte tilbake.",
    cancel: "Statusrunden er avlyst.",
    already: "Det var alt gjort. Ingenting er sendt på nytt.",
  },
  sent: {
    to: (people, names) =>
      people === 0 ? "Ingen får melding." : `Sendt til ${personar(people).toLowerCase()}: ${names}.`,
    unreachable: (people) => `${personar(people)} kan ikkje nåast:`,
    leftOut: (people) => `${personar(people)} fekk inga melding no:`,
    now: "Meldingane går ut no.",
    at: (moment) => `Meldingane går ut ${moment}.`,
  },
};

import type { CoordinatorWording } from "./coordinator-wording.ts";

const personer = (count: number) => (count === 1 ? "Én person" : `${count} personer`);
const hears = (people: number) => (people === 0 ? "Ingen får melding." : `${personer(people)} får melding:`);
const nobody = () => "Ingen får melding.";

/** Bokmål. */
export const nbCoordinator: CoordinatorWording = {
  refused: {
    "unknown-person": "Jeg vet ikke hvem du er. Be koordinatoren legge deg til.",
    "not-yours": "Dette tiltaket er ikke satt opp på deg. Si fra til koordinatoren hvis det er feil.",
    published:
      "Rapporten er publisert, så svaret kan ikke endres her. Si fra til koordinatoren hvis noe er feil.",
    cancelled: "Statusrunden er avlyst. Du trenger ikke svare.",
    dropped: "Tiltaket utgår. Du trenger ikke svare.",
    "not-open-yet": "Statusrunden er ikke åpnet ennå. Du får melding når den åpner.",
    "too-long": "Teksten er for lang, så den er ikke lagret. Kort den ned og send på nytt.",
    "not-stored": "Svaret ble ikke lagret. Prøv igjen om litt.",
    "not-coordinator": "Bare koordinatoren for planen kan gjøre dette.",
    "no-such-round": "Jeg finner ikke denne statusrunden.",
    "nothing-published": "Det er ikke publisert noen rapport ennå.",
    "not-now": "Det går ikke slik runden er nå. Se fremdriften for hva du kan gjøre.",
    "not-reader": "Du er ikke satt opp som leser av dette utkastet.",
    "changed-meanwhile":
      "Noen andre endret dette mens du skrev, så det er ikke lagret. Se hva som står der nå, og prøv på nytt.",
    "no-such-person": "Jeg finner ikke denne personen i personlisten.",
    "no-such-item": "Jeg finner ikke dette tiltaket i statusrunden.",
    "says-nothing": "Noe mangler, så ingenting er lagret. Fyll ut feltet og send på nytt.",
    settled: "Dette er allerede avgjort. Du trenger ikke gjøre noe.",
  },
  block: (block) => {
    switch (block.is) {
      case "no-unit":
        return `${block.number} ${block.short}: Tiltaket har ingen ansvarlig enhet.`;
      case "no-contact":
        return `${block.unit}: Enheten har ingen kontaktperson.`;
      case "deadline-passed":
        return "Fristen er allerede passert.";
      case "nobody-left":
        return "Det er ingen å sende til.";
    }
  },
  warning: (warning) => {
    switch (warning.is) {
      case "unanswered":
        return `${warning.number} ${warning.short}: mangler svar fra ${warning.units.join(", ")}.`;
      case "undecided":
        return `${warning.number} ${warning.short}: enhetene har svart ulikt, og raden er ikke avklart.`;
      case "sent-back":
        return `${warning.number} ${warning.short}: sendt tilbake, og ikke besvart på nytt.`;
      case "not-approved":
        return `${warning.heading}: ikke godkjent ennå.`;
      case "not-read":
        return `${warning.heading}: ${warning.reader} har ikke lest utkastet.`;
      case "changed-meanwhile":
        return "Noen andre endret dette mens du så på det. Slik er det nå.";
      case "reopens":
        return "Runden er lukket. Den åpner igjen.";
      case "before-deadline":
        return "Fristen er ikke ute ennå.";
    }
  },
  flags: {
    unanswered: "Svar mangler",
    undecided: "Enhetene har svart ulikt",
    "decided-before": "Nytt svar etter at raden ble avgjort",
    crossed: "To svarte samtidig",
    "no-comment": "Kommentar mangler",
    "same-comment": "Samme kommentar som sist",
    "repeats-measure": "Kommentaren gjentar bare tiltaket",
    "changed-without-a-word": "Ny status uten forklaring",
    "target-contradicts": "Status og måltall stemmer ikke",
    "drop-proposed": "Foreslått at tiltaket utgår",
    "sent-back": "Sendt tilbake, venter på svar",
  },
  leftOut: { "heard-today": "har fått melding i dag", away: "er borte" },
  confirm: {
    title: {
      open: (period) => `Åpne statusrunden ${period}?`,
      trial: () => "Sende en prøve til deg selv?",
      remind: (period) => `Sende påminning om ${period}?`,
      extend: (period) => `Flytte fristen for ${period}?`,
      assign: () => "Bytte hvem som svarer?",
      "answer-for": () => "Føre inn svaret?",
      drop: () => "La tiltaket utgå?",
      restore: () => "Ta tiltaket inn igjen?",
      keep: () => "Beholde tiltaket?",
      decide: () => "Avgjøre raden?",
      edit: () => "Endre kommentaren?",
      "send-back": () => "Sende svaret tilbake?",
      approve: () => "Godkjenne delen?",
      "ask-readers": (period) => `Be leserne lese utkastet for ${period}?`,
      close: (period) => `Lukke statusrunden ${period}?`,
      publish: (period) => `Publisere rapporten for ${period}?`,
      correct: (period) => `Rette rapporten for ${period}?`,
      "withdraw-links": (period) => `Trekke tilbake lenkene til rapporten for ${period}?`,
      cancel: (period) => `Avlyse statusrunden ${period}?`,
    },
    button: {
      open: "Åpne og send",
      trial: "Send prøven",
      remind: "Send påminning",
      extend: "Flytt fristen",
      assign: "Bytt ansvarlig",
      "answer-for": "Før inn svaret",
      drop: "La det utgå",
      restore: "Ta inn igjen",
      keep: "Behold tiltaket",
      decide: "Avgjør raden",
      edit: "Endre kommentaren",
      "send-back": "Send tilbake",
      approve: "Godkjenn",
      "ask-readers": "Spør leserne",
      close: "Lukk runden",
      publish: "Publiser",
      correct: "Publiser rettelsen",
      "withdraw-links": "Trekk tilbake lenkene",
      cancel: "Avlys runden",
    },
    after: {
      open: "Alle får én melding med sine tiltak, i arbeidstiden.",
      trial: "Du får en melding slik de ansvarlige vil se den. Ingen andre får noe.",
      remind: "Hver får én melding med tiltakene som mangler, i arbeidstiden.",
      extend: "De det gjelder, får vite om den nye fristen. Påminninger følger den av seg selv.",
      assign: "De nye får tiltakene på listen sin. De gamle får vite om byttet.",
      "answer-for": "Den ansvarlige får vite at du har ført inn svaret, og kan endre det.",
      drop: "De ansvarlige får vite at de ikke trenger å svare. Du kan angre til rapporten er publisert.",
      restore: "Tiltaket kommer tilbake på listen til den ansvarlige.",
      keep: "Den ansvarlige får beholde tiltaket på listen sin.",
      decide: "Raden får statusen du velger. Svarene fra enhetene blir stående.",
      edit: "Den som svarte, får se begge tekstene.",
      "send-back": "Svaret blir stående til den ansvarlige har svart på nytt.",
      approve: "Delen merkes som lest gjennom. Du kan angre.",
      "ask-readers": "Leserne får en lenke til utkastet. De som har lest det, får ingen melding.",
      close: "Sene svar tas imot og merkes til rapporten er publisert.",
      publish:
        "De ansvarlige får vite at rapporten er ute. Etter dette kan de ikke endre svarene, men du kan rette rapporten.",
      correct: "Det blir en ny versjon som sier hva som er endret. De samme får den.",
      "withdraw-links": "Ingen kan åpne rapporten med de lenkene som er sendt ut.",
      cancel: "De ansvarlige får vite at de ikke trenger å svare. Runden kan ikke åpnes igjen.",
    },
    names: {
      open: hears,
      trial: () => "Bare du får melding.",
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
      close: (people) => (people === 0 ? "Alle har svart." : `Disse har ikke svart på alt (${people}):`),
      publish: (people) =>
        people === 0 ? "Ingen i ledelsen er satt opp som mottaker." : `Ledelsen får rapporten (${people}):`,
      correct: hears,
      "withdraw-links": nobody,
      cancel: hears,
    },
    leftOut: (people) => `${personer(people)} får ingen melding nå:`,
    unreachable: (people) => `${personer(people)} kan ikke nås:`,
    insist: "Ta med dem som har fått melding i dag",
    blocked: "Dette må rettes først:",
    look: "Se over dette først:",
  },
  done: {
    open: "Statusrunden er åpnet.",
    trial: "Prøven er sendt til deg.",
    remind: "Påminningen er på vei.",
    extend: "Fristen er flyttet.",
    assign: "Ansvaret er byttet.",
    "answer-for": "Svaret er ført inn.",
    drop: "Tiltaket utgår.",
    restore: "Tiltaket er tatt inn igjen.",
    keep: "Tiltaket blir stående.",
    decide: "Raden er avgjort.",
    edit: "Kommentaren er endret.",
    "send-back": "Svaret er sendt tilbake.",
    approve: "Godkjenningen er lagret.",
    "ask-readers": "Leserne er spurt.",
    close: "Statusrunden er lukket.",
    publish: "Rapporten er publisert.",
    correct: "Rettelsen er publisert.",
    "withdraw-links": "Lenkene er trukket tilbake.",
    cancel: "Statusrunden er avlyst.",
    already: "Det var allerede gjort. Ingenting er sendt på nytt.",
  },
  sent: {
    to: (people, names) =>
      people === 0 ? "Ingen får melding." : `Sendt til ${personer(people).toLowerCase()}: ${names}.`,
    unreachable: (people) => `${personer(people)} kan ikke nås:`,
    leftOut: (people) => `${personer(people)} fikk ingen melding nå:`,
    now: "Meldingene går ut nå.",
    at: (moment) => `Meldingene går ut ${moment}.`,
  },
};

import type { Language } from "../../round/plan.ts";
import type { UnclearCommand, WhyNot } from "./read-command.ts";

/** Why a command was not carried out, and how it is said: in the person's language, as plain text. */
export function whyUnclear({ why, found, expected, choices }: UnclearCommand, language: Language): string[] {
  const words = sentences[language];
  const more = choices.length > 0 ? words.choose : words.forExample(expected);
  return [words.why[why](found), more];
}

interface Words {
  readonly why: Readonly<Record<WhyNot, (found: string) => string>>;
  readonly choose: string;
  forExample(expected: string): string;
}

const sentences: Readonly<Record<Language, Words>> = {
  nb: {
    why: {
      "which-round": () => "Hvilken statusrunde mener du?",
      "no-round": () => "Det er ingen statusrunde dette kan gjelde.",
      "unknown-word": (found) => `Jeg forstår ikke «${found}» her, så jeg har ikke gjort noe.`,
      "several-names": (found) => `Flere heter «${found}». Hvem eller hva mener du?`,
      "nobody-named": () => "Hvem gjelder det?",
      "nothing-named": () => "Hva gjelder det? Nevn nummeret eller navnet.",
      "too-many-named": () => "Ta én om gangen, så blir det ikke misforstått.",
      "which-unit": () => "Tiltaket har flere enheter. Hvilken mener du?",
      "no-date": () => "Til hvilken dag?",
      "date-passed": (found) => `${found} er allerede passert.`,
      "date-not-certain": (found) => `Jeg er ikke sikker på hvilken dag «${found}» er. Skriv datoen.`,
      "two-dates": () => "Det står to datoer. Hvilken gjelder?",
      "no-status": () => "Hvilken status?",
      "more-than-one-status": () => "Det står mer enn én status. Hvilken gjelder?",
      "no-reason": () => "Skriv også hvorfor, eller hvilket vedtak.",
      "no-text": () => "Skriv teksten etter et kolon.",
      "no-source": () => "Skriv i parentes til slutt hvor svaret kom fra.",
      "one-at-a-time": () => "Én ting om gangen, på én linje.",
    },
    choose: "Velg, eller skriv det på nytt:",
    forExample: (expected) => `Skriv for eksempel: ${expected}`,
  },
  nn: {
    why: {
      "which-round": () => "Kva statusrunde meiner du?",
      "no-round": () => "Det er ingen statusrunde dette kan gjelde.",
      "unknown-word": (found) => `Eg forstår ikkje «${found}» her, så eg har ikkje gjort noko.`,
      "several-names": (found) => `Fleire heiter «${found}». Kven eller kva meiner du?`,
      "nobody-named": () => "Kven gjeld det?",
      "nothing-named": () => "Kva gjeld det? Nemn nummeret eller namnet.",
      "too-many-named": () => "Ta éin om gongen, så blir det ikkje misforstått.",
      "which-unit": () => "Tiltaket har fleire einingar. Kva for ei meiner du?",
      "no-date": () => "Til kva dag?",
      "date-passed": (found) => `${found} er alt passert.`,
      "date-not-certain": (found) => `Eg er ikkje sikker på kva dag «${found}» er. Skriv datoen.`,
      "two-dates": () => "Det står to datoar. Kven gjeld?",
      "no-status": () => "Kva status?",
      "more-than-one-status": () => "Det står meir enn éin status. Kven gjeld?",
      "no-reason": () => "Skriv òg kvifor, eller kva vedtak.",
      "no-text": () => "Skriv teksten etter eit kolon.",
      "no-source": () => "Skriv i parentes til slutt kvar svaret kom frå.",
      "one-at-a-time": () => "Éin ting om gongen, på éi linje.",
    },
    choose: "Vel, eller skriv det på nytt:",
    forExample: (expected) => `Skriv til dømes: ${expected}`,
  },
  en: {
    why: {
      "which-round": () => "Which status round do you mean?",
      "no-round": () => "There is no status round this could be about.",
      "unknown-word": (found) => `I do not understand “${found}” here, so I have done nothing.`,
      "several-names": (found) => `Several are called “${found}”. Who or what do you mean?`,
      "nobody-named": () => "Who is it about?",
      "nothing-named": () => "What is it about? Give the number or the name.",
      "too-many-named": () => "One at a time, so that nothing is misunderstood.",
      "which-unit": () => "The measure has several units. Which one do you mean?",
      "no-date": () => "Until which day?",
      "date-passed": (found) => `${found} has already passed.`,
      "date-not-certain": (found) => `I am not sure which day “${found}” is. Write the date.`,
      "two-dates": () => "There are two dates. Which one counts?",
      "no-status": () => "Which status?",
      "more-than-one-status": () => "There is more than one status. Which one counts?",
      "no-reason": () => "Also write why, or which decision.",
      "no-text": () => "Write the text after a colon.",
      "no-source": () => "Write in brackets at the end where the answer came from.",
      "one-at-a-time": () => "One thing at a time, on one line.",
    },
    choose: "Choose, or write it again:",
    forExample: (expected) => `For example: ${expected}`,
  },
};

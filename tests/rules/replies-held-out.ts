import { answer, same, show, unclear, withdraw, type Row } from "./reply-situations.ts";

/** Written before the reader existed and never tuned against: what it makes of sentences nobody prepared for. */
export const heldOut: readonly Row[] = [
  [
    "one",
    "Grønn! Vi kom i mål rett før ferien.",
    answer({ samtaler: ["green", "Vi kom i mål rett før ferien."] }),
  ],
  ["one", "Den står fortsatt på oransje, dessverre", answer({ samtaler: ["orange", "dessverre"] })],
  ["one", "rødt her hos oss", answer({ samtaler: ["red", ""] })],
  ["one", "Vi er ikke grønne ennå, men nærmer oss", unclear("which-status")],
  ["one", "Grønn? Neppe.", unclear("question")],
  ["one", "Er nok nærmere gul enn grønn", unclear("more-than-one-status")],
  [
    "one",
    "Orange. Anbudet er lyst ut, svar ventes i uke 5.",
    answer({ samtaler: ["orange", "Anbudet er lyst ut, svar ventes i uke 5."] }),
  ],
  ["one", "Ferdig når kommunestyret har vedtatt det", unclear("which-status")],
  ["one", "Me har ikkje kome i gang enno.", answer({ samtaler: ["red", ""] })],
  ["one", "👍", unclear("which-status")],
  ["one", "Skulle gjerne sagt grønn, men må si oransje", unclear("more-than-one-status")],
  ["one", "Same procedure as last year", unclear("which-status")],
  [
    "one",
    "Oransje\n\nFikk ikke svar fra fylket.\n\nVennlig hilsen\nLiv Moen\nVirksomhetsleder",
    answer({ samtaler: ["orange", "Fikk ikke svar fra fylket."] }),
  ],
  ["one", "takk for sist!", unclear("which-status")],
  [
    "three",
    "1.1: grønn\n1.2: rød\n2.1: oransje, 3 av 5 lag er med",
    answer({ unders: ["green", ""], samtaler: ["red", ""], idrett: ["orange", "3 av 5 lag er med"] }),
  ],
  ["three", "Begge tiltakene under 1 er grønne", unclear("which-measure")],
  [
    "three",
    "1.1 og 2.1 er oransje. 1.2 grønn.",
    answer({ unders: ["orange", ""], idrett: ["orange", ""], samtaler: ["green", ""] }),
  ],
  ["three", "Alt unntatt 2.1 er ferdig", unclear("which-measure")],
  [
    "three",
    "Grønt på 1.2, resten tar jeg i morgen",
    answer({ samtaler: ["green", "resten tar jeg i morgen"] }),
  ],
  ["three", "1.2 har gått fra rød til oransje", unclear("more-than-one-status")],
  ["three", "1.3 er grønn", unclear("which-measure")],
  ["three", "Dialogmøter: i gang", answer({ samtaler: ["orange", ""] })],
  ["three", "samme svar som sist på 1.1 og 1.2", same("unders", "samtaler")],
  ["three", "1.1 green, 1.2 same as last time", unclear("which-status")],
  ["repeated", "1.1 oransje", unclear("which-measure")],
  [
    "repeated",
    "4.2 grønn – alle skoler har fått materiellet",
    answer({ skoler: ["green", "alle skoler har fått materiellet"] }),
  ],
  ["steps", "2.1 forsinket pga sykdom", answer({ klima: ["late", "pga sykdom"] })],
  ["steps", "Grønn", unclear("which-status")],
  ["answered", "angrer på 1.1", withdraw("unders")],
  ["three", "hva har jeg igjen?", show("desk")],
];

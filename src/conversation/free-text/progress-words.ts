export type Stage = "done" | "ongoing" | "not-started";

const begun =
  "påbegynt|påbegynnt|påbegynte|påbyrja|pabegynt|startet|starta|startet opp|starta opp|begynt|byrja|i gang|igang";
const started = `${begun}|igangsatt|igangsett|satt i gang|sett i gang|kommet i gang|kome i gang|komne i gang|oppstartet`;

/** How people say how far something has come, where a legend has one status for each. */
export const progressWords: Record<Stage, readonly string[]> = {
  done: (
    "ferdig|ferdige|fullført|fullførte|gjennomført|gjennomførte|avsluttet|avslutta|implementert|implementerte|ferdigstilt|" +
    "sluttført|i mål|helt ferdig|heilt ferdig|ferdig og avsluttet|ferdig og avslutta|" +
    "done|complete|completed|finished|closed|implemented"
  ).split("|"),
  ongoing: (
    `${started}|pågår|pågående|pågåande|i arbeid|under arbeid|under veis|underveis|godt i gang|så vidt i gang|i full gang|` +
    "påbegynt og pågår|in progress|ongoing|on going|under way|underway|started|begun|work in progress|wip"
  ).split("|"),
  "not-started": started
    .split("|")
    .flatMap((word) => [`ikke ${word}`, `ikkje ${word}`])
    .concat(
      "not started|not yet started|not begun|not started yet|not yet begun|ikke ennå påbegynt|ikkje enno påbyrja".split(
        "|",
      ),
      "ikke enda påbegynt|ikke ennå startet".split("|"),
    ),
};

/** Colours that are part of something else. */
export const ordinaryWords = (
  "røde kors|raude kross|raude krossen|red cross|blå kors|blåkors|grønt lys|grøne lys|grønt skifte|grønne skiftet|" +
  "grøne skiftet|grønn omstilling|grøn omstilling|grønn mobilitet|grøn mobilitet|green light|green deal|green shift|" +
  "rød tråd|raud tråd|røde tråden|raude tråden|red tape|gule sider|gul stripe|blått lys"
).split("|");

import { PhraseBook } from "./phrase-book.ts";

/** The small words of a reply, in bokmål, nynorsk and English together: people mix them. */

/** What may stand before a status without changing it. "no" alone is left out: nynorsk for "now", English for "not". */
export const lead = PhraseBook.of(
  "status|statusen|farge|fargen|colour|color|er|is|are|nå|now|er no|fortsatt|framleis|fremdeles|still|ennå|enno|enda|" +
    "vi|vi er|me er|me|we|we are|har|have|has|det|det er|den|den er|dette|this|it|it's|its|tiltaket|the measure|" +
    "arbeidet|the work|her|står på|står som|ligger på|ligg på|settes til|sett til|set to|sett|set|til|to|som|helt|heilt|" +
    "fully|ja|yes|ok|altså|også|blitt|beklager|beklagar|sorry|unnskyld|orsak|oops|rettelse|retting|korrigering|correction",
);

export const negation = PhraseBook.of(
  "ikke|ikkje|ikke lenger|ikkje lenger|ikkje lengre|not|no longer|isn't|aldri|never|neppe",
);
const degree =
  "helt|heilt|helt klart|akkurat|quite|yet|ennå|enno|enda|alt|all|lenger|lengre|lenger nå|longer";
export const extent = PhraseBook.of(degree);

/** "not green any more, now orange": without the "now" it could be a list of what it is not. */
export const noMore = PhraseBook.of("lenger|lengre|lengre no|lenger nå|anymore|any more|any longer|longer");
export const insteadNow = PhraseBook.of(
  "nå|no|men|men nå|men no|now|but|but now|nå er den|no er den|nå er det|no er det",
);

/** What may follow a status up to the end of the clause without being a comment. */
export const tail = PhraseBook.of(
  "her|her hos oss|hos oss|takk|tusen takk|mange takk|nå|now|no|i dag|today|fortsatt|fremdeles|framleis|ennå|enno|enda|" +
    "still|yet|here|thanks|thank you|denne gangen|denne gongen|this time|likevel|likevel nå|da|altså|også|også nå|for tiden|" +
    "for tida|per nå|pr nå|per i dag|pr i dag|at the moment|på den|på denne|på dette|please",
);

/** A comment may begin with these right after a colour; nothing green or red is called so. */
export const because = PhraseBook.of(
  "fordi|da|siden|sidan|ettersom|men|vi|jeg|eg|har|venter|ventar|avventer|avventar|mangler|manglar|pga|grunnet|" +
    "på grunn av|because|since|but|we|due to|waiting|awaiting",
);
/** After "done" fewer words leave no doubt: "done we are not". */
export const becauseOf = PhraseBook.of("fordi|siden|sidan|pga|grunnet|på grunn av|because|since|due to");

/** A status said with one of these right behind it was not quite said. */
export const doubt = PhraseBook.of(
  "nesten|snart|delvis|kanskje|tror|trur|håper|håpar|antar|usikker|usikkert|sannsynligvis|trolig|truleg|antakelig|" +
    "antagelig|muligens|kanhende|egentlig|eigentleg|eller|evt|eventuelt|alternativt|nei|nja|tja|så å si|omtrent|tulla|tullet|" +
    "stort sett|i hovedsak|i hovudsak|mer eller mindre|meir eller mindre|langt på vei|langt på veg|på papiret|i teorien|" +
    "i alle fall|i hvert fall|i kvart fall|iallfall|fram til|frem til|inntil|så langt|foreløpig|førebels|at least|so far|for now|" +
    "mostly|nearly|more or less|sort of|kind of|hope|hoping|almost|soon|partly|partially|maybe|perhaps|think|hopefully|guess|probably|possibly|or|nope|actually|just kidding|" +
    "hvis|dersom|når|om|så snart|så fremt|forutsatt|med forbehold|innen|etter|fra|frå|unntatt|unnateke|bortsett|utenom|" +
    "utanom|med unntak|if|when|once|provided|assuming|by|unless|after|until|except|apart",
);
/** A clause that begins so takes back what was said before it. */
export const retraction = PhraseBook.of(
  "nei|feil|er feil|stemmer ikke|stemmer ikkje|det stemmer ikke|det stemmer ikkje|glem det|gløym det|tuller|tøyser|" +
    "nope|wrong|incorrect|not true|not correct|that's wrong|scrap that|just kidding",
);
/** What is "done" so far may be listed above what is not. */
export const remaining = PhraseBook.of(
  "gjenstår|gjenstående|gjenståande|står igjen|står att|mangler|manglar|remaining|remains|left|missing|to do|todo|pending",
);
/** Anywhere in front of a status that stands alone at the end, these make it somebody's hope or last year's. */
export const notNow = PhraseBook.of(
  "mål|målet|ønsker|ønskjer|håper|håpar|burde|bør|skulle|skal|vil|kan|kunne|neste|forrige|førre|sist|tidligere|i fjor|" +
    "kanskje|tror|trur|usikker|snart|nesten|delvis|hvis|dersom|når|ikke|ikkje|aldri|eller|prognose|forventer|ventet|" +
    "goal|aim|hope|should|would|will|could|next|last|previous|previously|maybe|think|unsure|soon|almost|partly|if|when|" +
    "not|never|or|forecast|expected",
);
export const inClause = PhraseBook.of(
  "men|but|og|and|jeg|eg|vi|jeg er|eg er|vi er|det er|i|i'm|we|det|dette|this|it|er|is",
);
export const exception = PhraseBook.of("men|but");

export const before = PhraseBook.of("var|was|fra|frå|from|forrige|førre|tidligere|previously|sist");
export const becomes = PhraseBook.of("blir|becomes|turns");
export const later = PhraseBook.of(
  "når|i|innen|etter|fra|frå|hvis|in|by|when|once|after|neste|next|if|dersom",
);

export const asLast = PhraseBook.of(
  "samme som sist|same som sist|som sist|som før|som tidligere|likt som sist|lik som sist|det samme som sist|" +
    "det same som sist|samme som sist gang|som sist gang|som forrige gang|samme som forrige gang|samme som forrige|" +
    "som førre gong|same som førre gong|samme status|same status|samme status som sist|same status som sist|" +
    "same status as last time|same as last time|same as last|same as before|as before|as last time|unchanged|uendret|" +
    "uendra|uendret status|uendra status|uendret siden sist|uendra sidan sist|ingen endring|ingen endringer|ingen endringar|" +
    "ingen endring siden sist|ingen endringer siden sist|ingen endring sidan sist|no change|no changes|" +
    "no change since last time|no changes since last time|status quo",
);

export const question = PhraseBook.of(
  "hva|kva|hvem|kven|hvordan|korleis|hvorfor|kvifor|hvilken|hvilke|hvilket|kva for|hvor|kor|når er|når skal|når må|" +
    "skal jeg|skal eg|skal vi|skal me|må jeg|må eg|må vi|må me|kan jeg|kan eg|kan vi|kan me|kan du|kan dere|kan de|" +
    "er den|er det|er dette|er tiltaket|er vi|har vi|har jeg|har eg|what|how|why|who|which|where|when is|when do|when does|" +
    "should i|should we|can i|can we|can you|do i|do we|does|is it|is this|is the|are we|have we",
);

/** Whoever corrects something answered already may not mean the one item still open. */
export const correction = PhraseBook.of(
  "beklager|beklagar|sorry|unnskyld|orsak|oops|feil|rettelse|retting|korrigering|mente|meinte|likevel|correction|meant|" +
    "skulle være|skulle vært|skulle vere|skulle vore|should be|should have been|wrong",
);

export const measureWord = PhraseBook.of(
  "tiltak|tiltaket|tiltaka|tiltakene|nr|nr .|nummer|punkt|pkt|pkt .|measure|measures|number|#|både|both|status|" +
    "status på|status for|på|for|on|gjelder|gjeld",
);
export const everything = PhraseBook.of(
  ["alle", "alt", "samtlige", "all", "everything", "begge", "both", "alle to", "alle tre", "all three"]
    .flatMap((word) =>
      [
        "",
        " tiltak",
        " tiltakene",
        " tiltaka",
        " mine tiltak",
        " mine",
        " punkter",
        " measures",
        " of them",
      ].map((more) => word + more),
    )
    .join("|"),
);

export const takeBack = PhraseBook.of(
  "trekk|trekker|trekk tilbake|trekker tilbake|trekk attende|ta tilbake|angre|angrer|angre på|angrer på|angrar|" +
    "withdraw|undo|retract|take back|slett svaret|slett svar|fjern svaret|delete my answer|remove my answer",
);
export const takenBack = PhraseBook.of(
  "svar|svaret|svara|svarene|mitt|mine|min|my|answer|answers|the|det|tilbake|attende|på|for|to",
);
export const allOfThem = PhraseBook.of("alle|all|alt|everything|alle mine");

/** Replies that are no answer at all, letters only. */
export const views: Readonly<Record<string, "desk" | "help" | "rounds">> = Object.fromEntries([
  ...[
    "hjelp",
    "hjelp meg",
    "help",
    "hva kan du",
    "kva kan du",
    "what can you do",
    "kommandoer",
    "commands",
  ].map((text) => [text, "help"]),
  ...[
    "liste",
    "lista",
    "min liste",
    "lista mi",
    "vis liste",
    "vis lista",
    "vis min liste",
    "list",
    "my list",
    "show",
  ].map((text) => [text, "desk"]),
  ...[
    "status",
    "mine tiltak",
    "hva mangler",
    "kva manglar",
    "hva gjenstår",
    "kva står att",
    "what is left",
    "my measures",
  ].map((text) => [text, "desk"]),
  ...[
    "runder",
    "rundene",
    "rundar",
    "rundane",
    "mine runder",
    "mine rundar",
    "statusrunder",
    "statusrundar",
    "rounds",
    "my rounds",
  ].map((text) => [text, "rounds"]),
]) as Record<string, "desk" | "help" | "rounds">;

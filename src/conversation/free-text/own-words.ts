import { cleanText } from "../../round/comment.ts";

/** What a person wrote themself: without quoted messages, greeting and signature. `signed` is what stood below the sign-off. */
export interface OwnWords {
  readonly text: string;
  readonly signed: string;
}

const quoted = /^\s*(?:>|&gt;)/;
const divider =
  /^\s*(?:_{5,}|-{2,}\s*(?:original message|opprinnelig melding|opphavleg melding|forwarded message|videresendt melding))/i;
/** A name alone would also fit "The police wrote:", so a clock, a year or an address must be there. */
const wrote = /(?:^|\s)(?:skrev|skreiv|wrote)(?:\s[^\n]{0,200})?:\s*$/i;
const stamped = /\d{1,2}[.:]\d{2}|@|20\d\d/;
const from = /^\s*\*{0,2}(?:Fra|Frå|From):/;
const header = /^\s*\*{0,2}(?:Sendt|Sent|Til|To|Dato|Date|Emne|Subject|Kopi|Cc):/;
const device = /^\s*(?:sendt fra|sendt frå|sent from|hent outlook|skaff deg outlook|get outlook)(?!\p{L})/iu;
const name = String.raw`(?:[ ,]+(?:fra |frå |from )?\p{Lu}[\p{L}.'-]{0,30}){0,4}`;
const greetings =
  "mvh|m\\.v\\.h|vh|hilsen|helsing|vennlig hilsen|venleg helsing|med vennlig hilsen|med venleg helsing|beste hilsen|" +
  "best regards|kind regards|regards|cheers|sincerely";
const signOff = new RegExp(String.raw`^\s*(?:${anyCase(greetings)})\.?${name}[\s,.!]*$`, "u");
const signOffInLine = new RegExp(
  String.raw`(?:^|[.,!–-]|\s(?=[Mm]vh))\s{0,3}(?:${anyCase(greetings)})\.?${name}[\s,.!]{0,5}$`,
  "u",
);
const mention = /^\s*(?:<@[^>\n]{1,60}>|@[\p{L}\p{N}_.-]{1,60})[\s,:]*/u;
const hello = new RegExp(
  String.raw`^\s*(?:${anyCase("hei|heisann|hallo|halla|hi|hello|hey|god morgen|god dag|good morning")})(?:(?: \p{Lu}[\p{L}.]{0,30}){1,3}\s*(?:[,!.\n]|$)|\s*[,!.]|(?!\p{L}))\s*`,
  "u",
);

export function ownWordsOf(reply: string): OwnWords {
  const lines = cleanText(reply.normalize("NFC")).split("\n");
  const end = lines.findIndex((line, n) => beginsQuotedMail(lines, line, n));
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !quoted.test(line));
  const signed = own.findIndex((line) => /^--\s?$/.test(line) || signOff.test(line) || device.test(line));
  const said = (signed < 0 ? own : own.slice(0, signed)).join("\n").trim();
  return {
    text: withoutSignOff(said).replace(mention, "").replace(hello, "").trim(),
    signed: signed < 0 ? "" : own.slice(signed + 1).join("\n"),
  };
}

function beginsQuotedMail(lines: readonly string[], line: string, n: number): boolean {
  if (divider.test(line)) return true;
  const two = `${line} ${lines[n + 1] ?? ""}`.trimEnd();
  if (
    [line, two].some(
      (text) => text.length < 400 && wrote.test(text) && stamped.test(text) && startsMail(text),
    )
  )
    return true;
  return from.test(line) && lines.slice(n + 1, n + 4).some((next) => header.test(next));
}

/** Mail programs begin with "On", "Den", or the day of the week or month. */
function startsMail(text: string): boolean {
  return /^\s*(?:on|den|på|man|tir|tor|tys|ons|tor|fre|lør|lau|søn|sun|mon|tue|wed|thu|fri|sat|\d{1,4}[.\s/-])/i.test(
    text,
  );
}

/** Only the end of the last line can be one, and only so much of it is looked at. */
function withoutSignOff(text: string): string {
  const start = Math.max(text.lastIndexOf("\n") + 1, text.length - 160);
  const found = signOffInLine.exec(text.slice(start));
  if (!found) return text;
  const kept = /^[.!]/.test(found[0]) ? 1 : 0;
  return text.slice(0, start + found.index + kept).trimEnd();
}

/** Names must begin with a capital, so the pattern as a whole cannot ignore case. */
function anyCase(words: string): string {
  return words.replaceAll(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

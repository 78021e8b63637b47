import { oneLine } from "./fields.ts";

/** What a plan's file may leave out of a measure, worked out from what it says. */

const longestShort = 80;

/**
 * The number as people will type it: "4. 2" and "4.2." are 4.2.
 * Null when it is nothing that can be typed: at most 20 letters and digits, joined by `.`, `-` or `/`.
 */
export function tidyNumber(printed: string): string | null {
  const tidy = oneLine(printed)
    .replaceAll(/\s*([./-])\s*/g, "$1")
    .replace(/[.:)]+$/, "");
  return tidy.length <= 20 && /^[\p{L}\p{N}]+(?:[./-][\p{L}\p{N}]+)*$/u.test(tidy) ? tidy : null;
}

/**
 * The key of a measure whose file gives none: the number of every heading above it, then its own: "2/1/1.1".
 * A heading without a printed number counts by the first words of its title. So a key outlives moving, adding and
 * rewording, and changes only when a number does; a plan about to be renumbered should write its keys out.
 */
export function derivedKey(headings: readonly string[], number: string): string {
  return [...headings.map(partOf), number].map(plain).join("/");
}

/** "Delmål 2: Øke …" → 2, "1. Barn og unge" → 1, "Satsinger" → satsinger. */
function partOf(title: string): string {
  const number = /^(?:\p{L}+ )?(\d+(?:\.\d+)*)(?=[.:)]|\s*$|\s+[–-]|\s+\p{Lu})/u.exec(oneLine(title))?.[1];
  if (number) return number;
  const words = plain(title).toLowerCase().split("-");
  return words.slice(0, 4).join("-").slice(0, 40) || "x";
}

function plain(text: string): string {
  return text
    .replaceAll(/[æÆ]/g, "ae")
    .replaceAll(/[øØ]/g, "o")
    .replaceAll(/[åÅ]/g, "a")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^A-Za-z0-9./]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
}

/** The title for chat: what is printed in bold, otherwise its first clause, cut at a word when it is too long. */
export function shortOf(title: string): string {
  const bold = /\*\*(.+?)\*\*/.exec(title)?.[1];
  const clause = withoutBold(bold ?? title.split(/[:;]\s|[.!?](?:\s|$)|\s[–-]\s/)[0] ?? title).replace(
    /[:.,;\s]+$/,
    "",
  );
  if (clause.length <= longestShort) return clause || withoutBold(title).slice(0, longestShort);
  const cut = clause.slice(0, longestShort - 1);
  return `${cut.slice(0, cut.lastIndexOf(" ") > 20 ? cut.lastIndexOf(" ") : undefined).toWellFormed()}…`;
}

/** Documents are read with their bold text marked; the mark has done its work once `short` is known. */
export function withoutBold(title: string): string {
  return title.replaceAll("**", "");
}

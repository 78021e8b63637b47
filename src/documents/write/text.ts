/** Text fit for any document, on one line: no control characters and no halves of characters. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\uFFFD", "")
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029 ]+/g, " ")
    .replaceAll(/\p{Cc}/gu, "");
}

export type Piece = { readonly text: string; readonly url: string | null };

/**
 * One bullet as text and links. Only `[text](url)` and bare addresses with http or https become links;
 * whatever else looks like one stays the text that somebody wrote.
 */
export function piecesOf(bullet: string): Piece[] {
  const text = printable(bullet);
  const links = /\[([^[\]]+)\]\((https?:\/\/(?:[^\s()<>"]|\([^\s()<>"]*\))+)\)|https?:\/\/[^\s<>"]+/giu;
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(links)) {
    const [whole, label] = match;
    const url = match[2] ?? withoutPunctuation(whole);
    if (!URL.canParse(url)) continue;
    pieces.push({ text: text.slice(at, match.index), url: null }, { text: label ?? url, url });
    at = match.index + (label === undefined ? url.length : whole.length);
  }
  pieces.push({ text: text.slice(at), url: null });
  return pieces.filter((piece) => piece.text !== "");
}

/** Where a sentence goes on after an address, its full stop or closing bracket is not part of it. */
function withoutPunctuation(address: string): string {
  const bare = address.replace(/[.,;:!?'»”’\]*_]+$/u, "");
  const open = bare.split("(").length;
  return bare.endsWith(")") && bare.split(")").length > open ? withoutPunctuation(bare.slice(0, -1)) : bare;
}

import { bulletsOf } from "../../round/comment.ts";
import type { Part } from "./markup.ts";
import { html, type Markup } from "./markup.ts";

const link =
  /\[([^\]\n]+)\]\((https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+)\)|https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g;

function anchor(address: string, words: string): Markup {
  return html`<a href="${address}" rel="noreferrer noopener nofollow">${words}</a>`;
}

/** People's own line: Markdown links and bare http addresses become links, nothing else becomes anything. */
export function lineOf(text: string): Markup {
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(link)) {
    parts.push(text.slice(from, found.index), anchor(found[2] ?? found[0], found[1] ?? found[0]));
    from = found.index + found[0].length;
  }
  return html`${parts}${text.slice(from)}`;
}

/** A comment as it will stand in the table: one line is one bullet. Direction is each line's own. */
export function commentOf(comment: string): Markup | null {
  const bullets = bulletsOf(comment);
  if (bullets.length === 0) return null;
  return html`<ul class="comment">
    ${bullets.map((bullet) => html`<li dir="auto">${lineOf(bullet)}</li>`)}
  </ul>`;
}

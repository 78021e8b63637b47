import type { Review, ReviewRow } from "../../conversation/messages.ts";
import type { Flag, FlagKind } from "../../round/needs-look.ts";
import type { Drawing } from "./draw-item.ts";
import { html, type Markup } from "./markup.ts";
import { type Part, partWith } from "./review-parts.ts";

/** Groups up to this size stand open. */
const fewFlags = 6;

/** Everything that needs a look, by what it is, each with a way to its row. */
export function flagList(review: Review, parts: readonly Part[], how: Drawing): Markup {
  const { words } = how;
  const { review: said } = words.pages;
  const rows = new Map(review.headings.flatMap((heading) => heading.rows.map((row) => [row.key, row])));
  const kinds = Map.groupBy(review.flags, (flag) => flag.is);
  if (review.flags.length === 0) return html`<p class="notice">${said.noFlags}</p>`;
  return html`<section class="look flags">
    <h2>${said.flags(review.flags.length)}</h2>
    ${[...kinds].map(([kind, flags]) => groupOf(kind, flags, rows, review, parts, how))}
  </section>`;
}

function groupOf(
  kind: FlagKind,
  flags: readonly Flag[],
  rows: ReadonlyMap<string, ReviewRow>,
  review: Review,
  parts: readonly Part[],
  { words, base }: Drawing,
): Markup {
  const line = (flag: Flag): Markup => {
    const row = rows.get(flag.measure);
    const unit = row?.items.find((item) => item.id === flag.item)?.unit;
    const at = `row-${flag.measure}`;
    const part = parts.length > 1 ? `?part=${partWith(parts, at) + 1}` : "";
    return html`<li>
      <a href="${base}review/${review.round.id}${part}#${encodeURIComponent(at)}"
        ><span class="number">${row?.number ?? flag.measure}</span>
        <span dir="auto">${row?.short ?? ""}</span></a
      >${unit !== undefined && html` <span class="quiet">${unit}</span>`}
    </li>`;
  };
  return html`<details ${flags.length <= fewFlags && html` open`}>
    <summary>${flagWord(kind, words)} (${flags.length})</summary>
    <ul>
      ${flags.map(line)}
    </ul>
  </details>`;
}

/** A sign and words: it must be seen without colour, and heard. */
function flagWord(kind: FlagKind, words: Drawing["words"]): Markup {
  return html`<span aria-hidden="true">⚑ </span>${words.flags[kind]}`;
}

export function flagsOf(flags: readonly Flag[], words: Drawing["words"]): Markup | null {
  if (flags.length === 0) return null;
  const kinds = [...new Set(flags.map(({ is }) => is))];
  return html`<ul class="flagged">
    ${kinds.map((kind) => html`<li>${flagWord(kind, words)}</li>`)}
  </ul>`;
}

/** The same in a few lines: how many of each. */
export function flagSummary({ flags }: Review, { words }: Drawing): Markup {
  const { review: said } = words.pages;
  if (flags.length === 0) return html`<p>${said.noFlags}</p>`;
  const kinds = Map.groupBy(flags, (flag) => flag.is);
  return html`<p>${said.flags(flags.length)}:</p>
    <ul>
      ${[...kinds].map(([kind, some]) => html`<li>${flagWord(kind, words)} (${some.length})</li>`)}
    </ul>`;
}

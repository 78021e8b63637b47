import type { Review, ReviewHeading, ReviewRow } from "../../conversation/messages.ts";

/** Rows on one page of the review: more is too much to read, and too much to load on a telephone. */
const rowsOnPage = 30;

/** A heading with the rows of it that stand on one page. */
export interface Portion {
  readonly heading: ReviewHeading;
  readonly rows: readonly ReviewRow[];
  /** The rest of a heading that began on the page before. */
  readonly isRest: boolean;
}

export interface Part {
  readonly portions: readonly Portion[];
}

/** The draft in pages, broken at headings where that can be done. One page for a plan of ordinary size. */
export function partsOf({ headings }: Pick<Review, "headings">): Part[] {
  const pages: Portion[][] = [[]];
  let rows = 0;
  const turn = (): void => {
    if ((pages.at(-1) ?? []).length > 0) pages.push([]);
    rows = 0;
  };
  for (const heading of headings) {
    if (rows > 0 && rows + heading.rows.length > rowsOnPage) turn();
    for (let from = 0; from === 0 || from < heading.rows.length; from += rowsOnPage) {
      if (from > 0) turn();
      const some = heading.rows.slice(from, from + rowsOnPage);
      pages.at(-1)?.push({ heading, rows: some, isRest: from > 0 });
      rows += some.length;
    }
  }
  for (const [nth, page] of pages.entries()) pages[nth + 1]?.unshift(...emptyEnd(page));
  return pages.map((portions) => ({ portions }));
}

/** A heading without rows of its own belongs with what comes under it: takes those that end a page off it. */
function emptyEnd(page: Portion[]): Portion[] {
  const last = page.findLastIndex((portion) => portion.rows.length > 0);
  return last === -1 ? [] : page.splice(last + 1);
}

/** The page, from 0, on which a row ("row-luft-1") or a heading ("part-2/1") stands; 0 for what stands nowhere. */
export function partWith(parts: readonly Part[], at: string | null): number {
  const nth = parts.findIndex(({ portions }) =>
    portions.some(
      ({ heading, rows, isRest }) =>
        (!isRest && at === `part-${heading.place}`) || rows.some((row) => at === `row-${row.key}`),
    ),
  );
  return Math.max(0, nth);
}

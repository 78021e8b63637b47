import { html, type Markup } from "./markup.ts";

/** Where somebody goes when a command is done: the place they gave it from. */
export interface Returning {
  readonly to: "progress" | "review";
  /** "row-luft-1" or "part-2/1": what the page opens at; null for its top. */
  readonly at: string | null;
}

const place = /^(row|part)-[\p{L}\p{N}_.:~/-]{1,200}$/u;

/** Null for what is no place on the review. */
export function placeIn(value: unknown): string | null {
  return typeof value === "string" && place.test(value) ? value : null;
}

export function returningIn(fields: URLSearchParams): Returning {
  return { to: fields.get("to") === "review" ? "review" : "progress", at: placeIn(fields.get("at")) };
}

export function returnFields({ to, at }: Returning): Markup {
  return html`${to === "review" && html`<input type="hidden" name="to" value="review" />`}${
    at !== null && html`<input type="hidden" name="at" value="${at}" />`
  }`;
}

/** Relative to the person's own pages. `more` is said in the address as well. */
export function returnAddress({ to, at }: Returning, round: string, more = ""): string {
  const where = at === null ? "" : `at=${encodeURIComponent(at)}`;
  const query = [where, more].filter((part) => part !== "").join("&");
  // Without a place the page opens at its top, where what was done is said.
  const hash = at === null ? "" : more === "" ? at : "saved";
  return `${to}/${round}${query === "" ? "" : `?${query}`}${hash === "" ? "" : `#${encodeURIComponent(hash)}`}`;
}

import { createHash } from "node:crypto";
import type { Filled, FormFault } from "../../conversation/messages.ts";
import type { Said, Seen } from "../../conversation/replies.ts";
import { cleanText, longestComment } from "../../round/comment.ts";
import type { Language } from "../../round/plan.ts";

/** What was pressed: save all, or one item's own button. */
type Pressed = { readonly do: "save" } | { readonly do: "last" | "same" | "withdraw"; readonly item: string };

/** A form of answers as it came in: what is to be said, what is wrong with it, and everything as it was left. */
export interface Sent {
  readonly pressed: Pressed;
  readonly items: readonly Seen[];
  readonly filled: readonly Filled[];
  readonly numbers: Readonly<Record<string, string>>;
  /** Only items that somebody touched: what stood there already is not said again over a newer answer. */
  readonly said: readonly Said[];
  readonly wrong: readonly FormFault[];
}

const plainId = /^[\w.:~-]{1,200}$/;
const mostItems = 500;

/** What was typed as a number: digits, spaces between thousands, a comma or a point. */
export function readNumber(typed: string): number | null {
  const bare = typed.replaceAll(/[\s\u00A0\u202F]/g, "").replace(",", ".");
  const value = /^-?\d{1,12}(\.\d{1,6})?$/.test(bare) ? Number(bare) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** As `readNumber` reads it back: no sign between thousands. */
export function numberForField(value: number | null, language: Language): string {
  if (value === null) return "";
  return language === "en" ? String(value) : String(value).replace(".", ",");
}

/** Tells whether somebody touched an item's fields since they were drawn. */
export function fingerprint({ status, comment, progress }: Filled): string {
  return digest([status, cleanText(comment), progress ?? null]);
}

function digest(of: unknown): string {
  return createHash("sha256").update(JSON.stringify(of)).digest("base64url").slice(0, 16);
}

export function readSent(fields: URLSearchParams): Sent {
  const ids = [...new Set(fields.getAll("item"))].filter((id) => plainId.test(id)).slice(0, mostItems);
  const filled = ids.map((id) => filledIn(id, fields));
  const touched = filled.filter((one) => isTouched(one, fields));
  const numbers = Object.fromEntries(ids.map((id) => [id, fields.get(`progress.${id}`) ?? ""]));
  return {
    pressed: pressedIn(fields, ids),
    items: ids.map((id) => seenIn(id, fields)),
    filled,
    numbers,
    said: touched.map((one) => ({
      ...seenIn(one.item, fields),
      status: one.status,
      comment: one.comment,
      progress: one.progress ?? null,
    })),
    wrong: touched.flatMap((one) => faultsIn(one, numbers[one.item] ?? "")),
  };
}

function filledIn(item: string, fields: URLSearchParams): Filled {
  const status = fields.get(`status.${item}`) ?? fields.get("status");
  return {
    item,
    status: status !== null && plainId.test(status) ? status : null,
    comment: cleanText(fields.get(`comment.${item}`) ?? ""),
    progress: readNumber(fields.get(`progress.${item}`) ?? ""),
  };
}

function isTouched(filled: Filled, fields: URLSearchParams): boolean {
  const typed = (fields.get(`progress.${filled.item}`) ?? "").trim();
  if (typed !== "" && filled.progress === null) return true;
  const was =
    fields.get(`was.${filled.item}`) ??
    fingerprint({ item: filled.item, status: null, comment: "", progress: null });
  return fingerprint(filled) !== was;
}

function seenIn(item: string, fields: URLSearchParams): Seen {
  const seen = Number(fields.get(`seen.${item}`));
  return { item, seen: Number.isSafeInteger(seen) && seen >= 0 ? seen : 0 };
}

function faultsIn({ item, status, comment, progress }: Filled, typed: string): FormFault[] {
  return [
    ...(status === null ? [{ item, why: "no-status" as const }] : []),
    ...(comment.length > longestComment ? [{ item, why: "too-long" as const }] : []),
    ...(typed.trim() !== "" && progress === null ? [{ item, why: "not-a-number" as const }] : []),
  ];
}

function pressedIn(fields: URLSearchParams, ids: readonly string[]): Pressed {
  const [, what, item] = /^(last|same|withdraw)\.(.+)$/.exec(fields.get("do") ?? "") ?? [];
  if (
    (what === "last" || what === "same" || what === "withdraw") &&
    item !== undefined &&
    ids.includes(item)
  ) {
    return { do: what, item };
  }
  return { do: "save" };
}

/**
 * One form sent twice is one thing said. The version is drawn from what it says: a page that was gone back to and
 * sent again with other words is an edit, and must not be taken for the same thing once more.
 */
export function sourceOf(fields: URLSearchParams, newId: () => string): { source: string; version: string } {
  const submission = fields.get("submission") ?? "";
  const said = [...fields].filter(
    ([name]) => name !== "submission" && name !== "back" && !name.startsWith("was."),
  );
  return { source: `web:${plainId.test(submission) ? submission : newId()}`, version: digest(said) };
}

import type { Request } from "express";
import type { Noted } from "../../conversation/messages.ts";

/** What was noted, as the address of the page that says so. */
export function notedQuery(what: Noted): string {
  const said = Object.entries(what).flatMap(([name, value]) =>
    value === null ? [] : [[name === "is" ? "noted" : name, String(value)]],
  );
  return new URLSearchParams(said).toString();
}

/** Reads back what `notedQuery` wrote; null for anything else. */
export function notedIn(query: Request["query"]): Noted | null {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === "string" ? value.slice(0, 100) : "";
  };
  const count = Number(text("count"));
  if (!Number.isSafeInteger(count) || count < 0) return null;
  const is = text("noted");
  switch (is) {
    case "offered":
      return { is, to: text("to"), count };
    case "accepted":
    case "declined":
      return { is, from: text("from"), count };
    case "away":
      return { is, until: /^\d{4}-\d{2}-\d{2}$/.test(text("until")) ? text("until") : null };
    case "asked-colleague":
    case "text-given":
      return { is, to: text("to") };
    case "proposed-drop":
    case "read":
      return { is };
    default:
      return null;
  }
}

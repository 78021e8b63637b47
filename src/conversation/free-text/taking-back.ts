import type { Understood } from "../free-text.ts";
import { unclearly } from "./not-clear.ts";
import * as words from "./reply-words.ts";
import type { Reading } from "./status-head.ts";
import { skip } from "./tokens.ts";

/** "Take back 1.2": null when the reply is anything more or anything else. */
export function takenBack(reading: Reading, text: string): Understood | null {
  const { tokens, names } = reading;
  const verb = words.takeBack.longestAt(tokens, 0);
  if (!verb) return null;
  const answered = names.items.filter((item) => item.answered);
  let at = verb.end;
  let all = false;
  for (let object = at; object < tokens.length; object = at) {
    const every = words.allOfThem.longestAt(tokens, at);
    all ||= every !== null;
    at = every?.end ?? words.takenBack.longestAt(tokens, at)?.end ?? skip(tokens, at, ".!,:");
    if (at === object) break;
  }
  const naming = at < tokens.length ? names.namingAt(tokens, at) : null;
  if (skip(tokens, naming?.end ?? at, ".!") < tokens.length) return null;
  const named = naming ? naming.names.map((name) => (name.length === 1 ? name[0] : undefined)) : answered;
  const items = named.flatMap((item) => (item?.answered ? item.id : []));
  const clear =
    items.length === named.length && (naming !== null || all || items.length === 1) && items.length > 0;
  return clear
    ? { kind: "withdraw", items: [...new Set(items)] }
    : unclearly(reading, text, "which-measure", answered);
}

import type { RoundState } from "../../round/round.ts";
import type { NameKind } from "./names.ts";
import type { Wanted } from "./parts.ts";
import type { Intent } from "./phrases.ts";

/** In which state a round can be meant when none is named. */
export const inState: Readonly<Record<Intent, readonly RoundState[]>> = {
  open: ["prepared"],
  trial: ["prepared"],
  remind: ["open", "closed"],
  extend: ["open", "closed"],
  assign: ["prepared", "open", "closed"],
  "answer-for": ["open", "closed"],
  drop: ["open", "closed"],
  restore: ["open", "closed"],
  keep: ["open", "closed"],
  decide: ["open", "closed"],
  undecide: ["open", "closed"],
  edit: ["open", "closed"],
  "send-back": ["open", "closed"],
  approve: ["open", "closed"],
  unapprove: ["open", "closed"],
  "ask-readers": ["open", "closed"],
  close: ["open"],
  publish: ["open", "closed"],
  correct: ["published"],
  "withdraw-links": ["published"],
  cancel: ["prepared", "open", "closed"],
  "show-progress": ["open", "closed"],
  "show-review": ["open", "closed"],
  "show-draft": ["open", "closed"],
  "show-help": [],
};

/** What can be named in it. */
export const kindsOf: Readonly<Record<Intent, readonly NameKind[]>> = {
  open: [],
  trial: ["person"],
  remind: ["unit", "person", "heading"],
  extend: ["unit", "person", "heading"],
  assign: ["unit", "person", "measure"],
  "answer-for": ["unit", "measure"],
  drop: ["unit", "measure"],
  restore: ["unit", "measure"],
  keep: ["unit", "measure"],
  decide: ["measure"],
  undecide: ["measure"],
  edit: ["unit", "measure"],
  "send-back": ["unit", "measure"],
  approve: ["heading"],
  unapprove: ["heading"],
  "ask-readers": [],
  close: [],
  publish: [],
  correct: [],
  "withdraw-links": [],
  cancel: [],
  "show-progress": [],
  "show-review": [],
  "show-draft": [],
  "show-help": [],
};

/** Where a date can be said. */
export const dates: Partial<Record<Intent, Wanted["date"]>> = { extend: "bare", "send-back": "after-a-word" };

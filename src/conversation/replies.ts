import type { Command } from "./commands.ts";

/** What a person did, as a channel reads it. */
export type Reply =
  | { readonly kind: "answer"; readonly said: readonly Said[] }
  | { readonly kind: "same-as-last"; readonly items: readonly Seen[] }
  | { readonly kind: "withdraw"; readonly items: readonly Seen[] }
  | { readonly kind: "text"; readonly text: string }
  /** A message that said something before was deleted: what it said is taken back. */
  | { readonly kind: "unsaid" }
  | { readonly kind: "show"; readonly show: Shown }
  | { readonly kind: "language"; readonly language: string }
  /** Offers items to somebody; theirs when they accept. Without `to`: asks whom. */
  | {
      readonly kind: "hand-over";
      readonly items: readonly string[];
      readonly to: string | null;
      readonly reason: string;
    }
  | { readonly kind: "take-over"; readonly offers: readonly string[]; readonly accepted: boolean }
  /** ISO date, the last day away; null when back. */
  | { readonly kind: "away"; readonly until: string | null }
  | { readonly kind: "propose-drop"; readonly item: string; readonly reason: string }
  /** Asks a colleague for a text without giving the item away. Without `to`: asks whom. */
  | {
      readonly kind: "ask-colleague";
      readonly item: string;
      readonly to: string | null;
      readonly question: string;
    }
  | { readonly kind: "give-text"; readonly request: string; readonly text: string }
  /** A reader has read the headings of a draft they were asked to read. */
  | { readonly kind: "read"; readonly round: string }
  | { readonly kind: "command"; readonly command: Command; readonly confirmed: boolean };

export type Shown =
  | { readonly view: "desk" }
  | { readonly view: "form"; readonly items: readonly string[]; readonly round: string | null }
  | { readonly view: "rounds" }
  | { readonly view: "progress"; readonly round: string }
  | { readonly view: "review"; readonly round: string }
  | { readonly view: "report"; readonly round: string; readonly draft: boolean }
  | { readonly view: "help" };

/** An item and the number of revisions there were when the person looked at it. */
export interface Seen {
  readonly item: string;
  readonly seen: number;
}

export interface Said extends Seen {
  readonly status: string | null;
  readonly comment: string;
  readonly progress: number | null;
}

/** Verified by the platform's signature or by a link's token, never by what a form says. */
export interface Account {
  readonly channel: string;
  readonly account: string;
}

export interface Heard {
  readonly from: Account;
  readonly reply: Reply;
  /** Source and version are the same for every redelivery of one thing said; an edit has the source and a new version. */
  readonly source: string;
  readonly version: string;
  readonly saidAt: Date;
  readonly receivedAt: Date;
}

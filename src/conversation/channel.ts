import type { Language } from "../round/plan.ts";
import type { Message, View } from "./messages.ts";
import type { Account, Heard } from "./replies.ts";

/** Resolves after commit; a channel acknowledges only then. Never throws for what a person did. */
export type Hear = (heard: Heard) => Promise<{ view: View; language: Language }>;

export type Reached =
  | { readonly is: "found"; readonly account: string }
  | { readonly is: "unreachable"; readonly why: string };

export type Outcome =
  | { readonly is: "sent"; readonly message: string }
  /** Nothing was sent; try again at `at`. */
  | { readonly is: "later"; readonly at: Date; readonly why: string }
  /** It may have been sent. */
  | { readonly is: "unsure" }
  | { readonly is: "unreachable"; readonly why: string };

/** A chat platform. Three required methods; a platform is drawn natively behind them. */
export interface Channel {
  readonly name: string;
  /** Finds a person's account; may ask the platform. */
  reach(person: { readonly id: string; readonly email: string | null }): Promise<Reached>;
  /** `notice` is the same for every attempt at one notice. `now` is the time of sending. */
  send(to: Account, message: Message, notice: string, language: Language, now: Date): Promise<Outcome>;
  /** Replaces what a sent message shows. */
  redraw(to: Account, sent: string, message: Message, language: Language, now: Date): Promise<Outcome>;
  /** Was it sent after all? A channel that cannot tell leaves it out: then an ask is sent once more and everything else is let go. */
  find?(to: Account, notice: string): Promise<string | null>;
}

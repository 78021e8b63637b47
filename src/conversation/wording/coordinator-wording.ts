import type { FlagKind } from "../../round/needs-look.ts";
import type { Verb } from "../commands.ts";
import type { Block, LeftOut, Refusal, Warning } from "../messages.ts";

/** What is said to whoever runs a round: before something is done, when it is done, and what needs a look. */
export interface CoordinatorWording {
  readonly refused: Readonly<Record<Refusal, string>>;
  readonly block: (block: Block) => string;
  readonly warning: (warning: Warning) => string;
  readonly flags: Readonly<Record<FlagKind, string>>;
  readonly leftOut: Readonly<Record<LeftOut["why"], string>>;
  readonly confirm: {
    readonly title: Readonly<Record<Verb, (period: string) => string>>;
    readonly button: Readonly<Record<Verb, string>>;
    readonly after: Readonly<Record<Verb, string>>;
    /** Above the names of who would hear of it; for closing, of who has not answered. */
    readonly names: Readonly<Record<Verb, (people: number) => string>>;
    readonly leftOut: (people: number) => string;
    readonly unreachable: (people: number) => string;
    /** Reminds also those who heard from us today. */
    readonly insist: string;
    readonly blocked: string;
    readonly look: string;
  };
  readonly done: Readonly<Record<Verb, string>> & { readonly already: string };
  /** What became of something that was sent; `names` is a list. */
  readonly sent: {
    readonly to: (people: number, names: string) => string;
    readonly unreachable: (people: number) => string;
    readonly leftOut: (people: number) => string;
    readonly now: string;
    readonly at: (moment: string) => string;
  };
}

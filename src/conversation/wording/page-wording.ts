import type { ContactsWording } from "./contacts-wording.ts";
import type { OwnerWording, ReviewWording, StepWording } from "./review-wording.ts";

/** The words of the web pages beside what every channel says. */
export interface PageWording {
  readonly product: string;
  readonly skip: string;
  readonly navigation: string;
  readonly titles: {
    readonly chat: string;
    readonly desk: string;
    readonly form: string;
    readonly rounds: string;
    readonly progress: string;
    readonly review: string;
    readonly report: string;
    readonly language: string;
    readonly help: string;
    readonly confirm: string;
    readonly notFound: string;
    readonly refused: string;
    readonly failed: string;
    readonly tooBig: string;
    readonly door: string;
  };
  /** Before the title of a page whose form has faults. */
  readonly faultTitle: string;
  readonly you: (name: string) => string;
  readonly personal: string;
  readonly changed: string;
  readonly reload: string;
  readonly legend: string;
  readonly desk: {
    readonly empty: string;
    readonly toAnswer: string;
    readonly answered: string;
    readonly closed: string;
  };
  readonly form: {
    readonly intro: string;
    readonly commentHint: (longest: number) => string;
    readonly privacy: string;
    readonly progress: (of: string) => string;
    readonly summary: (count: number) => string;
    readonly nothing: string;
    readonly current: string;
    readonly lastText: string;
  };
  readonly rounds: { readonly empty: string };
  readonly progress: {
    readonly people: string;
    readonly units: string;
    readonly totals: string;
    readonly person: string;
    readonly answered: string;
    readonly missing: string;
    readonly note: string;
    readonly lastAsked: (moment: string) => string;
    readonly deputies: (names: string) => string;
    readonly of: (answered: number, total: number) => string;
    readonly daysLeft: (days: number) => string;
    readonly actions: string;
    readonly draft: string;
    readonly finished: (count: number) => string;
    readonly nobodyMissing: string;
    readonly more: string;
    readonly others: string;
    readonly pages: string;
    readonly page: (nth: number, of: number) => string;
    readonly away: (day: string) => string;
    readonly offered: (names: string) => string;
    readonly ownDeadline: (moment: string) => string;
  };
  readonly review: ReviewWording;
  readonly steps: StepWording;
  readonly owner: OwnerWording;
  readonly contacts: ContactsWording;
  readonly confirm: {
    readonly preface: string;
    readonly prefaceHint: string;
    readonly person: string;
    readonly items: string;
  };
  readonly report: {
    readonly draft: string;
    readonly download: string;
    readonly version: (version: number) => string;
  };
  readonly chat: {
    readonly empty: string;
    readonly label: string;
    readonly send: string;
    readonly youSaid: string;
    readonly botSaid: string;
  };
  readonly language: { readonly intro: string; readonly saved: string };
  readonly door: {
    readonly intro: string;
    readonly local: string;
    readonly closed: string;
    readonly nobody: string;
    /** The glossary's word for a role → the word of this language. */
    readonly roles: Readonly<Record<string, string>>;
  };
  readonly errors: {
    readonly notFound: string;
    readonly failed: string;
    readonly kept: string;
    readonly yourText: string;
    readonly again: string;
    readonly tooBig: string;
    readonly foreign: string;
    readonly back: string;
  };
}

/**
 * What a coordinator can tell the bot to do: the same in chat, on the pages and on the command line, with the same rights.
 * Everything that sends is first shown and done when it comes confirmed. Saying it again changes nothing and says so.
 */
export type Command =
  | { readonly verb: "open"; readonly round: string }
  | { readonly verb: "trial"; readonly round: string; readonly person: string | null }
  /** `insist` reminds also those who heard from us today. */
  | { readonly verb: "remind"; readonly round: string; readonly whom: Whom; readonly insist: boolean }
  /** `deadline` is a local day, at the timetable's time. Extending a closed round opens it again. `seen` as of a preview. */
  | {
      readonly verb: "extend";
      readonly round: string;
      readonly whom: Whom;
      readonly deadline: string;
      readonly seen?: string;
    }
  /**
   * Who answers, owner first; for this round, or from now on. `seen` stands for what a preview showed: when somebody else
   * changed it meanwhile, the preview is shown anew instead.
   */
  | {
      readonly verb: "assign";
      readonly round: string;
      readonly what: Assigned;
      readonly people: readonly string[];
      readonly lasting: boolean;
      readonly seen?: string;
    }
  /** `from` says where the answer came from, and is shown beside it. `seen` as in a form. */
  | {
      readonly verb: "answer-for";
      readonly round: string;
      readonly item: string;
      readonly seen: number;
      readonly status: string;
      readonly comment: string;
      readonly progress: number | null;
      readonly from: string;
    }
  /** `because` names the decision. */
  | {
      readonly verb: "drop";
      readonly round: string;
      readonly items: readonly string[];
      readonly because: string;
    }
  | { readonly verb: "restore"; readonly round: string; readonly items: readonly string[] }
  /** Says no to an owner's proposal to drop. */
  | { readonly verb: "keep"; readonly round: string; readonly item: string }
  /** What the row says; a null status takes the decision back. `seen` is the id of the decision that was shown, or null. */
  | {
      readonly verb: "decide";
      readonly round: string;
      readonly measure: string;
      readonly status: string | null;
      readonly comment: string | null;
      readonly seen: string | null;
    }
  | {
      readonly verb: "edit";
      readonly round: string;
      readonly item: string;
      readonly comment: string;
      /** The comment that was shown, so that two coordinators do not overwrite each other unseen. */
      readonly seen: string;
    }
  /** `due` is a local day; null: the item's deadline as it is. */
  | {
      readonly verb: "send-back";
      readonly round: string;
      readonly item: string;
      readonly question: string;
      readonly due: string | null;
    }
  | { readonly verb: "approve"; readonly round: string; readonly heading: string; readonly approved: boolean }
  /** Asks the plan's readers to read the draft, and reminds those who have not. */
  | { readonly verb: "ask-readers"; readonly round: string }
  | { readonly verb: "close"; readonly round: string }
  | { readonly verb: "publish"; readonly round: string; readonly preface: readonly string[] }
  | {
      readonly verb: "correct";
      readonly round: string;
      readonly why: string;
      readonly preface: readonly string[];
    }
  /** Ends every link to the round's report. */
  | { readonly verb: "withdraw-links"; readonly round: string }
  | { readonly verb: "cancel"; readonly round: string; readonly because: string };

/** Whom a command is about. A heading is its place in the plan: "2/1" is the first one under the second. */
export type Whom =
  | { readonly of: "all" }
  | { readonly of: "heading"; readonly heading: string }
  | { readonly of: "unit"; readonly unit: string }
  | { readonly of: "person"; readonly person: string };

export type Assigned =
  | { readonly of: "item"; readonly item: string }
  | { readonly of: "unit"; readonly unit: string }
  | { readonly of: "measure"; readonly measure: string };

export type Verb = Command["verb"];

/** Every verb once; a new one that is missing here does not compile. */
const every: Readonly<Record<Verb, true>> = {
  open: true,
  trial: true,
  remind: true,
  extend: true,
  assign: true,
  "answer-for": true,
  drop: true,
  restore: true,
  keep: true,
  decide: true,
  edit: true,
  "send-back": true,
  approve: true,
  "ask-readers": true,
  close: true,
  publish: true,
  correct: true,
  "withdraw-links": true,
  cancel: true,
};
export const verbs = Object.keys(every) as readonly Verb[];

import type { Verb } from "../commands.ts";

/** The words of the coordinator's own pages: who is missing, the draft read through, and the forms that steer a round. */
export interface ReviewWording {
  readonly title: string;
  readonly flags: (count: number) => string;
  readonly noFlags: string;
  readonly parts: string;
  readonly part: (nth: number, of: number) => string;
  readonly next: string;
  readonly rows: (count: number) => string;
  readonly decidedBy: (by: string) => string;
  readonly approvedBy: (by: string, moment: string) => string;
  readonly notApproved: string;
  readonly unapprove: string;
  readonly readers: string;
  readonly hasRead: (name: string, moment: string) => string;
  readonly notRead: (name: string) => string;
  readonly written: string;
  readonly proposal: (by: string) => string;
  readonly asked: (names: string) => string;
  readonly nobodyAsked: string;
  readonly editRow: string;
  readonly editItem: string;
  readonly undecide: string;
  readonly ownText: string;
  readonly ownTextHint: string;
  readonly preview: string;
  readonly previewHint: string;
  readonly refresh: string;
  readonly readMark: string;
  readonly readMarked: string;
}

/** Labels and hints of the forms. */
export interface StepWording {
  /** Short labels of what a command does, on pages that list several. */
  readonly verbs: Readonly<Record<Verb, string>>;
  readonly remindAll: string;
  readonly remindSome: string;
  readonly whom: string;
  readonly all: string;
  readonly headings: string;
  readonly units: string;
  readonly people: string;
  readonly newDeadline: string;
  readonly newDeadlineHint: string;
  readonly deadlineIs: (day: string) => string;
  readonly assignFor: string;
  readonly owner: string;
  readonly deputy: string;
  readonly none: string;
  readonly lasting: string;
  readonly thisRound: string;
  readonly fromNow: string;
  readonly choose: string;
  readonly source: string;
  readonly sourceHint: string;
  readonly decision: string;
  readonly decisionHint: string;
  readonly reason: string;
  readonly why: string;
  readonly question: string;
  readonly questionDue: string;
  readonly questionDueHint: string;
  readonly item: string;
  readonly continue: string;
}

/** The forms of owners. */
export interface OwnerWording {
  readonly more: string;
  readonly handOver: string;
  readonly handOverIntro: string;
  readonly alsoThese: string;
  readonly askColleague: string;
  readonly askColleagueIntro: string;
  readonly proposeDrop: string;
  readonly proposeDropIntro: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly question: string;
  readonly questionHint: string;
  readonly away: string;
  readonly awayIntro: string;
  readonly awayUntil: string;
  readonly awayButton: string;
  readonly back: string;
  readonly offers: string;
  readonly offeredBy: (by: string) => string;
  readonly find: string;
  readonly search: string;
  readonly person: string;
  readonly nobodyFound: string;
  readonly tooMany: (more: number) => string;
  readonly text: string;
  readonly dayFault: string;
  readonly personFault: string;
  readonly nothingFault: string;
}

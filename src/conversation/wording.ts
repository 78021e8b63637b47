import type { Language } from "../round/plan.ts";
import type { FormFault, Progress, Unclear } from "./messages.ts";
import type { CoordinatorWording } from "./wording/coordinator-wording.ts";
import { en } from "./wording/en.ts";
import { nb } from "./wording/nb.ts";
import type { NewsWording } from "./wording/news-wording.ts";
import { nn } from "./wording/nn.ts";
import type { PageWording } from "./wording/page-wording.ts";

/**
 * Every sentence the bot says in one language. Names, titles, dates and lists come in as text that is ready to be read
 * (see wording/dates.ts); counts come in as numbers. What comes out is plain text: each channel escapes it.
 */
export interface Wording extends CoordinatorWording {
  readonly language: Language;
  readonly languages: Readonly<Record<Language, string>>;
  readonly words: {
    readonly unanswered: string;
    readonly late: string;
    readonly status: string;
    readonly comment: string;
    readonly measure: string;
    readonly unit: string;
    readonly deadline: string;
    readonly lastTime: string;
    readonly states: Readonly<Record<Progress["state"], string>>;
    measures(count: number): string;
    people(count: number): string;
    target(of: string, goal: string, by: string): string;
    due(due: string): string;
    /** "desember 2020, sist publisert" beside a previous status; `period` is null when it is not known. */
    previous(period: string | null): string;
    noPrevious: string;
    progress(count: string): string;
    answeredOf(answered: number, total: number): string;
    droppedBecause(reason: string): string;
    saidBy(name: string): string;
    andMore(count: number): string;
    ownDeadline(deadline: string): string;
    offeredTo(name: string): string;
    enteredFrom(source: string): string;
  };
  readonly buttons: {
    readonly answer: string;
    readonly change: string;
    readonly same: string;
    readonly lastText: string;
    readonly send: string;
    readonly withdraw: string;
    readonly cancel: string;
    readonly readReport: string;
    readonly seeProgress: string;
    readonly seeRound: string;
    readonly fullList: string;
    readonly ask: string;
    readonly propose: string;
    readonly accept: string;
    readonly decline: string;
    readonly answerQuestion: string;
    readonly sendText: string;
    readonly useText: string;
    readonly readDraft: string;
    readonly haveRead: string;
    readonly seeReview: string;
    readonly lookAtIt: string;
    answerAll(count: number): string;
  };
  readonly ask: {
    text(count: number, deadline: string): string;
    readonly how: string;
    typed(number: string, status: string): string;
    silence(unanswered: string): string;
    /** Why we ask, and that comments may become public. */
    readonly why: string;
  };
  readonly remind: { text(count: number, deadline: string): string; late(count: number): string };
  readonly deputy: { text(count: number, deadline: string): string };
  readonly allAnswered: { text(count: number): string; readonly change: string };
  readonly moved: string;
  readonly trial: { text(name: string): string };
  readonly deputyAsked: {
    text(deputies: string, count: number, plan: string): string;
    readonly stillYours: string;
  };
  readonly ready: { text(period: string, plan: string): string };
  readonly digest: {
    text(missing: number, total: number, plan: string, deadline: string, closed: boolean): string;
    unreachable(people: number, plan: string): string;
  };
  readonly missingOf: (name: string, count: number) => string;
  readonly unreachable: (why: string) => string;
  /** A channel's reason (`no-email`, `blocked` …) in words; one that is not known is shown as it is. */
  readonly whyUnreachable: (why: string) => string;
  readonly published: { text(plan: string, period: string): string; readonly thanks: string };
  readonly summary: {
    text(plan: string, period: string): string;
    /** `counts` is a list like "Gjennomført 9". */
    totals(measures: number, counts: string): string;
    changes(count: number, since: string): string;
    missing(count: number, unanswered: string): string;
    proof(sha256: string): string;
  };
  readonly stored: {
    text(count: number): string;
    withdrawn(count: number): string;
    crossed(numbers: string): string;
  };
  readonly faults: Readonly<
    Record<FormFault["why"], (of: { number: string; by: string; longest: number }) => string>
  >;
  readonly unclear: Readonly<Record<Unclear, string>>;
  readonly news: NewsWording;
  readonly help: {
    readonly title: string;
    readonly owner: readonly string[];
    readonly coordinator: readonly string[];
    /** Above examples of what a coordinator can type. */
    readonly typed: string;
  };
  readonly pages: PageWording;
}

const all: Readonly<Record<Language, Wording>> = { nb, nn, en };

export function wordingFor(language: Language): Wording {
  return all[language];
}

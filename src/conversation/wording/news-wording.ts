import type { Noted } from "../messages.ts";

/**
 * News: what somebody did that another person should know. `by`, `to` and `from` are names, `item` is "1.1 Kort tittel",
 * deadlines are moments in words.
 */
export interface NewsWording {
  readonly sentBack: {
    text(by: string, item: string): string;
    due(deadline: string): string;
    readonly stands: string;
    readonly settled: string;
  };
  readonly handOver: {
    text(by: string, count: number, plan: string): string;
    readonly until: string;
    readonly over: string;
  };
  readonly handOverAnswered: { text(by: string, count: number, accepted: boolean): string };
  readonly answeredFor: { text(by: string, item: string): string; readonly wrong: string };
  readonly edited: {
    text(by: string, item: string): string;
    readonly was: string;
    readonly now: string;
    readonly wrong: string;
  };
  readonly dropped: { text(item: string): string };
  readonly dropProposed: { text(by: string, item: string): string };
  readonly deadlineMoved: { text(count: number, plan: string, deadline: string): string };
  readonly readerAsked: {
    text(plan: string, period: string, again: boolean): string;
    readonly headings: string;
  };
  readonly corrected: {
    text(plan: string, period: string, version: string): string;
    changes(count: number): string;
    readonly comments: string;
  };
  readonly cancelled: { text(plan: string, period: string): string };
  readonly textAsked: { text(by: string, item: string): string; stays(by: string): string };
  readonly textGiven: { text(by: string, item: string): string };
  /** "Begrunnelse: …", "Kilde: …" */
  readonly because: (reason: string) => string;
  readonly source: (from: string) => string;
  readonly question: string;
  readonly noted: (what: Noted) => string;
}

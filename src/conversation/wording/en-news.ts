import { isoDay } from "./dates.ts";
import type { NewsWording } from "./news-wording.ts";

const measures = (count: number) => (count === 1 ? "one measure" : `${count} measures`);

/** English. */
export const enNews: NewsWording = {
  sentBack: {
    text: (by, item) => `${by} has a question about your answer on ${item}.`,
    due: (deadline) => `Answer by ${deadline}.`,
    stands: "Your answer stands until you send a new one.",
    settled: "Thank you! You have answered the question.",
  },
  handOver: {
    text: (by, count, plan) => `${by} asks whether you can take over ${measures(count)} in ${plan}.`,
    until: "If you say yes, you are the one who answers. Until then it stays with whoever asks.",
    over: "The offer no longer stands. You do not need to do anything.",
  },
  handOverAnswered: {
    text: (by, count, accepted) =>
      accepted
        ? `${by} has taken over ${measures(count)} from you.`
        : `${by} cannot take over ${measures(count)}. You are still responsible.`,
  },
  answeredFor: {
    text: (by, item) => `${by} has entered an answer for you on ${item}.`,
    wrong: "Is something wrong? Change the answer.",
  },
  edited: {
    text: (by, item) => `${by} has changed your comment on ${item}.`,
    was: "You wrote",
    now: "Now it says",
    wrong: "Is something wrong? Change the answer.",
  },
  dropped: { text: (item) => `${item} is dropped. You do not need to answer.` },
  dropProposed: { text: (by, item) => `${by} proposes to drop ${item}.` },
  deadlineMoved: {
    text: (count, plan, deadline) => `New deadline for ${measures(count)} in ${plan}: ${deadline}.`,
  },
  readerAsked: {
    text: (plan, period, again) =>
      again
        ? `The draft for ${plan}, ${period}, is still waiting for you to read it.`
        : `Can you read the draft for ${plan}, ${period}, before it is published?`,
    headings: "This is your part:",
  },
  corrected: {
    text: (plan, period, version) =>
      `The status report for ${plan}, ${period}, is corrected. This is version ${version}.`,
    changes: (count) =>
      count === 0 ? "No measure is changed." : `${measures(count)} ${count === 1 ? "is" : "are"} changed:`,
    comments: "new comment",
  },
  cancelled: {
    text: (plan, period) => `The status round ${period} for ${plan} is cancelled. You do not need to answer.`,
  },
  textAsked: {
    text: (by, item) => `${by} asks you for a text on ${item}.`,
    stays: (by) => `${by} keeps the measure and chooses what is sent in.`,
  },
  textGiven: { text: (by, item) => `${by} has written a text on ${item}.` },
  because: (reason) => `Reason: ${reason}`,
  source: (from) => `Source: ${from}`,
  question: "Question from the coordinator",
  noted: (what) => {
    switch (what.is) {
      case "offered":
        return `${what.to} is asked to take over ${measures(what.count)}. You are responsible until the answer is yes.`;
      case "accepted":
        return `You have taken over ${measures(what.count)} from ${what.from}.`;
      case "declined":
        return `You have said no. ${what.from} is still responsible.`;
      case "away":
        return what.until === null
          ? "Welcome back. Messages come to you again."
          : `You are away through ${isoDay(what.until, "en")}. Your deputy is asked meanwhile.`;
      case "proposed-drop":
        return "The proposal is sent to the coordinator. The measure is yours until it is settled.";
      case "asked-colleague":
        return `${what.to} is asked for a text. The measure is still yours.`;
      case "text-given":
        return `Thank you! The text is sent to ${what.to}.`;
      case "read":
        return "Thank you! The coordinator sees that you have read the draft.";
    }
  },
};

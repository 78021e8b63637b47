import type { Wording } from "../wording.ts";
import { reportWords } from "./report-words.ts";
import { reasonsIn } from "./reasons.ts";
import { enCoordinator } from "./en-coordinator.ts";
import { enNews } from "./en-news.ts";
import { enPages } from "./en-pages.ts";

const measures = (count: number) => (count === 1 ? "one measure" : `${count} measures`);
const Measures = (count: number) => (count === 1 ? "One measure" : `${count} measures`);

const unreachableWhy: Readonly<Record<string, string>> = {
  "no-email": "the e-mail address is missing",
  "no-account": "no account found with this e-mail address",
  blocked: "has turned off messages from the bot",
  "no-contact": "the unit has no contact",
  "not in people.yaml": "is not in the list of people",
  "no channel is set up": "no message channel is set up",
};

/** English. */
export const en: Wording = {
  language: "en",
  languages: { nb: "Bokmål", nn: "Nynorsk", en: "English" },
  words: {
    unanswered: reportWords.en.beside.unanswered.label,
    late: "came after the deadline",
    status: "Status",
    comment: "Comment",
    measure: "Measure",
    unit: "Responsible unit",
    deadline: "Deadline",
    lastTime: "Last time",
    states: {
      prepared: "Ready to open",
      open: "Open",
      closed: "Closed",
      published: "Published",
      cancelled: "Cancelled",
    },
    measures,
    people: (count) => (count === 1 ? "one person" : `${count} people`),
    target: (of, goal, by) => `Target: ${goal} ${of} by ${by}`,
    due: (due) => `To be done: ${due}`,
    previous: (period) => (period === null ? "Last time" : `Last time (${period})`),
    noPrevious: "No earlier status",
    progress: (count) => `Reached so far: ${count}`,
    answeredOf: (answered, total) => `${answered} of ${total} answered`,
    droppedBecause: (decision) => reportWords.en.dropped(decision),
    saidBy: (name) => `Answered by ${name}`,
    andMore: (count) => `and ${count} more`,
    ownDeadline: (deadline) => `Own deadline: ${deadline}`,
    offeredTo: (name) => `Offered to ${name}. You are responsible until the answer is yes.`,
    enteredFrom: (source) => `Entered by the coordinator. Source: ${source}`,
  },
  buttons: {
    answer: "Answer",
    change: "Change",
    same: "Same as last time",
    lastText: "Use last text",
    send: "Send answers",
    withdraw: "Take back the answer",
    cancel: "Cancel",
    readReport: "Read the report",
    seeProgress: "See who is missing",
    seeRound: "Look over the round",
    fullList: "Show the whole list",
    ask: "Ask",
    propose: "Send the proposal",
    accept: "Yes, I will take over",
    decline: "No thanks",
    answerQuestion: "Answer the question",
    sendText: "Send the text",
    useText: "Use the text",
    readDraft: "Read the draft",
    haveRead: "I have read the draft",
    seeReview: "Go through the answers",
    lookAtIt: "Decide on the proposal",
    answerAll: (count) => `Answer ${measures(count)}`,
  },
  ask: {
    text: (count, deadline) =>
      `Hi! ${Measures(count)} ${count === 1 ? "needs" : "need"} a status from you by ${deadline}.`,
    how: "Choose a status and write briefly what is done and what remains.",
    typed: (number, status) =>
      `You can also reply with a message: “${number} ${status} – the agreement is signed”.`,
    silence: (unanswered) => `Without an answer the table says “${unanswered}”.`,
    why: "The answers make one table for leadership. Comments may become public, so do not write names of residents, pupils, patients or staff.",
  },
  remind: {
    text: (count, deadline) =>
      `Hi! ${Measures(count)} still ${count === 1 ? "has" : "have"} no status. The deadline is ${deadline}.`,
    late: (count) =>
      `Hi! ${Measures(count)} still ${count === 1 ? "has" : "have"} no status. The deadline has passed, but you can answer until the report is published.`,
  },
  deputy: {
    text: (count, deadline) =>
      `Hi! You are the deputy for ${measures(count)} without a status. Can you answer by ${deadline}?`,
  },
  allAnswered: {
    text: (count) =>
      count === 1
        ? "Thank you! Your answer is saved."
        : `Thank you! You have answered all ${count} measures.`,
    change: "You can change your answers until the report is published.",
  },
  moved: "There is a newer message about the same. Answer in that one.",
  trial: { text: (name) => `This is a trial, only to you. The message to ${name} will look like this:` },
  deputyAsked: {
    text: (deputies, count, plan) =>
      `We have also asked ${deputies} for a status on ${measures(count)} in ${plan}, because the deadline is near.`,
    stillYours: "You can still answer yourself.",
  },
  ready: {
    text: (period, plan) =>
      `The status round ${period} for ${plan} is ready. Nothing is sent until you open it.`,
  },
  digest: {
    text: (missing, total, plan, deadline, closed) =>
      missing === 0
        ? `All answers are in for ${plan}. The report is ready to be read through.`
        : `${missing} of ${total} answers are missing for ${plan}. ${closed ? "The deadline was" : "The deadline is"} ${deadline}.`,
    unreachable: (people, plan) =>
      `${people === 1 ? "One owner" : `${people} owners`} for ${plan} cannot be reached. We ask the deputy where there is one.`,
  },
  missingOf: (name, count) => `${name} is missing ${count}`,
  unreachable: (why) => `Cannot be reached: ${why}.`,
  whyUnreachable: (said) => reasonsIn(said, unreachableWhy),
  published: {
    text: (plan, period) => `The status report for ${plan}, ${period}, is published.`,
    thanks: "Thank you for your answers. This is how it came out:",
  },
  summary: {
    text: (plan, period) => `Status of ${plan}, ${period}`,
    totals: (count, counts) => `${Measures(count)}: ${counts}.`,
    changes: (count, since) =>
      count === 0
        ? `No measure has a new status since ${since}.`
        : `${Measures(count)} ${count === 1 ? "has" : "have"} a new status since ${since}.`,
    missing: (count, unanswered) =>
      `${Measures(count)} ${count === 1 ? "is" : "are"} shown as “${unanswered}”.`,
    proof: (sha256) => `The report's checksum (SHA-256): ${sha256}`,
  },
  stored: {
    text: (count) => (count === 1 ? "Your answer is saved." : `${count} answers are saved.`),
    withdrawn: (count) => (count === 1 ? "The answer is taken back." : `${count} answers are taken back.`),
    crossed: (numbers) =>
      `Somebody else answered ${numbers} at the same time. Your answer counts now, and the other one is kept.`,
  },
  faults: {
    "no-status": ({ number }) => `${number}: Choose a status.`,
    "unknown-status": ({ number }) => `${number}: Choose one of the statuses in the list.`,
    "too-long": ({ number, longest }) =>
      `${number}: The comment is too long. Shorten it to ${longest} characters.`,
    "not-a-number": ({ number }) => `${number}: Write a number, for example 4.`,
    "no-last-time": ({ number }) => `${number}: There is no answer from last time. Choose a status.`,
    "changed-meanwhile": ({ number, by }) =>
      `${number}: ${by} answered while you were writing. Read that answer, and send again if yours should count.`,
  },
  unclear: {
    "which-measure": "Which measure do you mean? Choose it here, or begin your reply with the number.",
    "which-status": "Which status do you mean? Choose it here.",
    "more-than-one-status": "I found more than one status in your reply. Choose the one that counts.",
    question: "That looks like a question, so I have not saved anything. Write “help” to see what I can do.",
    "nothing-open": "You have no measures to answer now, so I have not saved anything.",
    "too-long": "The message is too long, so I have not saved anything. Shorten it and send it again.",
  },
  ...enCoordinator,
  news: enNews,
  help: {
    title: "What you can do",
    owner: [
      "See your measures: write “my measures”.",
      "Reply with number, colour and comment: “1.1 green – the agreement is signed”.",
      "Nothing changed? Write “1.1 same as last time”.",
      "Changed your mind? Answer again. The last answer counts until the report is published.",
      "Not your measure? Choose “More” beside it on the page “My measures”, and pass it on.",
      "Going away? Say so on “My measures”, and we ask your deputy.",
    ],
    coordinator: [
      "See your rounds: write “rounds”.",
      "There you can open, close and publish. You always see who gets a message before anything is sent.",
      "Progress shows who is missing, and lets you remind, give more time and change who answers.",
      "The review shows what needs a look before you publish.",
    ],
    typed: "You can also write this in the chat:",
  },
  pages: enPages,
};

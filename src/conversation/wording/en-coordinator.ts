import type { CoordinatorWording } from "./coordinator-wording.ts";

const persons = (count: number) => (count === 1 ? "One person" : `${count} people`);
const hears = (people: number) =>
  people === 0 ? "Nobody gets a message." : `${persons(people)} ${people === 1 ? "gets" : "get"} a message:`;
const nobody = () => "Nobody gets a message.";

/** English. */
export const enCoordinator: CoordinatorWording = {
  refused: {
    "unknown-person": "I do not know who you are. Ask the coordinator to add you.",
    "not-yours": "This measure is not assigned to you. Tell the coordinator if that is wrong.",
    published:
      "The report is published, so the answer cannot be changed here. Tell the coordinator if something is wrong.",
    cancelled: "The status round is cancelled. You do not need to answer.",
    dropped: "The measure is withdrawn. You do not need to answer.",
    "not-open-yet": "The status round is not open yet. You will get a message when it opens.",
    "too-long": "The text is too long, so it is not saved. Shorten it and send it again.",
    "not-stored": "The answer was not saved. Try again in a moment.",
    "not-coordinator": "Only the plan's coordinator can do this.",
    "no-such-round": "I cannot find this status round.",
    "nothing-published": "No report has been published yet.",
    "not-now": "The round is not at that point now. See the progress for what you can do.",
    "not-reader": "You are not set up as a reader of this draft.",
    "changed-meanwhile":
      "Somebody else changed this while you were writing, so it is not saved. See what it says now, and try again.",
    "no-such-person": "I cannot find this person in the list of people.",
    "no-such-item": "I cannot find this measure in the status round.",
    "says-nothing": "Something is missing, so nothing is saved. Fill in the field and send it again.",
    settled: "This is settled already. You do not need to do anything.",
  },
  block: (block) => {
    switch (block.is) {
      case "no-unit":
        return `${block.number} ${block.short}: The measure has no responsible unit.`;
      case "no-contact":
        return `${block.unit}: The unit has no contact.`;
      case "deadline-passed":
        return "The deadline has already passed.";
      case "nobody-left":
        return "There is nobody to send it to.";
    }
  },
  warning: (warning) => {
    switch (warning.is) {
      case "unanswered":
        return `${warning.number} ${warning.short}: no answer from ${warning.units.join(", ")}.`;
      case "undecided":
        return `${warning.number} ${warning.short}: the units answered differently, and the row is not settled.`;
      case "sent-back":
        return `${warning.number} ${warning.short}: sent back, and not answered again.`;
      case "not-approved":
        return `${warning.heading}: not approved yet.`;
      case "not-read":
        return `${warning.heading}: ${warning.reader} has not read the draft.`;
      case "changed-meanwhile":
        return "Somebody else changed this while you were looking. This is how it is now.";
      case "reopens":
        return "The round is closed. It will open again.";
      case "before-deadline":
        return "The deadline has not passed yet.";
    }
  },
  flags: {
    unanswered: "No answer",
    undecided: "The units answered differently",
    "decided-before": "Answered again after the row was decided",
    crossed: "Two answered at the same time",
    "no-comment": "No comment",
    "same-comment": "Same comment as last time",
    "repeats-measure": "The comment only repeats the measure",
    "changed-without-a-word": "New status without a reason",
    "target-contradicts": "Status and target disagree",
    "drop-proposed": "Proposed to be dropped",
    "sent-back": "Sent back, waiting for an answer",
  },
  leftOut: { "heard-today": "has had a message today", away: "is away" },
  confirm: {
    title: {
      open: (period) => `Open the status round ${period}?`,
      trial: () => "Send a trial to yourself?",
      remind: (period) => `Send a reminder about ${period}?`,
      extend: (period) => `Move the deadline of ${period}?`,
      assign: () => "Change who answers?",
      "answer-for": () => "Enter the answer?",
      drop: () => "Drop the measure?",
      restore: () => "Take the measure in again?",
      keep: () => "Keep the measure?",
      decide: () => "Settle the row?",
      edit: () => "Change the comment?",
      "send-back": () => "Send the answer back?",
      approve: () => "Approve this part?",
      "ask-readers": (period) => `Ask the readers to read the draft of ${period}?`,
      close: (period) => `Close the status round ${period}?`,
      publish: (period) => `Publish the report for ${period}?`,
      correct: (period) => `Correct the report for ${period}?`,
      "withdraw-links": (period) => `Withdraw the links to the report for ${period}?`,
      cancel: (period) => `Cancel the status round ${period}?`,
    },
    button: {
      open: "Open and send",
      trial: "Send the trial",
      remind: "Send the reminder",
      extend: "Move the deadline",
      assign: "Change who answers",
      "answer-for": "Enter the answer",
      drop: "Drop it",
      restore: "Take in again",
      keep: "Keep the measure",
      decide: "Settle the row",
      edit: "Change the comment",
      "send-back": "Send back",
      approve: "Approve",
      "ask-readers": "Ask the readers",
      close: "Close the round",
      publish: "Publish",
      correct: "Publish the correction",
      "withdraw-links": "Withdraw the links",
      cancel: "Cancel the round",
    },
    after: {
      open: "Everybody gets one message with their measures, in working hours.",
      trial: "You get a message as the owners will see it. Nobody else gets anything.",
      remind: "Each gets one message with the measures that are missing, in working hours.",
      extend: "Those it concerns are told of the new deadline. Reminders follow it by themselves.",
      assign: "The new ones get the measures on their list. The old ones are told of the change.",
      "answer-for": "The owner is told that you entered the answer, and can change it.",
      drop: "The owners are told that they need not answer. You can undo it until the report is published.",
      restore: "The measure comes back to the owner's list.",
      keep: "The measure stays on the owner's list.",
      decide: "The row gets the status you choose. The units' answers stay as they are.",
      edit: "Whoever answered sees both texts.",
      "send-back": "The answer stands until the owner has answered again.",
      approve: "The part is marked as read through. You can undo it.",
      "ask-readers": "The readers get a link to the draft. Those who have read it get no message.",
      close: "Late answers are taken and marked until the report is published.",
      publish:
        "The owners are told that the report is out. After this they cannot change their answers, but you can correct the report.",
      correct: "This makes a new version that says what changed. The same people get it.",
      "withdraw-links": "Nobody can open the report with the links that were sent out.",
      cancel: "The owners are told that they need not answer. The round cannot be opened again.",
    },
    names: {
      open: hears,
      trial: () => "Only you get a message.",
      remind: hears,
      extend: hears,
      assign: hears,
      "answer-for": hears,
      drop: hears,
      restore: nobody,
      keep: hears,
      decide: nobody,
      edit: hears,
      "send-back": hears,
      approve: nobody,
      "ask-readers": hears,
      close: (people) =>
        people === 0 ? "Everybody has answered." : `These have not answered everything (${people}):`,
      publish: (people) =>
        people === 0
          ? "Nobody in leadership is set up to receive it."
          : `Leadership gets the report (${people}):`,
      correct: hears,
      "withdraw-links": nobody,
      cancel: hears,
    },
    leftOut: (people) => `${persons(people)} ${people === 1 ? "gets" : "get"} no message now:`,
    unreachable: (people) => `${persons(people)} cannot be reached:`,
    insist: "Include those who have had a message today",
    blocked: "Put this right first:",
    look: "Look at this first:",
  },
  done: {
    open: "The status round is open.",
    trial: "The trial is sent to you.",
    remind: "The reminder is on its way.",
    extend: "The deadline is moved.",
    assign: "Somebody else answers now.",
    "answer-for": "The answer is entered.",
    drop: "The measure is dropped.",
    restore: "The measure is taken in again.",
    keep: "The measure stays.",
    decide: "The row is settled.",
    edit: "The comment is changed.",
    "send-back": "The answer is sent back.",
    approve: "The approval is saved.",
    "ask-readers": "The readers are asked.",
    close: "The status round is closed.",
    publish: "The report is published.",
    correct: "The correction is published.",
    "withdraw-links": "The links are withdrawn.",
    cancel: "The status round is cancelled.",
    already: "That was already done. Nothing is sent again.",
  },
  sent: {
    to: (people, names) =>
      people === 0 ? "Nobody gets a message." : `Sent to ${persons(people).toLowerCase()}: ${names}.`,
    unreachable: (people) => `${persons(people)} cannot be reached:`,
    leftOut: (people) => `${persons(people)} got no message now:`,
    now: "The messages go out now.",
    at: (moment) => `The messages go out ${moment}.`,
  },
};

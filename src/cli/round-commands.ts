import { InvalidArgumentError, Option, type Command } from "commander";
import type { Assigned, Command as Told, Whom } from "../conversation/commands.ts";
import type { Wired } from "../wire.ts";
import { inRound, type InRound } from "./named.ts";
import { answerFor, decide, editComment, sendBack, type Writing } from "./round-writing.ts";
import { readTogether } from "./round-review.ts";
import { tellTyped } from "./round-typed.ts";
import { findRound, withApp } from "./session.ts";
import { tell } from "./tell.ts";

/** What a coordinator does between opening and publishing: the same commands, words and rights as in chat and on the pages. */

type Scope = { unit?: string; person?: string; heading?: string };
type Options = Scope & {
  yes?: boolean;
  json?: boolean;
  insist?: boolean;
  measure?: string;
  fromNowOn?: boolean;
  because?: string;
  why?: string;
  note?: string[];
  undo?: boolean;
};

const aRound = ["<round>", "the round's id, or its plan's key"] as const;
const aMeasure = ["<measure>", "its key, or its number where only one has it"] as const;
const yes = ["--yes", "do it without asking"] as const;
const ofUnit = ["--unit <unit>", "the unit's key or name, where the measure has several"] as const;

export function addRoundCommands(round: Command): void {
  addPeopleCommands(round);
  addItemCommands(round);
  addReviewCommands(round);
  addEndCommands(round);
}

function addPeopleCommands(round: Command): void {
  scoped(round.command("remind").description("reminds everybody who is missing, or some of them"))
    .option("--insist", "also those who heard from us today")
    .action((named: string, options: Options) =>
      telling(named, options, (at) => ({
        verb: "remind",
        whom: whom(at, options),
        insist: options.insist ?? false,
      })),
    );
  scoped(
    round.command("extend").description("moves the deadline, later or earlier; a closed round opens again"),
  )
    .argument("<day>", 'the new deadline, YYYY-MM-DD or "15. desember"')
    .action((named: string, day: string, options: Options) =>
      telling(named, options, (at) => ({ verb: "extend", whom: whom(at, options), deadline: at.day(day) })),
    );
  round
    .command("assign")
    .description("says who answers, owner first, for a measure, a unit, or one of both")
    .argument(...aRound)
    .argument("<people...>", "ids or names, in the order they are asked")
    .option("--measure <measure>", "its key, or its number where only one has it")
    .option("--unit <unit>", "the unit's key or name")
    .option("--from-now-on", "also in the rounds to come; otherwise for this round")
    .option(...yes)
    .action((named: string, people: string[], options: Options, command: Command) => {
      if (options.measure === undefined && options.unit === undefined)
        command.error("error: say for what with --measure, --unit or both");
      return telling(named, options, (at) => ({
        verb: "assign",
        what: assigned(at, options),
        people: people.map((one) => at.anybody(one)),
        lasting: options.fromNowOn ?? false,
      }));
    });
}

function addItemCommands(round: Command): void {
  writing(round.command("answer").description("enters an answer that came another way, and says from where"))
    .argument("<status>", "the status's key, label or colour")
    .requiredOption(
      "--from <text>",
      'where it came from: "e-mail from the school unit, 24 November"',
      someText,
    )
    .option("--comment <text>", "the comment; one line is one bullet", "")
    .option("--progress <number>", "how far a number to reach has come", aNumber)
    .action((named: string, measure: string, status: string, options: Writing) =>
      withApp((wired) => answerFor(wired, { named, measure }, status, options)),
    );
  round
    .command("drop")
    .description("takes measures out of the round because they are no longer relevant")
    .argument(...aRound)
    .argument("<measures...>", aMeasure[1])
    .requiredOption("--because <text>", "names the decision", someText)
    .option(...ofUnit)
    .option(...yes)
    .action((named: string, measures: string[], options: Options) =>
      telling(named, options, (at) => ({
        verb: "drop",
        items: at.items(measures, options.unit).map((item) => item.id),
        because: options.because ?? "",
      })),
    );
  round
    .command("restore")
    .description("takes measures in again that were dropped")
    .argument(...aRound)
    .argument("<measures...>", aMeasure[1])
    .option(...ofUnit)
    .option(...yes)
    .action((named: string, measures: string[], options: Options) =>
      telling(named, options, (at) => ({
        verb: "restore",
        items: at.items(measures, options.unit).map((item) => item.id),
      })),
    );
  round
    .command("keep")
    .description("says no to an owner's proposal to drop a measure")
    .argument(...aRound)
    .argument(...aMeasure)
    .option(...ofUnit)
    .option(...yes)
    .action((named: string, measure: string, options: Options) =>
      telling(named, options, (at) => ({ verb: "keep", item: at.item(measure, options.unit).id })),
    );
  writing(round.command("send-back").description("asks about an answer; it stands until a new one is given"))
    .argument("<question>", "what is asked", someText)
    .option("--due <day>", "until when; otherwise the deadline as it is")
    .action((named: string, measure: string, question: string, options: Writing) =>
      withApp((wired) => sendBack(wired, { named, measure }, question, options)),
    );
}

function addReviewCommands(round: Command): void {
  round
    .command("review")
    .description("the draft heading by heading, and everything that needs a look")
    .argument(...aRound)
    .option("--json", "print data as JSON")
    .action((named: string, options: Options) => withApp((wired) => readTogether(wired, named, options)));
  round
    .command("decide")
    .description("says what a row is where units differ, or instead of what they said")
    .argument(...aRound)
    .argument(...aMeasure)
    .argument("[status]", "the status's key, label or colour")
    .option("--comment <text>", "instead of the units' comments")
    .option("--undo", "takes the decision back")
    .option(...yes)
    .action(
      (named: string, measure: string, status: string | undefined, options: Writing, command: Command) => {
        if ((status === undefined) === (options.undo !== true))
          command.error("error: give a status, or --undo");
        return withApp((wired) => decide(wired, { named, measure }, status, options));
      },
    );
  writing(round.command("edit").description("puts a comment differently; the owner is told and sees both"))
    .argument("<comment>", "the new comment; one line is one bullet")
    .action((named: string, measure: string, comment: string, options: Writing) =>
      withApp((wired) => editComment(wired, { named, measure }, comment, options)),
    );
  round
    .command("approve")
    .description("marks a heading as read through")
    .argument(...aRound)
    .argument("<heading>", "its title, or its place: 2/1")
    .option("--undo", "it is not")
    .option(...yes)
    .action((named: string, heading: string, options: Options) =>
      telling(named, options, (at) => ({
        verb: "approve",
        heading: at.heading(heading),
        approved: options.undo !== true,
      })),
    );
  round
    .command("readers")
    .description("asks the plan's readers to read the draft, and reminds those who have not")
    .argument(...aRound)
    .option(...yes)
    .action((named: string, options: Options) => telling(named, options, () => ({ verb: "ask-readers" })));
}

function addEndCommands(round: Command): void {
  round
    .command("correct")
    .description("publishes a new version of the report, which says what changed")
    .argument(...aRound)
    .requiredOption("--why <text>", "what was wrong", someText)
    .option("--note <line>", "a line of your own on top of the table; repeat it for more", oneMore, [])
    .option(...yes)
    .action((named: string, options: Options) =>
      telling(named, options, () => ({
        verb: "correct",
        why: options.why ?? "",
        preface: options.note ?? [],
      })),
    );
  round
    .command("withdraw")
    .description("ends every link to the round's report")
    .argument(...aRound)
    .option(...yes)
    .action((named: string, options: Options) => telling(named, options, () => ({ verb: "withdraw-links" })));
  round
    .command("cancel")
    .description("calls the round off; everybody who was asked is told")
    .argument(...aRound)
    .requiredOption("--because <text>", "why", someText)
    .option(...yes)
    .action((named: string, options: Options) =>
      telling(named, options, () => ({ verb: "cancel", because: options.because ?? "" })),
    );
  round
    .command("tell")
    .description('a command as it is typed in the chat: "påminn Skole", "extend to 15 December"')
    .argument("<text>", "bokmål, nynorsk or English")
    .option(...yes)
    .action((text: string, options: Options) => withApp((wired) => tellTyped(wired, text, options)));
}

function scoped(command: Command): Command {
  return command
    .argument(...aRound)
    .addOption(
      new Option("--unit <unit>", "only this unit: its key or name").conflicts(["person", "heading"]),
    )
    .addOption(
      new Option("--person <person>", "only this person: their id or name").conflicts(["unit", "heading"]),
    )
    .addOption(
      new Option("--heading <heading>", "only what is under it: its title or place").conflicts([
        "unit",
        "person",
      ]),
    )
    .option(...yes);
}

function writing(command: Command): Command {
  return command
    .argument(...aRound)
    .argument(...aMeasure)
    .option(...ofUnit)
    .option(...yes);
}

type WithoutRound<One> = One extends unknown ? Omit<One, "round"> : never;

/** Finds what is named, and tells the flow: it shows what would happen and asks, as everywhere else. */
function telling(named: string, options: Options, what: (at: InRound) => WithoutRound<Told>): Promise<void> {
  return withApp(async (wired: Wired) => {
    const round = await findRound(wired, named);
    const told = { ...what(await inRound(wired, round)), round: round.id } as Told;
    return tell(wired, told, options);
  });
}

function whom(at: InRound, { unit, person, heading }: Scope): Whom {
  if (unit !== undefined) return { of: "unit", unit: at.unit(unit) };
  if (person !== undefined) return { of: "person", person: at.person(person) };
  return heading === undefined ? { of: "all" } : { of: "heading", heading: at.heading(heading) };
}

function assigned(at: InRound, { measure, unit }: Options): Assigned {
  if (measure === undefined) return { of: "unit", unit: at.unit(unit ?? "") };
  return unit === undefined
    ? { of: "measure", measure: at.measure(measure) }
    : { of: "item", item: at.item(measure, unit).id };
}

function oneMore(line: string, lines: readonly string[]): string[] {
  return [...lines, line];
}

function someText(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Expected a text.");
  return text;
}

function aNumber(text: string): number {
  const number = Number(text.replace(",", "."));
  if (text.trim() === "" || !Number.isFinite(number) || number < 0)
    throw new InvalidArgumentError("Expected a number, for example 4.");
  return number;
}

import { bold, wrap } from "../documents/write/terminal-text.ts";
import { terminalOf } from "../documents/write/terminal.ts";
import type { LoggedEvent } from "../store/events.ts";
import type { Serving } from "../serve.ts";
import { listed, marginOf, narrations, stamp } from "./narration.ts";
import { plan, type Act } from "./script.ts";
import type { Language } from "../round/plan.ts";
import type { Item } from "../round/round.ts";

/** Tells what happened since it was last asked, from the event log: one line for each kind of thing, in the order of the story. */
export function narrator(
  { app, clock }: Serving,
  timeZone: string,
  language: Language,
): (act: Act | null) => Promise<void> {
  const { lines } = narrations[language];
  const verbs = Object.keys(lines);
  let last = "0";
  let stamped = "";
  const say = (text: string): void => {
    const { width, colours } = terminalOf(process.stdout, process.env);
    const margin = marginOf(language);
    const at = stamp(clock.now(), timeZone, language);
    const [first = "", ...rest] = wrap(text, Math.max(30, width - margin));
    console.log(`${at === stamped ? " ".repeat(margin) : bold(at.padEnd(margin), colours)}${first}`);
    for (const line of rest) console.log(`${" ".repeat(margin)}${line}`);
    stamped = at;
  };
  return async (act) => {
    const events = await app.store.events.since(last);
    last = events.at(-1)?.id ?? last;
    const rounds = new Map((await app.store.rounds.list()).map((round) => [round.id, round]));
    /** Only a round beside the one the story is about needs its name. */
    const beside = ({ round }: LoggedEvent): string => {
      const found = rounds.get(round ?? "");
      return found && found.plan !== plan ? found.copy.plan.title : "";
    };
    const told = [...Map.groupBy(events, (event) => `${event.verb}\n${beside(event)}`).values()].toSorted(
      ([a], [b]) => verbs.indexOf(a?.verb ?? "") - verbs.indexOf(b?.verb ?? ""),
    );
    for (const these of told) {
      const [{ verb, round } = { verb: "", round: null }] = these;
      const line = lines[verb];
      const names = [...new Set(these.map((event) => event.to ?? event.actor))];
      const who = listed(names, language);
      const about = these[0] ? beside(these[0]) : "";
      if (verb === "answered" && act) say(await answered(act, who, round));
      else if (line) say(about === "" ? line(who) : `${line(who)} (${about})`);
    }
  };

  async function answered(act: Act, who: string, id: string | null): Promise<string> {
    const round = id === null ? null : await app.store.rounds.get(id);
    const items = round ? await app.store.rounds.items(round.id) : [];
    return narrations[language].answers(who, act, {
      deputy: isDeputy(act, items),
      late: round !== null && clock.now() >= round.deadline,
      answered: items.filter((item) => item.answer !== null).length,
      all: items.length,
    });
  }
}

/** Whoever answers only for what somebody else is first in line for. */
function isDeputy(act: Act, items: readonly Item[]): boolean {
  if (act.does !== "answers") return false;
  const measures = act.items.map(([measure]) => measure);
  const theirs = items.filter((item) => measures.includes(item.measure) && item.answer?.by === act.who);
  return theirs.length > 0 && theirs.every((item) => item.responders[0] !== act.who);
}

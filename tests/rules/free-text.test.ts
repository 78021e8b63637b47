import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  longestReply,
  readReply,
  type AskedRound,
  type Understood,
} from "../../src/conversation/free-text.ts";
import { heldOut } from "./replies-held-out.ts";
import { replies } from "./replies.ts";
import { situations, type Row, type Situation } from "./reply-situations.ts";

function core(understood: Understood): unknown {
  return understood.kind === "unclear" ? { unclear: understood.why } : understood;
}

function read([on, text]: Row): Understood {
  return readReply(text, situations[on]);
}

/** Asked is what a careful reader does in doubt; wrong is what must never happen. */
function verdict(row: Row): "right" | "asked" | "wrong" {
  const [, , expected] = row;
  const understood = read(row);
  if (understood.kind === "unclear") return expected.kind === "unclear" ? "right" : "asked";
  return JSON.stringify(understood) === JSON.stringify(expected) ? "right" : "wrong";
}

describe("a reply is read as a careful colleague would read it", () => {
  test.each(replies.map((row) => ({ on: row[0], text: row[1], row })))("$on: $text", ({ row }) => {
    expect(core(read(row))).toEqual(core(row[2]));
  });

  test("a sentence nobody prepared for is never read as something it does not say", () => {
    expect(heldOut.filter((row) => verdict(row) === "wrong").map((row) => row[1])).toEqual([]);
    expect(heldOut.filter((row) => verdict(row) === "right").length).toBeGreaterThanOrEqual(27);
  });
});

describe("what a form then shows", () => {
  test("somebody who wrote no status keeps the text, without the measure's number", () => {
    expect(readReply("1.2: Avtalen er til signering\n- ventes i mai", situations.three)).toEqual({
      kind: "unclear",
      why: "which-status",
      items: ["samtaler"],
      comment: "Avtalen er til signering\n- ventes i mai",
    });
  });

  test("somebody whose number fits two measures chooses between the two", () => {
    expect(readReply("1.1 rød", situations.repeated)).toMatchObject({ items: ["ansatte", "foreldre"] });
  });

  test("somebody who named no measure chooses among the open ones", () => {
    expect(readReply("oransje – venter", situations.three)).toMatchObject({
      why: "which-measure",
      items: ["unders", "samtaler", "idrett"],
      comment: "oransje – venter",
    });
  });

  test("somebody who named a measure twice sees it once", () => {
    expect(readReply("1.1 grønn, 1.1 rød", situations.three)).toMatchObject({ items: ["unders"] });
    expect(readReply("trekk 1.1 og 1.1", situations.allAnswered)).toMatchObject({ items: ["unders"] });
  });

  test("somebody who pasted a whole report is told that it is too long", () => {
    const why = (text: string) => readReply(text, situations.one);
    expect(why(`grønn ${"x".repeat(longestReply)}`)).toMatchObject({ kind: "unclear", why: "too-long" });
    expect(why(`grønn – ${"x".repeat(longestReply - 8)}`)).toMatchObject({ kind: "answer" });
  });
});

/** Sentences made of the words that matter most, in any order. */
const words = (
  "grønn~oransje~rød~orasnje~ferdig~pågår~ikke~ikkje~påbegynt~startet~samme~som~sist~alle~1.1~1.2~2.1~4. 2~1~2~9.9~og~men~" +
  "nå~lenger~er~på~tiltak~Dialogmøter~I rute~🟢~🔴~✅~:red_circle:~\n~- ~–~:~,~.~?~> ~Mvh Ola~-- ~trekk~svaret~hei~fra~til"
).split("~");
const sentence = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(" "));
const anything = fc.oneof(
  sentence,
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);
const names = Object.keys(situations) as Situation[];

function isAsked(rounds: readonly AskedRound[], id: string, status?: string): boolean {
  return rounds.some(
    (round) =>
      round.items.some((item) => item.id === id) &&
      (status === undefined || round.legend.some((known) => known.key === status)),
  );
}

describe("whatever is typed", () => {
  test("nobody gets a status that is not in the legend, or an answer to what they were not asked", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), anything, (on, text) => {
        const rounds = situations[on];
        const understood = readReply(text, rounds);
        if (understood.kind === "show") return;
        const items =
          understood.kind === "answer" ? understood.said.map((said) => said.item) : understood.items;
        expect(new Set(items).size).toBe(items.length);
        expect(items.filter((item) => !isAsked(rounds, item))).toEqual([]);
        if (understood.kind === "unclear") return;
        expect(items).not.toEqual([]);
        if (understood.kind !== "answer") return;
        expect(understood.said.filter((said) => !isAsked(rounds, said.item, said.status))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test("nobody's measure is left out of an answer that names it", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const understood = readReply(text, situations.three);
        if (understood.kind !== "answer" || /^\s*>|Mvh|-- /m.test(text)) return;
        const named = situations.three[0].items
          .filter((item) => text.includes(item.number))
          .map((item) => item.id);
        expect(understood.said.map((said) => said.item)).toEqual(expect.arrayContaining(named));
      }),
      { numRuns: 3000 },
    );
  });

  test("two colours for one measure are never settled by taking one of them", () => {
    const colour = fc.constantFrom("grønn", "oransje", "rød", "🟢", "🟠", "🔴", "raud", "gul", "orasnje");
    const joined = fc.constantFrom(
      " ",
      ", ",
      "/",
      " og ",
      " eller ",
      " – ",
      "\n",
      ". ",
      " men ",
      " (",
      ": ",
      "? ",
      "-",
    );
    fc.assert(
      fc.property(colour, joined, colour, (first, between, second) => {
        const understood = readReply(`1.2 ${first}${between}${second}`, situations.three);
        const alone = readReply(`1.2 ${first}`, situations.three);
        const other = readReply(`1.2 ${second}`, situations.three);
        expect(understood.kind === "unclear" || JSON.stringify(alone) === JSON.stringify(other)).toBe(true);
      }),
      { numRuns: 1200 },
    );
  });

  const parts =
    "er ~1.1, ~grønn, ~> ~[~<http:~- ~a~🟢~1.~ikke ~(~Hilsen ~_~\n~\t~:a~](~ikke grønn lenger, nå ~grønn på 1.1, ~" +
    "1.1 grønn\n~tiltak ~alle ~trekk svar ~Den 12:30 skrev ~\u202E~Hei Kari ";

  test.each(parts.split("~"))("somebody who repeats %j to the limit gets a reply at once", (part) => {
    const started = performance.now();
    readReply(`1.1 grønn – ${part.repeat(longestReply)}`.slice(0, longestReply), situations.three);
    readReply(part.repeat(longestReply).slice(0, longestReply), situations.one);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

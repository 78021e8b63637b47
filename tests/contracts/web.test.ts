import { describe, expect, test } from "vitest";
import { webChannel } from "../../src/channels/web/channel.ts";
import { drawTalk } from "../../src/channels/web/draw-talk.ts";
import { commentOf } from "../../src/channels/web/draw-text.ts";
import { html } from "../../src/channels/web/markup.ts";
import type { View } from "../../src/conversation/messages.ts";
import { wordingFor } from "../../src/conversation/wording.ts";
import type { Language } from "../../src/round/plan.ts";
import { sampleReport } from "../documents/sample-report.ts";
import { answered, deskOf, deskWith, item, progress, roundName } from "../support/desks.ts";
import { reviewOf, staff } from "../support/reviews.ts";
import { PlayedInbox } from "../support/played-web.ts";
import { channelContract } from "./channel.ts";

const ownTags =
  /^\/?(a|bdi|blockquote|button|dd|details|div|dl|dt|form|input|label|li|option|p|rect|select|span|strong|summary|svg|text|textarea|ul)$/;

/** Every tag of a drawing, with its attributes' names. */
function tagsIn(source: string): { tag: string; attributes: string[] }[] {
  return [...source.matchAll(/<(\/?[a-z0-9!-]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, tag = "", attributes = ""]) => ({
      tag,
      attributes: [...attributes.matchAll(/\s([a-z-]+)(?==|\s|$)/gi)].map(([, one = ""]) => one),
    }),
  );
}

channelContract("the web chat", async () => {
  const inbox = new PlayedInbox();
  return {
    channel: webChannel(inbox),
    known: { id: "kari", email: "kari@furuvik.example" },
    unknown: { id: "li", email: null },
    shown: async (account) => (await inbox.list(account)).map(({ id, html: source }) => ({ id, source })),
    checkDrawing: (source) => {
      const tags = tagsIn(source);
      for (const { tag, attributes } of tags) {
        expect(tag).toMatch(ownTags);
        expect(attributes.filter((one) => one === "style" || one === "id" || one.startsWith("on"))).toEqual(
          [],
        );
      }
      const open = tags
        .filter(({ tag }) => !/^\/|^(input|rect)$/.test(tag))
        .map(({ tag }) => tag)
        .toSorted();
      expect(tags.flatMap(({ tag }) => (tag.startsWith("/") ? [tag.slice(1)] : [])).toSorted()).toEqual(open);
      // Stored for ever, so without a token and without an address of its own.
      expect(source).not.toMatch(/HEMMELIG|\/w\/|undefined|null|\[object/);
    },
    isInert: (source) =>
      tagsIn(source).every(
        ({ tag, attributes }) => ownTags.test(tag) && !attributes.some((one) => one.startsWith("on")),
      ) && !/href="(?!https?:|form|progress\/|report\/|review\/|desk)/.test(source),
  };
});

const views: Readonly<Record<View["kind"], (language: Language) => View>> = {
  desk: () => ({ kind: "desk", desk: deskWith(5) }),
  form: () => ({
    kind: "form",
    desk: deskWith(2),
    filled: [{ item: "1", status: null, comment: "Halvveis" }],
    wrong: [{ item: "1", why: "no-status" }],
  }),
  stored: () => ({ kind: "stored", desk: deskWith(3), stored: ["3"], crossed: ["3"] }),
  confirm: () => ({
    kind: "confirm",
    command: { verb: "publish", round: "7", preface: ["Bra jobbet"] },
    round: roundName,
    what: {
      people: [{ id: "ola", name: "Ola Sund", items: 0 }],
      leftOut: [{ name: "Åse Vik", why: "away" }],
      unreachable: [{ name: "Li Bakke", why: "web: no-email" }],
      blocked: [{ is: "no-contact", unit: "Eiendom" }],
      warnings: [{ is: "undecided", number: "1.1", short: "Kurs" }],
    },
  }),
  done: () => ({ kind: "done", verb: "open", round: roundName, already: true, sent: null }),
  review: () => ({ kind: "review", review: reviewOf() }),
  "choose-person": () => ({
    kind: "choose-person",
    what: "hand-over",
    desk: deskWith(3),
    items: ["1"],
    people: staff,
  }),
  noted: () => ({ kind: "noted", what: { is: "offered", to: "Ola Sund", count: 2 }, desk: deskWith(3) }),
  "unclear-command": () => ({
    kind: "unclear-command",
    unclear: {
      kind: "unclear",
      why: "several-names",
      found: "ola",
      expected: "påminn Ola Sund",
      choices: [{ say: "påminn Ola Sund", means: "Ola Sund" }],
    },
  }),
  rounds: () => ({
    kind: "rounds",
    rounds: [{ round: roundName, state: "open", answered: 1, items: 2, coordinates: true, published: false }],
  }),
  progress: (language) => ({
    kind: "progress",
    round: roundName,
    progress,
    report: sampleReport({ language }),
  }),
  report: (language) => ({
    kind: "report",
    round: roundName,
    report: sampleReport({ language }),
    sha256: null,
  }),
  help: () => ({ kind: "help", coordinates: true }),
  unclear: () => ({
    kind: "unclear",
    why: "which-status",
    desk: deskWith(2),
    filled: [{ item: "1", status: null, comment: "<b>Halvveis</b>" }],
  }),
  refused: () => ({ kind: "refused", why: "not-yours" }),
};

describe("an answer in the web chat", () => {
  const how = (language: Language) => ({
    words: wordingFor(language),
    base: "",
    inChat: true,
    submission: (of: string) => of,
  });

  test.each(Object.keys(views) as View["kind"][])(
    "%s is drawn in every language, without ids, so that a chat can hold many",
    (kind) => {
      for (const language of ["nb", "nn", "en"] as const) {
        const source = drawTalk(views[kind](language), how(language)).text;
        expect(source.length).toBeGreaterThan(10);
        expect(source).not.toMatch(/ id="|undefined|\[object|<b>/);
      }
    },
  );

  test("what was typed stays with the choice of a status", () => {
    expect(drawTalk(views.unclear("nb"), how("nb")).text).toContain('value="&lt;b&gt;Halvveis&lt;/b&gt;"');
  });
});

describe("markup", () => {
  test("everything put in is escaped, lists are joined, nothing is left for null", () => {
    expect(html`<p title="${`"'<&>`}">${["a<b", null, false, html`<i>c</i>`, 4]}</p>`.text).toBe(
      '<p title="&quot;&#39;&lt;&amp;&gt;">a&lt;b<i>c</i>4</p>',
    );
  });

  test("a comment's lines are bullets, its links stay, and nothing but http becomes a link", () => {
    const drawn = commentOf(
      "- Se [saken](https://example.org/a?b=1&c=2).\n[x](javascript:alert(1))\nhttps://example.org/d.",
    )?.text;
    expect(drawn).toContain(
      '<a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer noopener nofollow">saken</a>.',
    );
    expect(drawn).toContain("[x](javascript:alert(1))");
    expect(drawn).toContain('href="https://example.org/d"');
    expect(commentOf(" \n ")).toBeNull();
  });

  test("a colour is never alone: its symbol and its word stand beside it", () => {
    const how = { words: wordingFor("nb"), base: "", inChat: true, submission: (of: string) => of };
    const source = drawTalk({ kind: "desk", desk: deskOf([item(0), answered(1)]) }, how).text;
    const swatches = source.match(/<svg\s+class="swatch"/g)?.length ?? 0;
    const worded =
      source.match(
        /<svg\s+class="swatch"[\s\S]*?<text[^>]*>\s*[^<\s]+\s*<\/text\s*>\s*<\/svg\s*>\s*<span\s*>[^<]+<\/span>/g,
      )?.length ?? 0;
    expect(swatches).toBeGreaterThan(3);
    expect(worded).toBe(swatches);
  });
});

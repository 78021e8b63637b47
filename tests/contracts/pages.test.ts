import { request as send, type IncomingHttpHeaders } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Command } from "../../src/conversation/commands.ts";
import type { Heard } from "../../src/conversation/replies.ts";
import { answered, deskOf, item, roundName } from "../support/desks.ts";
import { playWeb, tokens, type PlayedWeb } from "../support/played-web.ts";
import { directory, largeProgress, largeReport, reviewOf } from "../support/reviews.ts";

interface Page {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

let web: PlayedWeb;
beforeEach(async () => {
  web = await playWeb({ desk: deskOf([item(0), item(1), answered(2)]) });
});
afterEach(() => web.close());

/** As a browser asks, but with any header, also `Host`. */
function ask(method: string, path: string, headers: Record<string, string> = {}, body = ""): Promise<Page> {
  return new Promise((resolve, reject) => {
    const asked = send(new URL(path, web.url), { method, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => {
        const { location } = response.headers;
        const { pathname, search, hash } = new URL(location ?? "", new URL(path, web.url));
        const all = { ...response.headers, ...(location ? { location: pathname + search + hash } : {}) };
        resolve({ status: response.statusCode ?? 0, headers: all, text });
      });
    });
    asked.on("error", reject).end(body);
  });
}

const get = (path: string, headers: Record<string, string> = {}): Promise<Page> => ask("GET", path, headers);

function post(
  path: string,
  fields: Record<string, string> | [string, string][],
  headers: Record<string, string> = {},
): Promise<Page> {
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return ask("POST", path, { ...type, ...headers }, new URLSearchParams(fields).toString());
}

const under = (opens: keyof typeof tokens, path = ""): string => `/w/${tokens[opens]}/${path}`;
/** Asking to be shown something, or whom something can be given to, changes nothing. */
const asks = ({ reply }: Heard): boolean => reply.kind === "show" || ("to" in reply && reply.to === null);
const acts = () => web.heard.filter((heard) => !asks(heard));

const ownersPages: readonly string[] = [
  "hand-over?item=1",
  "hand-over?item=1&find=ola",
  "ask-colleague?item=2",
  "propose-drop?item=1",
];
const stepPages = ["remind", "extend", "assign", "answer-for", "drop", "cancel", "correct"].map(
  (verb) => `step/7?verb=${verb}`,
);
const coordinatorsPages = [
  "progress/7?page=2",
  "review/7",
  "review/7?at=row-jobb-3&done=edit",
  "review/7?part=9",
  ...stepPages,
  "step/7?verb=answer-for&item=kunnskap-3-personal",
  "step/7?verb=assign&what=unit:oppvekst&find=ola",
];

const reachable = {
  chat: [
    "chat",
    "desk",
    "form",
    "rounds",
    "progress/7",
    "report/7",
    "report/7?draft",
    "report/7.csv",
    "help",
    "language",
    ...ownersPages,
    ...coordinatorsPages,
  ],
  desk: [
    "desk",
    "desk?noted=away&until=2026-12-18",
    "form",
    "form?item=1",
    "help",
    "language",
    ...ownersPages,
  ],
  progress: [
    ...coordinatorsPages,
    "rounds",
    "progress/7",
    "report/7",
    "report/7?draft",
    "report/7.html",
    "help",
    "language",
  ],
  report: ["report/7", "report/7.json", "report/7.md"],
};

describe("a link", () => {
  test.each(Object.entries(reachable))(
    "of kind %s opens its pages, and looking at them changes nothing",
    async (opens, paths) => {
      for (const path of ["", ...paths]) {
        const page = await get(under(opens as keyof typeof tokens, path));
        expect([200, 303], `${opens} ${path}`).toContain(page.status);
        const landed = page.status === 303 ? await get(String(page.headers.location)) : page;
        expect(landed.status).toBe(200);
      }
      expect(acts()).toEqual([]);
      expect(web.inbox.kept).toEqual([]);
    },
  );

  test("opens no page of another kind, and says of them what it says of a page that does not exist", async () => {
    const missing = await get(under("report", "no-such-page"));
    expect(missing.status).toBe(404);
    const closed = [
      under("report", "desk"),
      under("report", "progress/7"),
      under("report", "report/8"),
      under("report", "language"),
      under("report", "review/7"),
      under("report", "hand-over?item=1"),
      under("desk", "review/7"),
      under("desk", "step/7?verb=cancel"),
      under("progress", "hand-over?item=1"),
      under("progress", "propose-drop?item=1"),
      under("progress", "step/7?verb=publish"),
      under("desk", "report/7"),
      under("desk", "progress/7"),
      under("desk", "chat"),
      under("desk", "rounds"),
      under("progress", "desk"),
      under("progress", "chat"),
      under("progress", "form"),
      "/w/another-token-0000001/desk",
      "/w/x/",
      "/w/",
      "/nowhere",
    ];
    for (const path of closed) {
      const page = await get(path);
      expect(page.status, path).toBe(404);
      expect(page.text.replaceAll("../", ""), path).toBe(missing.text.replaceAll("../", ""));
    }
    expect(web.heard).toEqual([]);
  });

  test("for a report shows no draft, whatever the address says", async () => {
    await get(under("report", "report/7?draft"));
    expect(web.heard.map((heard) => heard.reply)).toEqual([
      { kind: "show", show: { view: "report", round: "7", draft: false } },
    ]);
  });

  test("for the desk takes no command and no typed text", async () => {
    expect(
      (await post(under("desk", "command"), { verb: "publish", round: "7", confirmed: "yes" })).status,
    ).toBe(404);
    expect((await post(under("desk", "chat"), { text: "1.1 grønn" })).status).toBe(404);
    expect((await post(under("desk", "read"), { round: "7" })).status).toBe(404);
    for (const path of ["hand-over", "take-over", "ask-colleague", "give-text", "propose-drop", "away"])
      expect((await post(under("progress", path), { item: "1", to: "ola" })).status, path).toBe(404);
    expect(web.heard).toEqual([]);
  });
});

test("a link that lost its last slash still opens", async () => {
  expect((await get(`/w/${tokens.desk}`)).headers.location).toBe(under("desk", "desk"));
});

describe("every page", () => {
  test.each([
    "/",
    "/w/unknown-token-00001/",
    under("desk", "desk"),
    under("report", "report/7"),
    "/live.js",
    "/style.css",
  ])("%s is kept by nobody, found by nobody, framed by nobody, and runs only our script", async (path) => {
    const { headers } = await get(path);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-robots-tag"]).toBe("noindex, nofollow");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    const policy = String(headers["content-security-policy"]).split(/;\s*/);
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*/);
  });

  test("has no script or style of its own inside, and no token", async () => {
    for (const path of [
      under("desk", "desk"),
      under("desk", "form"),
      under("progress", "progress/7"),
      under("chat", "chat"),
      under("report", "report/7"),
      ...ownersPages.map((one) => under("desk", one)),
      ...coordinatorsPages.map((one) => under("progress", one)),
    ]) {
      const { text } = await get(path);
      expect(text).not.toMatch(/<style|\sstyle="|\son[a-z]+="|<script(?! src="(?:\.\.\/)+live\.js" defer)/);
      expect(text).not.toMatch(/token-0000/);
      // A proxy may put all pages under a path of its own.
      expect(text).not.toMatch(/(href|src|action|data-live)="\//);
      expect(text).toMatch(/^<!doctype html>\s*<html lang="nb">/);
    }
  });

  test("asks search engines to stay away", async () => {
    expect((await get("/robots.txt")).text).toBe("User-agent: *\nDisallow: /\n");
  });
});

describe("a form", () => {
  const answer = (more: Record<string, string> = {}): [string, string][] =>
    Object.entries({
      submission: "abc-1",
      item: "1",
      "seen.1": "0",
      "status.1": "green",
      "comment.1": "- Målerne står\r\nSe [saken](https://example.org)",
      do: "save",
      ...more,
    });

  test("is heard as an answer with what the person saw, and leads back to the desk", async () => {
    const page = await post(under("desk", "desk"), answer());
    expect([page.status, page.headers.location]).toEqual([303, under("desk", "desk?saved=1#saved")]);
    expect(acts()).toMatchObject([
      {
        from: { channel: "web", account: "kari" },
        source: "web:abc-1",
        reply: {
          kind: "answer",
          said: [
            {
              item: "1",
              seen: 0,
              status: "green",
              comment: "- Målerne står\nSe [saken](https://example.org)",
              progress: null,
            },
          ],
        },
      },
    ]);
    expect((await get(under("desk", "desk?saved=1"))).text).toContain("Svaret er lagret.");
  });

  test("sent twice is one thing said; sent again with other words it is an edit of it", async () => {
    await post(under("desk", "desk"), answer());
    await post(under("desk", "desk"), answer());
    await post(under("desk", "desk"), answer({ "comment.1": "Ombestemt" }));
    const [first, second, third] = acts().map(({ source, version }) => ({ source, version }));
    expect(second).toEqual(first);
    expect(third?.source).toBe(first?.source);
    expect(third?.version).not.toBe(first?.version);
  });

  test("says nothing about items that nobody touched", async () => {
    const { text } = await get(under("desk", "form?item=1&item=3"));
    const was = new Map(
      [...text.matchAll(/name="was\.(\d)"\s+value="([^"]+)"/g)].map(([, id = "", value = ""]) => [id, value]),
    );
    await post(under("desk", "desk"), [
      ["submission", "s"],
      ["item", "1"],
      ["item", "3"],
      ["seen.1", "0"],
      ["seen.3", "1"],
      ["was.1", was.get("1") ?? ""],
      ["was.3", was.get("3") ?? ""],
      ["status.1", "red"],
      ["comment.1", ""],
      ["status.3", "green"],
      ["comment.3", "Alle målerne står\r\nTallene ligger åpent"],
    ]);
    expect(acts()).toHaveLength(1);
    expect(acts()[0]?.reply).toMatchObject({ kind: "answer", said: [{ item: "1" }] });
  });

  test.each([
    ["without a status", { "status.1": "" }, "Velg en status"],
    ["with a comment of 3,001 letters", { "comment.1": "x".repeat(3001) }, "for lang"],
    [
      "with a word where a number belongs",
      { item: "2", "status.2": "green", "comment.2": "Noen", "progress.2": "ca. fire" },
      "Skriv et tall",
    ],
  ])(
    "%s comes back with its text, and nothing is said",
    async (_what, more: Record<string, string>, said) => {
      const page = await post(under("desk", "desk"), answer(more));
      expect(page.status).toBe(422);
      expect(page.text).toContain(said);
      expect(page.text).toMatch(/<title>Feil: /);
      const id = more["item"] ?? "1";
      const comment = more[`comment.${id}`] ?? "- Målerne står\nSe [saken]";
      expect(page.text).toContain(comment);
      expect(page.text).toContain(more["progress.2"] ?? "");
      expect(acts()).toEqual([]);
    },
  );

  test("left empty is told so", async () => {
    const page = await post(under("desk", "desk"), {
      submission: "s",
      item: "1",
      "seen.1": "0",
      "comment.1": "",
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Velg status for minst ett tiltak.");
  });

  test("somebody else's answer is shown before it is overwritten", async () => {
    const theirs = answered(0, {
      revision: 4,
      answer: { status: "red", comment: "Stanset", progress: null, late: false, by: "Per Lund", mine: false },
    });
    web.next = {
      kind: "form",
      desk: deskOf([theirs]),
      filled: [{ item: "1", status: "green", comment: "Ferdig" }],
      wrong: [{ item: "1", why: "changed-meanwhile" }],
    };
    const page = await post(under("desk", "desk"), answer({ "comment.1": "Ferdig" }));
    expect(page.text).toContain("Per Lund svarte mens du skrev");
    expect(page.text).toContain("Stanset");
    expect(page.text).toMatch(/<textarea[^>]*>\s*Ferdig<\/textarea\s*>/);
    expect(page.text).toMatch(/name="seen\.1"\s+value="4"/);
  });

  test("that crossed somebody else's says so afterwards", async () => {
    web.next = { kind: "stored", desk: deskOf([answered(0)]), stored: ["1"], crossed: ["1"] };
    const page = await post(under("desk", "desk"), answer());
    expect(page.headers.location).toBe(under("desk", "desk?saved=1&crossed=1#saved"));
    expect((await get(under("desk", "desk?saved=1&crossed=1"))).text).toContain(
      "Noen andre svarte på 1.1 samtidig",
    );
  });

  test("that could not be stored keeps the text and can be sent again as the same thing", async () => {
    for (const trouble of [new Error("database gone"), { kind: "refused", why: "not-stored" } as const]) {
      web.next = trouble;
      const page = await post(under("desk", "desk"), answer());
      expect(page.status).toBe(503);
      expect(page.text).toContain("Se [saken](https://example.org)");
      expect(page.text).toMatch(/name="submission"\s+value="abc-1"/);
      expect(page.text).not.toContain("database gone");
    }
    expect(web.failures).toMatchObject([{ message: "database gone" }]);
  });

  test("for somebody else's item is refused in words, with the text kept", async () => {
    web.next = { kind: "refused", why: "not-yours" };
    const page = await post(under("desk", "desk"), answer());
    expect(page.status).toBe(403);
    expect(page.text).toContain("ikke satt opp på deg");
    expect(page.text).toContain("Se [saken](https://example.org)");
  });

  test("fills in the last text on request, after what was already written, and saves nothing", async () => {
    const page = await post(under("desk", "desk"), answer({ "comment.1": "Nytt", do: "last.1" }));
    expect(page.text).toMatch(/<textarea[^>]*>\s*Nytt\nAnbudet er lyst ut\nSe \[saken\]/);
    expect(acts()).toEqual([]);
  });

  test("same as last time is one press, and keeps what was typed for the others", async () => {
    const page = await post(under("desk", "desk"), [
      ...answer({ do: "same.1" }),
      ["item", "2"],
      ["seen.2", "0"],
      ["status.2", "red"],
      ["comment.2", "Halvskrevet"],
    ]);
    expect(acts().map((heard) => heard.reply)).toEqual([
      { kind: "same-as-last", items: [{ item: "1", seen: 0 }] },
    ]);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Svaret er lagret.");
    expect(page.text).toMatch(/<textarea[^>]*>\s*Halvskrevet<\/textarea\s*>/);
    expect(page.text).not.toContain('name="comment.1"');
  });

  test("an answer is taken back on request", async () => {
    await post(under("desk", "desk"), { submission: "s", item: "3", "seen.3": "1", do: "withdraw.3" });
    expect(acts().map((heard) => heard.reply)).toEqual([
      { kind: "withdraw", items: [{ item: "3", seen: 1 }] },
    ]);
    expect((await get(under("desk", "desk?withdrawn=1"))).text).toContain("Svaret er trukket.");
  });

  test("NUL, lone surrogates and strange names do no harm", async () => {
    const body =
      "submission=s&item=1&item=__proto__&seen.1=-4&status.1=green&comment.1=a%00b%ED%A0%80c&seen.__proto__=1";
    const page = await ask(
      "POST",
      under("desk", "desk"),
      { "content-type": "application/x-www-form-urlencoded" },
      body,
    );
    expect(page.status).toBe(303);
    expect(acts()[0]?.reply).toMatchObject({ said: [{ item: "1", seen: 0, comment: "abc" }] });
  });

  test("of more than 1 MB is answered in words", async () => {
    const page = await post(under("desk", "desk"), answer({ "comment.1": "x".repeat(1_100_000) }));
    expect(page.status).toBe(413);
    expect(page.text).toContain("Skjemaet er for stort");
    expect(web.heard).toEqual([]);
  });

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["another site, as newer browsers say it", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["another port of this machine", { origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" }],
  ])("from %s is refused", async (_what, headers: Record<string, string>) => {
    expect((await post(under("desk", "desk"), answer(), headers)).status).toBe(403);
    expect(web.heard).toEqual([]);
  });

  test("of our own is taken although our pages send no referrer", async () => {
    expect(
      (await post(under("desk", "desk"), answer(), { origin: "null", "sec-fetch-site": "same-origin" }))
        .status,
    ).toBe(303);
  });
});

describe("a coordinator's command", () => {
  test("is shown with names and numbers first, and done when confirmed", async () => {
    const shown = await post(under("progress", "command"), { submission: "c", verb: "open", round: "7" });
    expect(acts().at(-1)?.reply).toEqual({
      kind: "command",
      command: { verb: "open", round: "7" },
      confirmed: false,
    });
    expect(shown.text).toMatch(/Ola Sund[\s\S]*3 tiltak/);
    expect(shown.text).toContain("mangler svar fra Eiendom");
    const done = await post(under("progress", "command"), {
      submission: "d",
      verb: "publish",
      round: "7",
      confirmed: "yes",
      preface: "Bra jobbet\r\n\r\nVi fortsetter",
    });
    expect(acts().at(-1)?.reply).toEqual({
      kind: "command",
      command: { verb: "publish", round: "7", preface: ["Bra jobbet", "Vi fortsetter"] },
      confirmed: true,
    });
    expect([done.status, done.headers.location]).toEqual([303, under("progress", "progress/7?done=publish")]);
    expect((await get(under("progress", "progress/7?done=publish"))).text).toContain(
      "Rapporten er publisert.",
    );
  });

  const told: readonly [Command, Record<string, string> | [string, string][]][] = [
    [{ verb: "open", round: "7" }, {}],
    [{ verb: "trial", round: "7", person: "ola" }, { person: "ola" }],
    [{ verb: "remind", round: "7", whom: { of: "all" }, insist: false }, {}],
    [
      { verb: "remind", round: "7", whom: { of: "heading", heading: "2/1" }, insist: true },
      { whom: "heading:2/1", insist: "yes" },
    ],
    [
      { verb: "extend", round: "7", whom: { of: "unit", unit: "eiendom" }, deadline: "2026-12-18" },
      { whom: "unit:eiendom", deadline: "2026-12-18" },
    ],
    [
      {
        verb: "assign",
        round: "7",
        what: { of: "measure", measure: "luft/åpen-1" },
        people: ["ola", "li"],
        lasting: true,
      },
      [
        ["what", "measure:luft/åpen-1"],
        ["people", "ola"],
        ["people", ""],
        ["people", "li"],
        ["people", "ola"],
        ["lasting", "yes"],
      ],
    ],
    [
      {
        verb: "answer-for",
        round: "7",
        item: "3",
        seen: 2,
        status: "green",
        comment: "Ferdig",
        progress: 4.5,
        from: "e-post fra skolen",
      },
      {
        item: "3",
        seen: "2",
        status: "green",
        comment: "Ferdig ",
        progress: "4,5",
        from: "e-post fra skolen",
      },
    ],
    [
      { verb: "drop", round: "7", items: ["3", "4"], because: "sak 112/26" },
      [
        ["item", "3"],
        ["item", "4"],
        ["because", "sak 112/26"],
      ],
    ],
    [{ verb: "restore", round: "7", items: ["3"] }, { item: "3" }],
    [{ verb: "keep", round: "7", item: "3" }, { item: "3" }],
    [
      { verb: "decide", round: "7", measure: "luft-1", status: "orange", comment: "Samlet", seen: "77" },
      { measure: "luft-1", status: "orange", comment: "Samlet", seen: "77" },
    ],
    [
      { verb: "decide", round: "7", measure: "luft-1", status: null, comment: null, seen: null },
      { measure: "luft-1" },
    ],
    [
      { verb: "edit", round: "7", item: "3", comment: "Ny\ntekst", seen: "Gammel" },
      { item: "3", comment: "Ny\r\ntekst", seen: "Gammel" },
    ],
    [
      { verb: "send-back", round: "7", item: "3", question: "Hvor mange?", due: "2026-12-09" },
      { item: "3", question: "Hvor mange?", due: "2026-12-09" },
    ],
    [
      { verb: "send-back", round: "7", item: "3", question: "", due: null },
      { item: "3", due: "i morgen" },
    ],
    [
      { verb: "approve", round: "7", heading: "2/1", approved: true },
      { heading: "2/1", approved: "yes" },
    ],
    [
      { verb: "approve", round: "7", heading: "2", approved: false },
      { heading: "2", approved: "no" },
    ],
    [{ verb: "ask-readers", round: "7" }, {}],
    [{ verb: "close", round: "7" }, {}],
    [{ verb: "publish", round: "7", preface: ["En", "To"] }, { preface: "En\r\n\r\n To " }],
    [{ verb: "correct", round: "7", why: "Feil tall", preface: [] }, { why: "Feil tall" }],
    [{ verb: "withdraw-links", round: "7" }, {}],
    [{ verb: "cancel", round: "7", because: "Slått sammen" }, { because: "Slått sammen" }],
  ];

  test.each(told)(
    "%o is read from its form, and what is confirmed is what was shown",
    async (command, given) => {
      const fields = Array.isArray(given) ? given : Object.entries(given);
      const said: [string, string][] = [
        ["submission", "s"],
        ["verb", command.verb],
        ["round", "7"],
        ...fields,
      ];
      const page = await post(under("progress", "command"), said);
      expect(acts().at(-1)?.reply).toEqual({ kind: "command", command, confirmed: false });
      if (page.status === 303) return;
      const form =
        /<form method="post" action="command"[^>]*>((?:(?!<\/form)[\s\S])*name="confirmed"[\s\S]*?)<\/form/.exec(
          page.text,
        )?.[1] ?? "";
      const hidden = [...form.matchAll(/name="([^"]+)"\s+value="([^"]*)"/g)].map(
        ([, name = "", value = ""]): [string, string] => [name, value],
      );
      const preface = "preface" in command ? command.preface.join("\n") : "";
      await post(under("progress", "command"), [...hidden, ["preface", preface]]);
      expect(acts().at(-1)?.reply).toEqual({ kind: "command", command, confirmed: true });
    },
  );

  test.each([
    ["an extension without a day", { verb: "extend", deadline: "fredag" }],
    ["a deadline on a day there is not", { verb: "extend", deadline: "2026-13-45" }],
    ["a reminder to something that is neither", { verb: "remind", whom: "planet:mars" }],
    ["an answer without a status", { verb: "answer-for", item: "3", from: "e-post" }],
    ["a measure's key with a tag in it", { verb: "decide", measure: "<b>", status: "green" }],
    ["dropping nothing", { verb: "drop", because: "sak 1" }],
    ["a change of owner of nothing", { verb: "assign", people: "ola" }],
  ])("%s is heard by nobody", async (_what, fields: Record<string, string>) => {
    expect((await post(under("progress", "command"), { round: "7", ...fields })).status).toBe(404);
    expect(web.heard).toEqual([]);
  });

  test("with a text that is far too long arrives as one that can be refused, not as all of it", async () => {
    await post(under("progress", "command"), {
      verb: "send-back",
      round: "7",
      item: "3",
      question: "x".repeat(100_000),
    });
    const { reply } = acts()[0] ?? {};
    if (reply?.kind !== "command" || reply.command.verb !== "send-back") throw new Error("not heard");
    expect(reply.command.question.length).toBeGreaterThan(3000);
    expect(reply.command.question.length).toBeLessThan(20_000);
  });

  test("says who is left out and who cannot be reached before anything is sent, and lets one insist", async () => {
    const { text } = await post(under("progress", "command"), { verb: "remind", round: "7" });
    expect(text).toMatch(/Åse Vik<\/bdi\s*> har fått melding i dag/);
    expect(text).toMatch(/Li Bakke<\/bdi\s*>: e-postadressen mangler/);
    await post(under("progress", "command"), { verb: "remind", round: "7", insist: "yes" });
    expect(acts().map((heard) => heard.reply)).toMatchObject([
      { command: { insist: false }, confirmed: false },
      { command: { insist: true }, confirmed: false },
    ]);
    const insisted = await post(under("progress", "command"), { verb: "remind", round: "7", insist: "yes" });
    expect(insisted.text).not.toContain("Ta med dem som har fått melding i dag");
  });

  test("that sends says to whom, who cannot be reached and when it goes out", async () => {
    const to = Array.from({ length: 14 }, (_, nth) => `Person ${nth + 1}`);
    web.next = {
      kind: "done",
      verb: "remind",
      round: roundName,
      already: false,
      sent: {
        to,
        unreachable: [
          { name: "Li Bakke", why: "web: no-email" },
          { name: "Per Lund", why: "slack: blocked" },
        ],
        leftOut: [{ name: "Åse Vik", why: "away" }],
        at: new Date("2026-12-09T07:00:00Z"),
      },
    };
    const page = await post(under("progress", "command"), { verb: "remind", round: "7", confirmed: "yes" });
    expect(page.status).toBe(200);
    for (const said of [
      "Sendt til 14 personer: Person 1, Person 2",
      "og 2 til",
      "2 personer kan ikke nås:",
      "har slått av meldinger fra boten",
      "er borte",
      "Meldingene går ut onsdag 9. desember kl. 08.00.",
    ])
      expect(page.text).toContain(said);
  });

  test("given from a row of the review leads back to that row, which says what was done", async () => {
    const page = await post(under("progress", "command"), {
      verb: "edit",
      round: "7",
      item: "kunnskap-3-personal",
      comment: "Kortere",
      seen: "Lengre",
      to: "review",
      at: "row-kunnskap-3",
    });
    const back = under("progress", "review/7?at=row-kunnskap-3&done=edit#saved");
    expect([page.status, page.headers.location]).toEqual([303, back]);
    const { text } = await get(back);
    expect(text).toMatch(
      /id="row-kunnskap-3">\s*<div class="notice"[^>]*>\s*<p>\s*<strong>Kommentaren er endret/,
    );
    expect(text.match(/id="saved"/g)).toHaveLength(1);
  });

  test("asked to lead anywhere else leads to the progress", async () => {
    const page = await post(under("progress", "command"), {
      verb: "close",
      round: "7",
      confirmed: "yes",
      to: "//evil.example",
      at: "https://evil.example",
    });
    expect(page.headers.location).toBe(under("progress", "progress/7?done=close"));
  });

  test("to publish shows what leadership gets, with the lines that were typed, and asking for that publishes nothing", async () => {
    const page = await post(under("progress", "command"), {
      verb: "publish",
      round: "7",
      preface: "Bra <b>jobbet</b>",
      confirmed: "yes",
      preview: "yes",
    });
    expect(acts().every(({ reply }) => reply.kind === "command" && !reply.confirmed)).toBe(true);
    const [, preview = ""] = page.text.split("Dette får ledelsen");
    expect(preview).toMatch(/Status for Handlingsplan[\s\S]*Bra &lt;b&gt;jobbet&lt;\/b&gt;[\s\S]*Ikke svart/);
    expect(preview).toContain('href="report/7?draft"');
  });

  test("that is none is not guessed", async () => {
    expect((await post(under("progress", "command"), { verb: "delete", round: "7" })).status).toBe(404);
    expect(web.heard).toEqual([]);
  });

  test("sees who is missing, who cannot be reached and why", async () => {
    const { text } = await get(under("progress", "progress/7"));
    for (const said of [
      "14 av 23 besvart",
      "Ola Sund",
      "2 av 9",
      "Kan ikke nås: e-postadressen mangler.",
      "Per Lund og Åse Vik",
    ])
      expect(text).toContain(said);
  });
});

describe("what an owner does beside answering", () => {
  const noted = async (path: string, fields: Record<string, string> | [string, string][]) => {
    const page = await post(under("desk", path), fields);
    expect(page.status).toBe(303);
    return (await get(String(page.headers.location))).text;
  };

  test("handing over goes to a person chosen by name, and the desk says who was asked", async () => {
    const { text } = await get(under("desk", "hand-over?item=1"));
    expect(text).toMatch(/type="radio"\s+name="to"\s+value="ola"/);
    const told = await noted("hand-over", [
      ["submission", "h"],
      ["item", "1"],
      ["item", "2"],
      ["to", "ola"],
      ["reason", "Ikke vårt bygg"],
    ]);
    expect(acts().map(({ reply }) => reply)).toEqual([
      { kind: "hand-over", items: ["1", "2"], to: "ola", reason: "Ikke vårt bygg" },
    ]);
    expect(told).toContain("Ola Sund er spurt om å ta over 2 tiltak.");
  });

  test("handing over to nobody comes back with the reason kept, and nothing is said", async () => {
    const page = await post(under("desk", "hand-over"), { item: "1", reason: "Ikke vårt bygg" });
    expect(page.status).toBe(422);
    expect(page.text).toMatch(/Velg en person\.[\s\S]*Ikke vårt bygg/);
    expect(acts()).toEqual([]);
  });

  test("a name is found among eighty without JavaScript", async () => {
    web.people = directory;
    const all = await get(under("desk", "hand-over?item=1"));
    expect(all.text.match(/name="to"/g)).toHaveLength(30);
    expect(all.text).toContain("50 til er ikke vist. Søk etter navnet.");
    const some = await get(under("desk", "hand-over?item=1&find=NORDVIK 41"));
    expect(some.text.match(/name="to"/g)).toHaveLength(1);
    expect((await get(under("desk", "hand-over?item=1&find=%3Cb%3E"))).text).toContain(
      "Ingen med dette navnet",
    );
  });

  test.each([
    [
      "accepts what was offered",
      "take-over",
      { offer: "9", accepted: "yes" },
      { kind: "take-over", offers: ["9"], accepted: true },
      "Du har tatt over ett tiltak fra Ola Sund.",
    ],
    [
      "declines it",
      "take-over",
      { offer: "9", accepted: "no" },
      { kind: "take-over", offers: ["9"], accepted: false },
      "Ola Sund har fortsatt ansvaret.",
    ],
    [
      "is away",
      "away",
      { until: "2026-12-18" },
      { kind: "away", until: "2026-12-18" },
      "Du er borte til og med 18. desember 2026.",
    ],
    ["is back", "away", { do: "back", until: "" }, { kind: "away", until: null }, "Velkommen tilbake."],
    [
      "proposes to drop",
      "propose-drop",
      { item: "1", reason: "Solgt" },
      { kind: "propose-drop", item: "1", reason: "Solgt" },
      "Forslaget er sendt",
    ],
    [
      "asks a colleague",
      "ask-colleague",
      { item: "1", to: "ola", question: "Hvor mange?" },
      { kind: "ask-colleague", item: "1", to: "ola", question: "Hvor mange?" },
      "Ola Sund er spurt om en tekst.",
    ],
    [
      "gives a text",
      "give-text",
      { request: "31", text: "Fire kurs" },
      { kind: "give-text", request: "31", text: "Fire kurs" },
      "Teksten er sendt til Ola Sund.",
    ],
  ])("somebody %s", async (_who, path, fields: Record<string, string>, reply, said) => {
    expect(await noted(path, { submission: "s", ...fields })).toContain(said);
    expect(acts().map((heard) => heard.reply)).toEqual([reply]);
  });

  test.each([
    ["take-over", { offer: "9" }],
    ["take-over", { accepted: "yes" }],
    ["away", { until: "fredag" }],
    ["propose-drop", { item: "1", reason: " " }],
    ["ask-colleague", { item: "1", to: "ola", question: "" }],
    ["give-text", { request: "31", text: "" }],
  ])(
    "%s without what it needs is told so, and nothing is said: %o",
    async (path, fields: Record<string, string>) => {
      expect((await post(under("desk", path), fields)).status).toBe(422);
      expect(acts()).toEqual([]);
    },
  );

  test("what a colleague was asked in the chat is thanked for there", async () => {
    const page = await post(under("chat", "give-text"), { back: "chat", request: "31", text: "Fire kurs" });
    expect(page.headers.location).toBe(under("chat", "chat#newest"));
    expect(web.inbox.kept.at(-1)?.html).toContain("Teksten er sendt til Ola Sund.");
  });

  test("a question, a deadline of one's own and an offer are on the desk and in the form", async () => {
    const more = {
      question: "Hvor mange skoler?",
      ownDeadline: new Date("2026-12-16T11:00:00Z"),
      offeredTo: "Per Lund",
    };
    const offer = { id: "9", item: item(3), by: "Ola Sund", reason: "Overtatt bygg" };
    web.desk = deskOf([answered(0, more)], { offers: [offer] });
    const [desk, form] = await Promise.all([get(under("desk", "desk")), get(under("desk", "form"))]);
    for (const { text } of [desk, form])
      for (const said of [
        "Hvor mange skoler?",
        "Egen frist: onsdag 16. desember kl. 12.00",
        "Tilbudt Per Lund.",
      ])
        expect(text).toContain(said);
    expect(desk.text).toMatch(/Kan du ta over\?[\s\S]*Overtatt bygg[\s\S]*name="offer"\s+value="9"/);
    expect(desk.text).toContain("0 av 1 besvart");
  });

  test("a reader's own link opens what they were asked to read, and takes their word for it", async () => {
    const { text } = await get(under("progress", "report/7?draft&read"));
    expect(text).toMatch(/<form method="post" action="\.\.\/read"/);
    const page = await post(under("report", "read"), { submission: "r", round: "7" });
    expect(page.headers.location).toBe(under("report", "report/7?thanks"));
    expect(acts().map(({ reply }) => reply)).toEqual([{ kind: "read", round: "7" }]);
  });
});

describe("a plan of 200 measures and 60 owners", () => {
  beforeEach(() => {
    web.review = reviewOf(largeReport(), { state: "open", people: directory });
    web.progress = largeProgress();
  });

  test("shows who is missing 25 at a time, most first, and everybody in the end", async () => {
    const pages = await Promise.all([1, 2, 3].map((nth) => get(under("progress", `progress/7?page=${nth}`))));
    const missing = web.progress.people.filter((person) => person.missing.length > 0);
    expect(missing.length).toBeGreaterThan(25);
    const named = pages.map(({ text }) =>
      missing.filter(({ name }) => text.includes(`<th scope="row"><bdi>${name}</bdi>`)),
    );
    expect(named[0]).toHaveLength(25);
    expect(new Set(named.flat()).size).toBe(missing.length);
    for (const { text } of pages) expect(text.length).toBeLessThan(120_000);
  });

  test("is read through some headings at a time; every row and every flag has its place", async () => {
    const first = await get(under("progress", "review/7"));
    const parts = [...first.text.matchAll(/href="\.\.\/review\/7\?part=(\d+)"/g)].map(([, nth]) => nth);
    const pages = await Promise.all(
      [...new Set(parts)].map((nth) => get(under("progress", `review/7?part=${nth}`))),
    );
    const rows = pages.flatMap(({ text }) => [...text.matchAll(/id="row-([^"]+)"/g)].map(([, key]) => key));
    expect(rows).toHaveLength(200);
    expect(new Set(rows).size).toBe(200);
    for (const { text } of pages) expect(text.length).toBeLessThan(250_000);
    for (const [, part = "", row = ""] of first.text.matchAll(/review\/7\?part=(\d+)#row-([\w-]+)"/g))
      expect(pages[Number(part) - 1]?.text, `${part} ${row}`).toContain(`id="row-${row}"`);
  });

  test("opens where a message leads, wherever the row stands", async () => {
    expect((await get(under("progress", "review/7?at=row-tiltak-187"))).text).toContain(
      'id="row-tiltak-187"',
    );
    expect((await get(under("progress", "review/7?at=part-9"))).text).toContain('id="part-9"');
    expect((await get(under("progress", "review/7?at=row-no-such-row"))).status).toBe(200);
  });
});

describe("the report", () => {
  test("can be taken along in every format", async () => {
    for (const [extension, type] of [
      ["csv", "text/csv"],
      ["md", "text/markdown"],
      ["html", "text/html"],
      ["json", "application/json"],
    ]) {
      const file = await get(under("report", `report/7.${extension}`));
      expect(file.headers["content-type"]).toContain(type);
      expect(file.headers["content-disposition"]).toMatch(
        new RegExp(`^attachment; filename="?.+\\.${extension}"?$`),
      );
    }
  });
});

describe("the chat", () => {
  test("keeps what was typed beside the answer to it", async () => {
    expect(
      (await post(under("chat", "chat"), { submission: "t", text: "1.1 <b>kanskje</b>" })).headers.location,
    ).toBe(under("chat", "chat#newest"));
    const { text } = await get(under("chat", "chat"));
    expect(text).toContain("1.1 &lt;b&gt;kanskje&lt;/b&gt;");
    expect(text).toContain("Hvilken status mener du?");
  });

  test("opens the form with the typed text and the status that was chosen, and saves nothing", async () => {
    const page = await post(under("chat", "form"), {
      submission: "f",
      back: "chat",
      item: "1",
      "seen.1": "0",
      "comment.1": "kanskje",
      "status.1": "orange",
    });
    expect(page.text).toMatch(/value="orange"\s+checked/);
    expect(page.text).toMatch(/<textarea[^>]*>\s*kanskje<\/textarea\s*>/);
    expect(acts()).toEqual([]);
  });

  test("gets the thanks for a form that was opened from it", async () => {
    const page = await post(under("chat", "desk"), {
      submission: "g",
      back: "chat",
      item: "1",
      "seen.1": "0",
      "status.1": "green",
    });
    expect(page.headers.location).toBe(under("chat", "chat#newest"));
    expect(web.inbox.kept.at(-1)?.html).toContain("Svaret er lagret.");
  });
});

describe("the language", () => {
  test("is the person's own choice and holds at once", async () => {
    expect((await post(under("desk", "language"), { submission: "l", language: "nn" })).status).toBe(303);
    expect((await get(under("desk", "language?saved"))).text).toMatch(
      /<html lang="nn">[\s\S]*Språket er endra/,
    );
    expect((await post(under("desk", "language"), { language: "xx" })).status).toBe(404);
  });
});

describe("the local door", () => {
  test("lists people and lets whoever sits here in as one of them", async () => {
    expect((await get("/")).text).toMatch(/Velg hvem du er[\s\S]*Ola Sund[\s\S]*koordinator/);
    const page = await post("/door", { person: "ola" });
    expect([page.status, page.headers.location]).toEqual([303, under("chat")]);
    expect((await post("/door", { person: "nobody" })).status).toBe(404);
  });

  test.each([
    ["a name that somebody pointed here", { host: "evil.example" }],
    ["a proxy", { "x-forwarded-for": "10.0.0.7" }],
    ["a proxy of the newer kind", { forwarded: "for=10.0.0.7" }],
  ])("is closed to %s, and so is every chat", async (_what, headers: Record<string, string>) => {
    const page = await get("/", headers);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/Kari|Ola|Furuvik|Velg hvem/);
    expect((await post("/door", { person: "ola" }, headers)).status).toBe(404);
    expect((await get(under("chat", "desk"), headers)).status).toBe(404);
    expect((await get(under("desk", "desk"), headers)).status).toBe(200);
  });

  test("does not exist where it was not asked for", async () => {
    await web.close();
    web = await playWeb({ door: false });
    expect((await get("/")).text).toContain("Åpne siden med lenken du har fått");
    expect((await get("/")).text).not.toMatch(/Kari|Furuvik/);
    expect((await post("/door", { person: "ola" })).status).toBe(404);
    expect((await get(under("chat", "chat"))).status).toBe(404);
  });
});

describe("an open page", () => {
  test("hears that something changed, never what, and ends when the server stops", async () => {
    const response = await fetch(new URL(under("desk", "live"), web.url));
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    const until = async (wanted: RegExp): Promise<void> => {
      while (!wanted.test(heard)) heard += (await reader?.read())?.value ?? "";
    };
    await until(/retry/);
    for (let times = 0; times < 20; times += 1) web.changed();
    await until(/event: changed\ndata: 1\n\n/);
    expect(heard.match(/changed/g)).toHaveLength(1);
    const began = performance.now();
    await web.close();
    expect((await reader?.read())?.done).toBe(true);
    expect(performance.now() - began).toBeLessThan(4000);
    web = await playWeb();
  });

  test("of nobody hears nothing", async () => {
    expect((await get("/w/unknown-token-00001/live")).status).toBe(404);
  });
});

describe("the server", () => {
  test("says whether it is well", async () => {
    const page = await get("/healthz");
    expect([page.status, JSON.parse(page.text)]).toEqual([200, { ok: true }]);
  });

  test("tells which port is taken and what to do", async () => {
    const { listen, createHttp } = await import("../../src/http.ts");
    const { default: express } = await import("express");
    const app = createHttp({ pages: express.Router(), healthy: () => Promise.reject(new Error("gone")) });
    const port = Number(new URL(web.url).port);
    await expect(listen(app, "127.0.0.1", port)).rejects.toThrow(`port ${port} is in use: set PORT`);
    const other = await listen(app, "127.0.0.1", 0);
    expect((await fetch(`${other.url}/healthz`)).status).toBe(503);
    await other.close();
  });

  test("does not wait for connections that browsers keep open", async () => {
    expect((await fetch(web.url)).status).toBe(200);
    const began = performance.now();
    await web.close();
    expect(performance.now() - began).toBeLessThan(2000);
    web = await playWeb();
  });
});

import { request as send, type IncomingHttpHeaders } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answered, deskOf, item } from "../support/desks.ts";
import { playWeb, tokens, type PlayedWeb } from "../support/played-web.ts";

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
const acts = () => web.heard.filter((heard) => heard.reply.kind !== "show");

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
  ],
  desk: ["desk", "form", "form?item=1", "help", "language"],
  progress: ["rounds", "progress/7", "report/7", "report/7?draft", "report/7.html", "help", "language"],
  report: ["report/7", "report/7.json", "report/7.md"],
} as const;

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

  test("of more than 256 kB is answered in words", async () => {
    const page = await post(under("desk", "desk"), answer({ "comment.1": "x".repeat(300_000) }));
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

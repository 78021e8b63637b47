import type { Inbox } from "../../src/channels/web/channel.ts";
import { webPages } from "../../src/channels/web/pages.ts";
import type { Opened, WebDeps } from "../../src/channels/web/web-deps.ts";
import type { Hear } from "../../src/conversation/channel.ts";
import type { Verb } from "../../src/conversation/commands.ts";
import type { Desk, ItemView } from "../../src/conversation/desk.ts";
import type { Noted, Progress, Review, View } from "../../src/conversation/messages.ts";
import type { Heard, Reply, Said, Shown } from "../../src/conversation/replies.ts";
import { reportHtml } from "../../src/documents/write/html.ts";
import { reportStyle } from "../../src/documents/write/html-style.ts";
import { formats } from "../../src/documents/write.ts";
import { createHttp, listen, type Listening } from "../../src/http.ts";
import type { Language } from "../../src/round/plan.ts";
import { sampleReport } from "../documents/sample-report.ts";
import { deskWith, progress, roundName } from "./desks.ts";
import { reviewOf, staff } from "./reviews.ts";

/** The web pages over real HTTP, with everything behind them played: what was heard is kept, and answers are remembered. */

export const tokens = {
  chat: "chat-token-0000000001",
  desk: "desk-token-0000000001",
  progress: "prog-token-0000000001",
  report: "repo-token-0000000001",
} as const satisfies Record<Opened["opens"], string>;

export class PlayedInbox implements Inbox {
  readonly kept: {
    id: string;
    account: string;
    notice: string | null;
    html: string;
    at: Date;
    mine: boolean;
  }[] = [];
  put(account: string, notice: string, html: string, now: Date): Promise<string> {
    const there = this.kept.find((one) => one.account === account && one.notice === notice);
    return Promise.resolve(there ? there.id : this.#add(account, notice, html, now, false));
  }
  replace(message: string, html: string): Promise<void> {
    for (const one of this.kept) if (one.id === message) one.html = html;
    return Promise.resolve();
  }
  find(account: string, notice: string): Promise<string | null> {
    return Promise.resolve(
      this.kept.find((one) => one.account === account && one.notice === notice)?.id ?? null,
    );
  }
  list(account: string): Promise<{ id: string; html: string; at: Date; mine: boolean }[]> {
    return Promise.resolve(this.kept.filter((one) => one.account === account));
  }
  say(account: string, html: string, now: Date, mine: boolean): Promise<string> {
    return Promise.resolve(this.#add(account, null, html, now, mine));
  }
  #add(account: string, notice: string | null, html: string, at: Date, mine: boolean): string {
    const id = String(this.kept.length + 1);
    this.kept.push({ id, account, notice, html, at, mine });
    return id;
  }
}

export interface PlayedWeb {
  readonly url: string;
  readonly heard: Heard[];
  readonly inbox: PlayedInbox;
  readonly failures: unknown[];
  /** What the next reply gets instead of what would be played; an error is thrown. */
  next: View | Error | null;
  desk: Desk;
  progress: Progress;
  review: Review;
  people: Review["people"];
  language: Language;
  changed(): void;
  close(): Promise<void>;
}

const now = new Date("2026-12-08T09:00:00Z");

export async function playWeb(more: { door?: boolean; desk?: Desk } = {}): Promise<PlayedWeb> {
  const watchers = new Set<() => void>();
  let ids = 0;
  let listening: Listening | null = null;
  const failures: unknown[] = [];
  const web: PlayedWeb = {
    url: "",
    heard: [],
    inbox: new PlayedInbox(),
    failures,
    next: null,
    desk: more.desk ?? deskWith(5),
    progress,
    review: reviewOf(),
    people: staff,
    language: "nb",
    changed: () => watchers.forEach((tell) => tell()),
    close: async () => listening?.close(),
  };
  const hear: Hear = (heard) => {
    web.heard.push(heard);
    const { next } = web;
    if (next && heard.reply.kind !== "show") {
      web.next = null;
      if (next instanceof Error) return Promise.reject(next);
      return Promise.resolve({ view: next, language: web.language });
    }
    return Promise.resolve({ view: answer(web, heard.reply), language: web.language });
  };
  const deps: WebDeps = {
    hear,
    inbox: web.inbox,
    open: (token) => Promise.resolve(opened(web, token)),
    mint: () => Promise.resolve(tokens.chat),
    now: () => now,
    newId: () => `id-${(ids += 1)}`,
    subscribe: (tell) => {
      watchers.add(tell);
      return () => void watchers.delete(tell);
    },
    drawReport: {
      html: reportHtml,
      style: reportStyle,
      files: Object.entries(formats).map(([format, writer]) => ({ format, ...writer })),
    },
    door: more.door === false ? null : { people: () => Promise.resolve(people) },
    contacts: null,
    organisation: "Furuvik kommune",
    doorLanguage: "nb",
  };
  listening = await listen(
    createHttp({
      pages: webPages(deps),
      healthy: () => Promise.resolve(true),
      failed: (error) => failures.push(error),
    }),
    "127.0.0.1",
    0,
  );
  return Object.assign(web, { url: listening.url });
}

const people = [
  { id: "kari", name: "Kari Nordvik", roles: "Teknisk drift" },
  { id: "ola", name: "Ola Sund", roles: "coordinator" },
  { id: "ingrid", name: "Ingrid Lie", roles: "leadership" },
];

function opened(web: PlayedWeb, token: string): Opened | null {
  const opens = (Object.keys(tokens) as Opened["opens"][]).find((one) => tokens[one] === token);
  if (!opens) return null;
  const round = opens === "report" || opens === "progress" ? roundName.id : null;
  return { person: "kari", name: "Kari Nordvik", account: "kari", language: web.language, opens, round };
}

function answer(web: PlayedWeb, reply: Reply): View {
  switch (reply.kind) {
    case "show":
      return shown(web, reply.show);
    case "answer":
      return stored(web, reply.said);
    case "same-as-last":
      return stored(
        web,
        reply.items.map(({ item, seen }) => ({ item, seen, ...lastOf(web, item), progress: null })),
      );
    case "withdraw":
      return stored(
        web,
        reply.items.map((one) => ({ ...one, status: null, comment: "", progress: null })),
      );
    case "text":
      return {
        kind: "unclear",
        why: "which-status",
        desk: web.desk,
        filled: [{ item: "1", status: null, comment: reply.text }],
      };
    case "unsaid":
      return { kind: "desk", desk: web.desk };
    case "language":
      web.language = reply.language as Language;
      return { kind: "help", coordinates: true };
    case "hand-over":
      return reply.to === null
        ? choosing(web, "hand-over", reply.items)
        : noted(web, { is: "offered", to: nameOf(web, reply.to), count: reply.items.length });
    case "ask-colleague":
      return reply.to === null
        ? choosing(web, "ask-colleague", [reply.item])
        : noted(web, { is: "asked-colleague", to: nameOf(web, reply.to) });
    case "take-over":
      return noted(web, {
        is: reply.accepted ? "accepted" : "declined",
        from: "Ola Sund",
        count: reply.offers.length,
      });
    case "away":
      return noted(web, { is: "away", until: reply.until });
    case "propose-drop":
      return noted(web, { is: "proposed-drop" });
    case "give-text":
      return noted(web, { is: "text-given", to: "Ola Sund" });
    case "read":
      return noted(web, { is: "read" });
    case "command":
      if (reply.confirmed || !asksFirst.has(reply.command.verb))
        return { kind: "done", verb: reply.command.verb, round: roundName, already: false, sent: null };
      return {
        kind: "confirm",
        command: reply.command,
        round: roundName,
        what: {
          people: people.map(({ id, name }, nth) => ({ id, name, items: nth * 3 })),
          leftOut: [{ name: "Åse Vik", why: "heard-today" }],
          unreachable: [{ name: "Li Bakke", why: "web: no-email" }],
          blocked: [],
          warnings: [
            { is: "before-deadline" },
            { is: "unanswered", number: "1.2", short: "Bytte ut ti oljekjeler", units: ["Eiendom"] },
          ],
        },
      };
  }
}

/** What is done at once: nothing goes out that a preview would help with. */
const asksFirst = new Set<Verb>([
  "open",
  "trial",
  "remind",
  "extend",
  "assign",
  "drop",
  "send-back",
  "ask-readers",
  "close",
  "publish",
  "correct",
  "withdraw-links",
  "cancel",
]);

function noted({ desk }: PlayedWeb, what: Noted): View {
  return { kind: "noted", what, desk };
}

function nameOf(web: PlayedWeb, id: string): string {
  return web.people.find((person) => person.id === id)?.name ?? id;
}

function choosing(web: PlayedWeb, what: "hand-over" | "ask-colleague", items: readonly string[]): View {
  return { kind: "choose-person", what, desk: web.desk, items, people: web.people };
}

function lastOf(web: PlayedWeb, id: string): { status: string | null; comment: string } {
  return (
    web.desk.rounds.flatMap((round) => round.items).find((item) => item.id === id)?.previous ?? {
      status: null,
      comment: "",
    }
  );
}

function stored(web: PlayedWeb, said: readonly Said[]): View {
  const told = (item: ItemView): ItemView => {
    const one = said.find((other) => other.item === item.id);
    if (!one) return item;
    const by = { late: false, by: "Kari Nordvik", mine: true };
    return {
      ...item,
      revision: item.revision + 1,
      answer:
        one.status === null
          ? null
          : { status: one.status, comment: one.comment, progress: one.progress, ...by },
    };
  };
  web.desk = {
    ...web.desk,
    rounds: web.desk.rounds.map((round) => ({ ...round, items: round.items.map(told) })),
  };
  return { kind: "stored", desk: web.desk, stored: said.map((one) => one.item), crossed: [] };
}

function shown(web: PlayedWeb, show: Shown): View {
  switch (show.view) {
    case "desk":
      return { kind: "desk", desk: web.desk };
    case "form":
      return { kind: "form", desk: web.desk, filled: [], wrong: [] };
    case "rounds":
      return {
        kind: "rounds",
        rounds: [
          { round: roundName, state: "open", answered: 14, items: 23, coordinates: true, published: true },
        ],
      };
    case "progress":
      return { kind: "progress", round: roundName, progress: web.progress, report: web.review.report };
    case "review":
      return { kind: "review", review: web.review };
    case "report":
      return {
        kind: "report",
        round: roundName,
        report: sampleReport({ draft: show.draft }),
        sha256: show.draft ? null : "ab".repeat(32),
      };
    case "help":
      return { kind: "help", coordinates: true };
  }
}

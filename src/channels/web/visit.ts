import type { Request, Response } from "express";
import type { Refusal, View } from "../../conversation/messages.ts";
import type { Reply, Shown } from "../../conversation/replies.ts";
import { wordingFor, type Wording } from "../../conversation/wording.ts";
import type { Language } from "../../round/plan.ts";
import type { Drawing } from "./draw-item.ts";
import { html, type Markup } from "./markup.ts";
import { drawPage, rootFrom, type Here } from "./page.ts";
import { sourceOf } from "./read.ts";
import type { Opened, WebDeps } from "./web-deps.ts";
import { errorPage } from "./error-page.ts";

const reaches: Readonly<Record<Opened["opens"], readonly Here[]>> = {
  chat: ["chat", "desk", "form", "rounds", "progress", "review", "report", "language", "help"],
  desk: ["desk", "form", "language", "help"],
  progress: ["rounds", "progress", "review", "report", "language", "help"],
  report: ["report"],
};

/** One request of one person, with everything it takes to answer it. */
export class Visit {
  readonly deps: WebDeps;
  readonly opened: Opened;
  readonly request: Request;
  readonly response: Response;
  readonly fields: URLSearchParams;
  language: Language;

  constructor(deps: WebDeps, opened: Opened, request: Request, response: Response) {
    this.deps = deps;
    this.opened = opened;
    this.request = request;
    this.response = response;
    this.fields = new URLSearchParams(typeof request.body === "string" ? request.body : "");
    this.language = opened.language;
  }

  get words(): Wording {
    return wordingFor(this.language);
  }

  may(here: Here): boolean {
    return reaches[this.opened.opens].includes(here);
  }

  /** Two steps below the token for addresses that name a round, one for all others. */
  drawing(): Drawing {
    const back = this.fields.get("back") ?? this.request.query["back"];
    return {
      words: this.words,
      base: /^\/[^/]+\/./.test(this.request.path) ? "../" : "",
      inChat: back === "chat" && this.may("chat"),
      submission: () => this.deps.newId(),
      now: this.deps.now(),
    };
  }

  async hear(reply: Reply): Promise<View> {
    const { deps, opened, fields } = this;
    const source =
      this.request.method === "POST"
        ? sourceOf(fields, () => deps.newId())
        : { source: `web:${deps.newId()}`, version: "1" };
    const now = deps.now();
    const { view, language } = await deps.hear({
      from: { channel: "web", account: opened.account },
      reply,
      ...source,
      saidAt: now,
      receivedAt: now,
    });
    this.language = language;
    return view;
  }

  /** Asks only to be shown something, also while a form is being answered. */
  show(show: Shown): Promise<View> {
    return this.ask({ kind: "show", show });
  }

  /** Says something that asks and changes nothing: to be shown something, or whom something can be given to. */
  async ask(reply: Reply): Promise<View> {
    const { deps, opened } = this;
    const now = deps.now();
    const from = { channel: "web", account: opened.account };
    const said = { from, source: `web:${deps.newId()}`, version: "1", saidAt: now, receivedAt: now };
    const { view, language } = await deps.hear({ ...said, reply });
    this.language = language;
    return view;
  }

  send(
    here: Here | null,
    title: string,
    main: Markup,
    more: { status?: number; live?: boolean; report?: boolean; faulty?: boolean } = {},
  ): void {
    const { words, deps, opened } = this;
    const { base } = this.drawing();
    const frame = {
      words,
      organisation: deps.organisation,
      title,
      main,
      base,
      root: rootFrom(this.request),
      name: opened.name,
      here,
      reaches: reaches[opened.opens],
    };
    this.response
      .status(more.status ?? 200)
      .type("html")
      .send(
        drawPage({
          ...frame,
          live: more.live ?? false,
          report: more.report ?? false,
          faulty: more.faulty ?? false,
        }),
      );
  }

  /** Says why not, and keeps what was written. */
  refuse(why: Refusal, action: string): void {
    const { titles } = this.words.pages;
    const main = html`<h1>${titles.refused}</h1>
      <p>${this.words.refused[why]}</p>
      ${keptText(this, action, why === "not-stored")}`;
    this.send(null, titles.refused, main, { status: why === "not-stored" ? 503 : 403 });
  }

  /** What is out of the link's reach looks like what does not exist. */
  notFound(): void {
    errorPage(this.deps.doorLanguage, this.response, 404, "notFound", "notFound");
  }

  /** See other; `to` is under the token. Relative, like every address of ours. */
  redirect(to: string): void {
    const { originalUrl } = this.request;
    const isBare = !/^\/w\/[^/?]+\//.test(originalUrl);
    this.response.redirect(
      303,
      isBare ? `${originalUrl.replace(/^.*\/|\?.*$/g, "")}/${to}` : `${this.drawing().base}${to}`,
    );
  }
}

const texts = new Set(["text", "preface", "question", "reason", "because", "why", "from", "comment"]);
const isText = (name: string): boolean => texts.has(name) || name.startsWith("comment.");

/** Everything that was sent, as a form to send again: texts to be seen, the rest hidden. */
export function keptText(
  { fields, words }: Pick<Visit, "fields" | "words">,
  action: string,
  again: boolean,
): Markup | null {
  const kept = [...fields].filter(([name, value]) => isText(name) && value.trim() !== "");
  if (kept.length === 0) return null;
  const { errors } = words.pages;
  return html`<p><strong>${errors.kept}</strong></p>
    <form method="post" action="${action}">
      ${[...fields]
        .filter(([name]) => !isText(name))
        .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}${kept.map(
        ([name, value], nth) =>
          html`<div class="field">
            <label
              >${errors.yourText}${kept.length > 1 && ` ${nth + 1}`}<textarea
                name="${name}"
                rows="5"
                dir="auto"
              >
${value}</textarea>
            </label>
          </div>`,
      )}${again && html`<p class="actions"><button>${errors.again}</button></p>`}
    </form>`;
}

import { showOther } from "./answering.ts";
import { drawHelp } from "./draw-talk.ts";
import { html, type Markup } from "./markup.ts";
import type { Visit } from "./visit.ts";

export async function showHelp(visit: Visit): Promise<void> {
  const view = await visit.show({ view: "help" });
  if (view.kind !== "help") return showOther(visit, view);
  const title = visit.words.pages.titles.help;
  visit.send(
    "help",
    title,
    html`<h1>${title}</h1>
      ${drawHelp(view.coordinates, visit.drawing())}`,
  );
}

export function showLanguages(visit: Visit): void {
  const { words, request } = visit;
  const { titles, language } = words.pages;
  const button = ([key, name]: [string, string]): Markup =>
    html`<button
      name="language"
      value="${key}"
      lang="${key}"
      ${key === words.language && html` aria-current="true"`}
      class="${key === words.language ? "" : "second"}"
    >
      ${name}
    </button>`;
  const saved = request.query["saved"] !== undefined;
  const main = html`<h1>${titles.language}</h1>
    ${saved && html`<p class="notice" role="status" id="saved" tabindex="-1">${language.saved}</p>`}
    <p>${language.intro}</p>
    <form method="post" action="language">
      <input type="hidden" name="submission" value="${visit.deps.newId()}" />
      <p class="actions">${Object.entries(words.languages).map(button)}</p>
    </form>`;
  visit.send("language", titles.language, main);
}

export async function takeLanguage(visit: Visit): Promise<void> {
  const language = visit.fields.get("language") ?? "";
  if (!Object.hasOwn(visit.words.languages, language)) return visit.notFound();
  const view = await visit.hear({ kind: "language", language });
  if (view.kind === "refused") return showOther(visit, view);
  visit.redirect("language?saved");
}

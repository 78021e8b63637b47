import type { Wording } from "../../conversation/wording.ts";
import { html, type Markup } from "./markup.ts";

export type Here =
  | "chat"
  | "desk"
  | "form"
  | "rounds"
  | "progress"
  | "review"
  | "report"
  | "language"
  | "help";

/** What stands around the content of one page. */
export interface Frame {
  readonly words: Wording;
  readonly organisation: string;
  readonly title: string;
  readonly main: Markup;
  /** In front of addresses that are relative to the person's own pages. */
  readonly base: string;
  /** In front of what all pages share. */
  readonly root: string;
  readonly name: string | null;
  readonly here: Here | null;
  readonly reaches: readonly Here[];
  /** Redrawn by itself when something changes. */
  readonly live: boolean;
  /** Has the report's own style sheet. */
  readonly report?: boolean;
  readonly faulty?: boolean;
}

const inNavigation: readonly Here[] = ["chat", "desk", "rounds", "help", "language"];

/**
 * The way from the page that was asked for up to where all pages hang. Addresses are relative, so that the pages work
 * under whatever path a proxy puts them.
 */
export function rootFrom(request: { readonly originalUrl: string }): string {
  const path = request.originalUrl.replace(/[?#].*$/, "");
  return "../".repeat(path.split("/").length - 2);
}

/** One whole page. It has no script but the one that keeps it fresh, and works without. */
export function drawPage(frame: Frame): string {
  const { words, organisation, title, main, base, root, name } = frame;
  const { pages } = words;
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${frame.faulty && pages.faultTitle}${title} – ${pages.product}</title>
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}style.css">
${frame.report && html`<link rel="stylesheet" href="${root}report.css" />`}
<script src="${root}live.js" defer></script>
</head>
<body${frame.live && html` data-live="${base}live"`}>
<a class="skip" href="#main">${pages.skip}</a>
<header><div class="inner"><p class="brand"><strong>${pages.product}</strong>${organisation !== "" && html` <span>${organisation}</span>`}</p>${navigation(frame)}</div></header>
<div class="inner"><p class="stale notice" role="status" hidden>${pages.changed} <a href="">${pages.reload}</a></p>
<main id="main" tabindex="-1">
${main}
</main></div>
${
  name !== null &&
  html`<footer>
    <div class="inner"><p>${pages.you(name)} ${pages.personal}</p></div>
  </footer>`
}
</body>
</html>
`.text;
}

function navigation({ words, base, here, reaches }: Frame): Markup | null {
  const shown = inNavigation.filter((one) => reaches.includes(one));
  if (shown.length === 0) return null;
  return html`<nav aria-label="${words.pages.navigation}">
    <ul>
      ${shown.map(
        (one) =>
          html`<li>
            <a href="${base}${one}" ${one === here && html` aria-current="page"`}
              >${words.pages.titles[one]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

import type { Response } from "express";
import { wordingFor } from "../../conversation/wording.ts";
import type { Language } from "../../round/plan.ts";
import { html, type Markup } from "./markup.ts";
import { drawPage, rootFrom } from "./page.ts";

type ErrorTitle = "notFound" | "refused" | "failed" | "tooBig";
type ErrorText = "notFound" | "foreign" | "failed" | "tooBig";

/** An error page for somebody we do not know: it names no organisation and no person. */
export function errorPage(
  language: Language,
  response: Response,
  status: number,
  title: ErrorTitle,
  text: ErrorText,
  kept: Markup | null = null,
): void {
  const words = wordingFor(language);
  const { titles, errors } = words.pages;
  const main = html`<h1>${titles[title]}</h1>
    <p>${errors[text]}</p>
    ${kept}`;
  const frame = {
    words,
    organisation: "",
    title: titles[title],
    main,
    base: "",
    root: rootFrom(response.req),
    name: null,
    here: null,
    reaches: [],
    live: false,
  };
  response.status(status).type("html").send(drawPage(frame));
}

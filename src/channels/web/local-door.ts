import { Router, type RequestHandler, type Response } from "express";
import { wordingFor } from "../../conversation/wording.ts";
import { isFromHere } from "./gate.ts";
import { html, type Markup } from "./markup.ts";
import { drawPage } from "./page.ts";
import type { WebDeps } from "./web-deps.ts";

/** "Choose who you are": only for whoever sits at this machine. Everybody else is told what this is, and nothing more. */
export function localDoor(deps: WebDeps): Router {
  return Router().get("/", showDoor(deps)).post("/door", enter(deps));
}

function showDoor(deps: WebDeps): RequestHandler {
  const { door } = deps;
  return async (request, response) => {
    if (door === null || !isFromHere(request)) return closedDoor(deps, response);
    send(deps, response, openDoor(deps, await door.people()));
  };
}

function enter(deps: WebDeps): RequestHandler {
  const { door } = deps;
  return async (request, response, next) => {
    if (door === null || !isFromHere(request)) return next();
    const chosen = new URLSearchParams(typeof request.body === "string" ? request.body : "").get("person");
    const person = (await door.people()).find((one) => one.id === chosen);
    if (!person) return next();
    response.redirect(303, `w/${await deps.mint(person.id, "chat", null)}/`);
  };
}

function openDoor(
  deps: WebDeps,
  people: Awaited<ReturnType<NonNullable<WebDeps["door"]>["people"]>>,
): Markup {
  const { pages } = wordingFor(deps.doorLanguage);
  return html`<h1>${pages.titles.door}</h1>
    <p>${pages.door.intro} <span class="quiet">${pages.door.local}</span></p>
    ${
      people.length === 0
        ? html`<p>${pages.door.nobody}</p>`
        : html`<form method="post" action="door">
            <ul class="people">
              ${people.map(
                ({ id, name, roles }) =>
                  html`<li>
                    <button name="person" value="${id}" class="second">
                      <bdi>${name}</bdi
                      >${roles !== "" && html` <small>${rolesIn(roles, pages.door.roles)}</small>`}
                    </button>
                  </li>`,
              )}
            </ul>
          </form>`
    }`;
}

/** Roles are names of units and two words of the glossary. */
function rolesIn(roles: string, words: Readonly<Record<string, string>>): string {
  return roles
    .split(", ")
    .map((role) => words[role] ?? role)
    .join(", ");
}

function closedDoor(deps: WebDeps, response: Response): void {
  const { pages } = wordingFor(deps.doorLanguage);
  send(
    deps,
    response,
    html`<h1>${pages.product}</h1>
      <p>${pages.door.closed}</p>`,
    pages.product,
  );
}

function send(deps: WebDeps, response: Response, main: Markup, title?: string): void {
  const words = wordingFor(deps.doorLanguage);
  const frame = { words, main, base: "", root: "", name: null, here: null, reaches: [], live: false };
  const isClosed = title !== undefined;
  const organisation = isClosed ? "" : deps.organisation;
  response.type("html").send(drawPage({ ...frame, organisation, title: title ?? words.pages.titles.door }));
}

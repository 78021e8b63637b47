import type { Request, Response } from "express";

/** Streams one process keeps open; who comes later has a page that works without. */
const mostStreams = 200;
const heartbeatMs = 25_000;
/** Many changes within this time are told once. */
const gatherMs = 300;

/** Tells open pages that something changed, never what: each fetches its own page again, with its own rights. */
export function liveStreams(subscribe: (changed: () => void) => () => void) {
  const open = new Set<Response>();
  let unsubscribe: (() => void) | null = null;
  let gathering: NodeJS.Timeout | null = null;
  let heart: NodeJS.Timeout | null = null;

  const tell = (): void => {
    gathering ??= setTimeout(() => {
      gathering = null;
      for (const stream of open) stream.write("event: changed\ndata: 1\n\n");
    }, gatherMs).unref();
  };
  const begin = (): void => {
    unsubscribe ??= subscribe(tell);
    heart ??= setInterval(() => open.forEach((stream) => stream.write(":\n\n")), heartbeatMs).unref();
  };
  const leave = (stream: Response): void => {
    open.delete(stream);
    if (open.size > 0) return;
    unsubscribe?.();
    if (heart) clearInterval(heart);
    unsubscribe = heart = null;
  };

  return (request: Request, response: Response): void => {
    // 204 tells the browser not to come back.
    if (open.size >= mostStreams) return void response.status(204).end();
    response.set({ "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" });
    response.write("retry: 5000\n\n");
    open.add(response);
    begin();
    request.on("close", () => leave(response));
    response.on("close", () => leave(response));
  };
}

/**
 * The only script: fetches the page again when something changed and swaps its content, unless somebody is writing.
 * It also lets a form go only once, because people press twice.
 */
export const liveScript = `"use strict";
(() => {
  const at = document.body.dataset.live;
  const isChanged = (field) =>
    field.type === "radio" || field.type === "checkbox"
      ? field.checked !== field.defaultChecked
      : field.defaultValue !== undefined && field.type !== "hidden" && field.value !== field.defaultValue;
  const isWriting = () =>
    [...document.querySelectorAll("main input, main textarea")].some(isChanged) || document.querySelector("#faults") !== null;
  const opened = (root) => [...root.querySelectorAll("details")].map((one) => one.open);
  let waiting = false;
  const refresh = async () => {
    waiting = false;
    if (isWriting()) {
      document.querySelector(".stale").hidden = false;
      return;
    }
    const response = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!response.ok || isWriting()) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main");
    const old = document.querySelector("main");
    if (!fresh || fresh.innerHTML === old.innerHTML) return;
    const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
    const wereOpen = opened(old);
    const atEnd = innerHeight + scrollY >= document.body.scrollHeight - 80;
    old.replaceChildren(...document.importNode(fresh, true).childNodes);
    [...old.querySelectorAll("details")].forEach((one, nth) => { one.open = wereOpen[nth] ?? one.open; });
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    if (atEnd && old.querySelector(".talk")) scrollTo(0, document.body.scrollHeight);
  };
  if (at && "EventSource" in window) {
    new EventSource(at).addEventListener("changed", () => {
      if (waiting) return;
      waiting = true;
      setTimeout(() => refresh().catch(() => undefined), 200 + Math.random() * 800);
    });
  }
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
  if (!location.hash) (document.querySelector("#faults") ?? document.querySelector("#saved"))?.focus();
})();
`;

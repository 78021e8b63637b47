import type { Request } from "express";

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
const localHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Somebody at this machine. The host is checked as well as the address: a foreign site whose name is made to point here
 * comes from this machine's own browser, but under its own name. Behind a proxy nobody is local.
 */
export function isFromHere(request: Request): boolean {
  const { headers, socket } = request;
  if (headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined) return false;
  return loopback.has(socket.remoteAddress ?? "") && localHost.test(headers.host ?? "");
}

/**
 * A form that another site made a browser send. Our pages send no referrer, so browsers may write `Origin: null` on our
 * own forms: then what they say in `Sec-Fetch-Site` decides.
 */
export function isForeign(request: Request): boolean {
  const site = request.headers["sec-fetch-site"];
  if (typeof site === "string") return site !== "same-origin" && site !== "none";
  const origin = request.headers.origin;
  if (origin === undefined || origin === "null") return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.host;
}

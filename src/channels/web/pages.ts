import express, {
  Router,
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import helmet from "helmet";
import { wordingFor } from "../../conversation/wording.ts";
import { fillForm, showDesk, showForm, takeForm } from "./answering.ts";
import { showChat, takeText } from "./chatting.ts";
import { showContacts, takeContacts } from "./contacts-page.ts";
import { errorPage } from "./error-page.ts";
import { isForeign, isFromHere } from "./gate.ts";
import { liveScript, liveStreams } from "./live.ts";
import { localDoor } from "./local-door.ts";
import { html } from "./markup.ts";
import { showHelp, showLanguages, takeLanguage } from "./own-pages.ts";
import {
  choosePerson,
  showProposal,
  takeAway,
  takeColleague,
  takeGivenText,
  takeHandOver,
  takeOffer,
  takeProposal,
  takeRead,
} from "./owner-pages.ts";
import type { Here } from "./page.ts";
import { showReview, showStep } from "./review-pages.ts";
import { showProgress, showReport, showRounds, takeCommand } from "./steering.ts";
import { icon, style } from "./style.ts";
import { keptText, Visit } from "./visit.ts";
import type { WebDeps } from "./web-deps.ts";

/** A comment of 100,000 letters, every one of them encoded as six, still comes back with the reason it was not taken. */
const bodyLimit = "1mb";

const none = ["'none'"];
const self = ["'self'"];

const security = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: none,
      styleSrc: self,
      scriptSrc: self,
      imgSrc: self,
      connectSrc: self,
      formAction: self,
      frameAncestors: none,
      baseUri: none,
    },
  },
  referrerPolicy: { policy: "no-referrer" },
  // Whether this host is https only is for whoever runs the proxy to say; locally it is not.
  strictTransportSecurity: false,
});

/** All pages. A GET never acts; whatever acts is a POST under a person's own token. */
export function webPages(deps: WebDeps): Router {
  const router = Router({ strict: true });
  router.use(security, (_request, response, next) => {
    response.set({ "cache-control": "no-store", "x-robots-tag": "noindex, nofollow" });
    next();
  });
  served(router, deps);
  router.post(
    /.*/,
    refuseForeign(deps),
    express.text({ type: "application/x-www-form-urlencoded", limit: bodyLimit }),
  );
  router.use(localDoor(deps));
  router.use("/w/:token", underToken(deps));
  router.use((_request, response) => errorPage(deps.doorLanguage, response, 404, "notFound", "notFound"));
  router.use(failure(deps));
  return router;
}

function served(router: Router, deps: WebDeps): void {
  const file = (path: string, type: string, text: string) =>
    router.get(path, (_request, response) => void response.type(type).send(text));
  file("/style.css", "css", style);
  file("/report.css", "css", deps.drawReport.style);
  file("/live.js", "js", liveScript);
  file("/icon.svg", "svg", icon);
  file("/robots.txt", "txt", "User-agent: *\nDisallow: /\n");
}

type Handle = (visit: Visit, request: Request) => Promise<void> | void;

/** Every page of a person. One that the link does not reach looks like one that does not exist. */
function underToken(deps: WebDeps): Router {
  const router = Router({ mergeParams: true, strict: true });
  const live = liveStreams((changed) => deps.subscribe(changed));
  const page =
    (here: Here | null, handle: Handle): RequestHandler =>
    async (request, response) => {
      const visit = await visitOf(deps, request, response).catch((error: unknown) => {
        if (request.method !== "POST") throw error;
        rescueUnknown(deps, request, response);
        response.locals["failed"] = error;
      });
      if (visit === undefined) return;
      if (visit === null || (here !== null && !visit.may(here)))
        return errorPage(deps.doorLanguage, response, 404, "notFound", "notFound");
      try {
        await handle(visit, request);
      } catch (error) {
        if (request.method !== "POST" || response.headersSent) throw error;
        rescue(visit, request);
        response.locals["failed"] = error;
      }
    };
  router.get(
    "/",
    page(null, (visit) => visit.redirect(firstPage(visit))),
  );
  router.get(
    "/live",
    page(null, (visit, request) => live(request, visit.response)),
  );
  router.get(
    "/chat",
    page("chat", (visit) => showChat(visit)),
  );
  router.post("/chat", page("chat", takeText));
  router.get("/desk", page("desk", showDesk));
  router.post("/desk", page("desk", takeForm));
  router.get("/form", page("form", showForm));
  router.post("/form", page("form", fillForm));
  ownersPages(router, page);
  router.get("/rounds", page("rounds", showRounds));
  router.get(
    "/progress/:round",
    page("progress", (visit, request) => showProgress(visit, String(request.params["round"]))),
  );
  router.get(
    "/review/:round",
    page("review", (visit, request) => showReview(visit, String(request.params["round"]))),
  );
  router.get(
    "/step/:round",
    page("progress", (visit, request) => showStep(visit, String(request.params["round"]))),
  );
  router.get(
    "/contacts/:round",
    page("progress", (visit, request) => showContacts(visit, String(request.params["round"]))),
  );
  router.post(
    "/contacts/:round",
    page("progress", (visit, request) => takeContacts(visit, String(request.params["round"]))),
  );
  router.post("/command", page("progress", takeCommand));
  router.post("/read", page("report", takeRead));
  router.get(
    "/report/:round",
    page("report", (visit, request) => showReport(visit, String(request.params["round"]))),
  );
  router.get("/help", page("help", showHelp));
  router.get("/language", page("language", showLanguages));
  router.post("/language", page("language", takeLanguage));
  return router;
}

/** What owners do beside answering; each reaches as far as the desk. */
function ownersPages(router: Router, page: (here: Here, handle: Handle) => RequestHandler): void {
  router.get("/hand-over", page("desk", choosePerson("hand-over")));
  router.post("/hand-over", page("desk", takeHandOver));
  router.post("/take-over", page("desk", takeOffer));
  router.get("/ask-colleague", page("desk", choosePerson("ask-colleague")));
  router.post("/ask-colleague", page("desk", takeColleague));
  router.post("/give-text", page("desk", takeGivenText));
  router.get("/propose-drop", page("desk", showProposal));
  router.post("/propose-drop", page("desk", takeProposal));
  router.post("/away", page("desk", takeAway));
}

/** Null for a token that opens nothing, or nothing from there. */
async function visitOf(deps: WebDeps, request: Request, response: Response): Promise<Visit | null> {
  const token = String(request.params["token"]);
  const opened = /^[\w-]{8,128}$/.test(token) ? await deps.open(token) : null;
  if (opened === null) return null;
  if (opened.opens === "chat" && (deps.door === null || !isFromHere(request))) return null;
  return new Visit(deps, opened, request, response);
}

function firstPage({ opened }: Visit): string {
  if (opened.opens === "chat") return "chat#newest";
  if (opened.opens === "desk") return "desk";
  if (opened.opens === "report") return `report/${opened.round ?? ""}`;
  return opened.round === null ? "rounds" : `progress/${opened.round}`;
}

/** Something broke while a form was taken: what was written is shown, ready to be sent again. */
function rescue(visit: Visit, request: Request): void {
  const { titles, errors } = visit.words.pages;
  const main = html`<h1>${titles.failed}</h1>
    <p>${errors.failed}</p>
    ${keptText(visit, request.path.replace(/^.*\//, ""), true)}`;
  visit.send(null, titles.failed, main, { status: 503 });
}

/** Not even whose link it is could be looked up: whoever wrote it gets their text back all the same. */
function rescueUnknown(deps: WebDeps, request: Request, response: Response): void {
  const fields = new URLSearchParams(typeof request.body === "string" ? request.body : "");
  const words = wordingFor(deps.doorLanguage);
  const kept = keptText({ fields, words }, request.path.replace(/^.*\//, ""), true);
  errorPage(deps.doorLanguage, response, 503, "failed", "failed", kept);
}

function refuseForeign(deps: WebDeps): RequestHandler {
  return (request, response, next) =>
    isForeign(request) ? errorPage(deps.doorLanguage, response, 403, "refused", "foreign") : next();
}

function failure(deps: WebDeps): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const isTooBig =
      typeof error === "object" && error !== null && "type" in error && error.type === "entity.too.large";
    if (response.headersSent) return next(error);
    if (isTooBig) return errorPage(deps.doorLanguage, response, 413, "tooBig", "tooBig");
    response.locals["failed"] = error;
    errorPage(deps.doorLanguage, response, 500, "failed", "failed");
  };
}

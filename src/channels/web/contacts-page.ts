import express, { type Request, type Response as Answer } from "express";
import { listOf } from "../../conversation/wording/dates.ts";
import type { Asked, Asker, ComparedSheet, ContactSheets, GivenSheet } from "./contact-sheets.ts";
import { drawChoose, drawCompared, type Around } from "./draw-contacts.ts";
import { html, type Markup } from "./markup.ts";
import type { Visit } from "./visit.ts";

/** A file of the greatest size, once more as text when it is confirmed, with what a form puts around it. */
const largestForm = 2_800_000;

const kinds = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/** The page, or the sheet itself when the address ends in a file's extension. Reads only. */
export async function showContacts(visit: Visit, address: string): Promise<void> {
  const { contacts } = visit.deps;
  if (contacts === null) return visit.notFound();
  const file = /^(.+)\.(xlsx|csv)$/.exec(address);
  if (file) return download(visit, contacts, String(file[1]), file[2] === "csv" ? "csv" : "xlsx");
  const around = await aroundOf(visit, contacts, address);
  if (around === null) return;
  const { query } = visit.request;
  const { contacts: words } = visit.words.pages;
  const done =
    query["done"] !== undefined &&
    html`<div class="notice" role="status" id="saved" tabindex="-1">
      <p><strong>${words.written}</strong></p>
    </div>`;
  send(visit, around, html`${done}${drawChoose(around, null, visit.drawing())}`);
}

async function download(
  visit: Visit,
  contacts: ContactSheets,
  round: string,
  kind: keyof typeof kinds,
): Promise<void> {
  const file = granted(visit, await contacts.file(askerOf(visit), round, kind));
  if (file === undefined) return;
  if (file === null) {
    const around = await aroundOf(visit, contacts, round);
    return around === null
      ? undefined
      : tell(visit, around, { is: "unreadable", why: "config-faulty" }, null);
  }
  visit.response.attachment(file.name).set("content-type", kinds[kind]);
  visit.response.end(file.bytes);
}

/** A file that is sent is shown first; what was shown is written when it is sent again with the button that says so. */
export async function takeContacts(visit: Visit, round: string): Promise<void> {
  const { contacts } = visit.deps;
  if (contacts === null) return visit.notFound();
  // Nobody else's file is even read.
  const around = await aroundOf(visit, contacts, round);
  if (around === null) return;
  const form = await formOf(visit.request, visit.response);
  if (form === "too-big" || form === "none")
    return tell(visit, around, { is: "unreadable", why: form }, null);
  const sheet = await sheetIn(form);
  if (sheet === null) return tell(visit, around, { is: "unreadable", why: "none" }, null);
  const shown = form.get("shown");
  if (typeof shown !== "string") {
    const compared = granted(visit, await contacts.compare(askerOf(visit), round, sheet));
    return compared && tell(visit, around, compared, sheet);
  }
  const applied = granted(visit, await contacts.apply(askerOf(visit), round, sheet, shown));
  if (applied === undefined) return;
  if (applied.is === "written") return visit.redirect(`contacts/${round}?done#saved`);
  tell(visit, { ...around, otherwise: true }, applied, sheet);
}

function askerOf({ opened, language }: Visit): Asker {
  return { person: opened.person, language };
}

/** Undefined when it was refused, which has been said then. */
function granted<Found>(visit: Visit, asked: Asked<Found>): Found | undefined {
  if (asked.is === "found") return asked.found;
  visit.refuse(asked.why, "");
  return undefined;
}

async function aroundOf(visit: Visit, contacts: ContactSheets, round: string): Promise<Around | null> {
  const about = granted(visit, await contacts.about(askerOf(visit), round));
  return about === undefined ? null : { ...about, round, otherwise: false };
}

function tell(visit: Visit, around: Around, compared: ComparedSheet, sheet: GivenSheet | null): void {
  const how = visit.drawing();
  const faulty = compared.is !== "nothing" && compared.is !== "changes";
  if (compared.is === "changes" && sheet !== null)
    return send(visit, around, drawCompared(around, compared, sheet, how));
  const fault = linesOf(visit, compared);
  send(visit, around, drawChoose(around, { faulty, ...fault }, how), faulty);
}

function linesOf(visit: Visit, compared: ComparedSheet): { head: string; lines: readonly string[] } {
  const { contacts } = visit.words.pages;
  switch (compared.is) {
    case "unreadable":
      return { head: contacts.notWritten, lines: [contacts.faults[compared.why]] };
    case "columns-missing":
      return {
        head: contacts.notWritten,
        lines: [contacts.columnsMissing(compared.missing.map((one) => `“${one}”`).join(", "))],
      };
    case "not-theirs":
      return {
        head: contacts.notWritten,
        lines: [contacts.notTheirs(listOf(compared.plans, visit.language))],
      };
    case "problems":
      return { head: compared.lines[0] ?? contacts.notWritten, lines: compared.lines.slice(1) };
    case "nothing":
      return { head: compared.line, lines: [] };
    case "changes":
      return { head: contacts.changes, lines: compared.lines };
  }
}

function send(visit: Visit, around: Around, body: Markup, faulty = false): void {
  const { title } = visit.words.pages.contacts;
  const main = html`<h1>${title}</h1>
    <p class="quiet"><span dir="auto">${around.plan}</span>, ${around.period}</p>
    ${body}`;
  visit.send(null, title, main, { faulty, status: faulty ? 422 : 200 });
}

const raw = express.raw({ type: "multipart/form-data", limit: largestForm });

/** Read by the platform: no more than the limit, and only what a form sends. */
async function formOf(request: Request, response: Answer): Promise<FormData | "too-big" | "none"> {
  const fault = await new Promise<unknown>((resolve) => raw(request, response, resolve));
  if (typeof fault === "object" && fault !== null && "type" in fault && fault.type === "entity.too.large")
    return "too-big";
  if (fault !== undefined) throw fault;
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body)) return "none";
  const headers = { "content-type": String(request.headers["content-type"]) };
  // What cannot be taken apart was not sent by the form.
  return new Response(new Uint8Array(body), { headers }).formData().catch(() => "none" as const);
}

/** The file that was chosen, or the one that was shown and comes back as text. */
async function sheetIn(form: FormData): Promise<GivenSheet | null> {
  const [file, kept, name] = [form.get("sheet"), form.get("kept"), form.get("name")];
  if (file instanceof File)
    return file.name === "" ? null : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  if (typeof kept !== "string" || typeof name !== "string") return null;
  return { name, bytes: Buffer.from(kept, "base64url") };
}

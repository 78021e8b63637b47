import { moment } from "../../conversation/wording/dates.ts";
import { cleanText } from "../../round/comment.ts";
import { drawTalk } from "./draw-talk.ts";
import { alreadySafe, html, type Markup } from "./markup.ts";
import { showOther } from "./answering.ts";
import type { Visit } from "./visit.ts";

/** The web chat: everything the bot sent this person, and a field to write in. For trying out, behind the local door. */
export async function showChat(visit: Visit): Promise<void> {
  const { deps, opened, words } = visit;
  const { chat, titles } = words.pages;
  const timeZone = deps.timeZone ?? "Europe/Oslo";
  const said = await deps.inbox.list(opened.account);
  const newest = said.at(-1);
  const bubble = (one: (typeof said)[number]): Markup =>
    html`<li class="${one.mine ? "mine" : ""}" ${one === newest && html` id="newest"`}>
      <p class="when">
        ${one.mine ? chat.youSaid : chat.botSaid} ·
        <time datetime="${one.at.toISOString()}">${moment(one.at, timeZone, words.language)}</time>
      </p>
      ${alreadySafe(one.html)}
    </li>`;
  const main = html`<h1>${titles.chat}</h1>
    ${
      said.length === 0
        ? html`<p>${chat.empty}</p>`
        : html`<ol class="talk">
            ${said.map(bubble)}
          </ol>`
    }
    <form method="post" action="chat" class="say">
      <input type="hidden" name="submission" value="${deps.newId()}" autocomplete="off" /><label
        for="text"
        class="lead"
        >${chat.label}</label
      ><textarea id="text" name="text" rows="2" dir="auto"></textarea>
      <p><button>${chat.send}</button></p>
    </form>`;
  visit.send("chat", titles.chat, main, { live: true });
}

/** Something typed: heard first, kept in the chat with the answer afterwards. */
export async function takeText(visit: Visit): Promise<void> {
  const text = cleanText(visit.fields.get("text") ?? "");
  if (text === "") return visit.redirect("chat#newest");
  const view = await visit.hear({ kind: "text", text });
  if (view.kind === "refused" && view.why === "not-stored") return showOther(visit, view);
  const { deps, opened } = visit;
  const drawing = { ...visit.drawing(), inChat: true };
  await deps.inbox.say(opened.account, html`<p dir="auto">${text}</p>`.text, deps.now(), true);
  await deps.inbox.say(
    opened.account,
    html`<div class="message">${drawTalk(view, drawing)}</div>`.text,
    deps.now(),
    false,
  );
  visit.redirect("chat#newest");
}

import type { PersonProgress } from "../../conversation/messages.ts";
import type { Wording } from "../../conversation/wording.ts";
import { html, type Markup } from "./markup.ts";

/** Somebody who still owes answers, how many, and why they cannot be reached where that is so. */
export function silentPerson({ name, missing, unreachable }: PersonProgress, words: Wording): Markup {
  return html`<li>
    ${words.missingOf(name, missing.length)}.${
      unreachable !== null && html` <strong>${words.unreachable(words.whyUnreachable(unreachable))}</strong>`
    }
  </li>`;
}

import type { ItemView } from "../../conversation/desk.ts";
import type { FormFault } from "../../conversation/messages.ts";
import { longestComment } from "../../round/comment.ts";
import type { Drawing } from "./draw-item.ts";
import { html, type Markup } from "./markup.ts";

/** Says every fault in words with a link to its field. */
export function faultSummary(
  wrong: readonly FormFault[],
  whole: string | null,
  items: readonly ItemView[],
  { words }: Drawing,
): Markup | null {
  if (wrong.length === 0 && whole === null) return null;
  const lines = wrong.map((fault) => {
    const item = items.find((one) => one.id === fault.item);
    return html`<li><a href="#${fieldOf(fault)}-${fault.item}">${faultText(fault, item, words)}</a></li>`;
  });
  return html`<div class="faults" role="alert" tabindex="-1" autofocus id="faults">
    <h2>${words.pages.form.summary(lines.length || 1)}</h2>
    <ul>
      ${lines}${whole !== null && html`<li><a href="#status-${items[0]?.id ?? ""}">${whole}</a></li>`}
    </ul>
  </div>`;
}

export function faultText(fault: FormFault, item: ItemView | undefined, words: Drawing["words"]): string {
  return words.faults[fault.why]({
    number: item?.number ?? "",
    by: item?.answer?.by ?? "",
    longest: longestComment,
  });
}

/** The field a fault is about. */
export function fieldOf({ why }: FormFault): "status" | "comment" | "progress" {
  return why === "too-long" ? "comment" : why === "not-a-number" ? "progress" : "status";
}

/** Attributes that tie a field to its faults and its hint. */
export function describedBy(
  faults: readonly FormFault[],
  of: ReturnType<typeof fieldOf>,
  item: ItemView,
  hint?: string,
): Markup | null {
  const wrong = faults.some((fault) => fieldOf(fault) === of);
  const ids = [wrong && `fault-${of}-${item.id}`, hint].filter((id) => typeof id === "string");
  return ids.length === 0
    ? null
    : html` aria-describedby="${ids.join(" ")}"${wrong && of !== "status" && html` aria-invalid="true"`}`;
}

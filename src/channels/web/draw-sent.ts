import type { LeftOut, RoundName, Sent } from "../../conversation/messages.ts";
import { moment } from "../../conversation/wording/dates.ts";
import type { Wording } from "../../conversation/wording.ts";
import type { Drawing } from "./draw-item.ts";
import { html, type Markup } from "./markup.ts";

/** Names said in a sentence before the rest is counted. */
const namesSaid = 12;
const aMinute = 60_000;

/** Who hears of it, who does not and why, and when it goes out. */
export function drawSent({ to, unreachable, leftOut, at }: Sent, round: RoundName, how: Drawing): Markup {
  const { words, now } = how;
  const rest = to.length - namesSaid;
  const names = to.slice(0, namesSaid).join(", ") + (rest > 0 ? ` ${words.words.andMore(rest)}` : "");
  const isNow = now !== undefined && at.getTime() - now.getTime() < aMinute;
  return html`<p>${words.sent.to(to.length, names)}</p>
    ${
      to.length > 0 &&
      html`<p>${isNow ? words.sent.now : words.sent.at(moment(at, round.timeZone, words.language))}</p>`
    }${unreachableList(unreachable, words.sent.unreachable, words)}${leftOutList(leftOut, words.sent.leftOut, words)}`;
}

export function unreachableList(
  people: Sent["unreachable"],
  title: (people: number) => string,
  words: Wording,
): Markup | null {
  if (people.length === 0) return null;
  return html`<p><strong>${title(people.length)}</strong></p>
    <ul>
      ${people.map(({ name, why }) => html`<li><bdi>${name}</bdi>: ${words.whyUnreachable(why)}</li>`)}
    </ul>`;
}

export function leftOutList(
  people: readonly LeftOut[],
  title: (people: number) => string,
  words: Wording,
): Markup | null {
  if (people.length === 0) return null;
  return html`<p><strong>${title(people.length)}</strong></p>
    <ul>
      ${people.map(({ name, why }) => html`<li><bdi>${name}</bdi> ${words.leftOut[why]}</li>`)}
    </ul>`;
}

import { inkOn } from "../../round/legend.ts";
import { printable } from "./text.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Text that leaves the terminal as it was: no escape sequences, no marks that turn the direction of the rest of the line. */
export function safe(text: string): string {
  return printable(text).replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "");
}

/** Cells the text takes in a terminal: emoji and East Asian letters take two, marks on a letter none. */
export function widthOf(text: string): number {
  return Array.from(graphemes.segment(text), ({ segment }) => cellsOf(segment)).reduce(
    (sum, cells) => sum + cells,
    0,
  );
}

function cellsOf(grapheme: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(grapheme)) return 0;
  const wide =
    /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u;
  return wide.test(grapheme) ? 2 : 1;
}

/** Lines of at most `width` cells; a word that is longer, such as an address, is cut. `indent` is for all but the first. */
export function wrap(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of safe(text)
    .split(" ")
    .flatMap((whole) => cut(whole, width - indent.length))) {
    const longer = line === "" || line === indent ? line + word : `${line} ${word}`;
    if (line !== "" && line !== indent && widthOf(longer) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function cut(word: string, width: number): string[] {
  const parts: string[] = [""];
  for (const { segment } of graphemes.segment(word)) {
    const last = parts.at(-1) ?? "";
    if (last !== "" && widthOf(last + segment) > width) parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return parts;
}

export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** How many colours the terminal shows: 24 bits, the older 256 (8 bits), or none. */
export type Colours = 0 | 8 | 24;

export function bold(text: string, colours: Colours): string {
  return colours === 0 ? text : `\u001B[1m${text}\u001B[22m`;
}

/** The text on a ground of the colour (`#rrggbb`), in the ink that reads on it. */
export function painted(text: string, colour: string, colours: Colours): string {
  if (colours === 0) return text;
  const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const ink = inkOn(colour) === "#FFFFFF" ? 255 : 0;
  const [paper, letters] =
    colours === 24
      ? [`48;2;${rgb.join(";")}`, `38;2;${ink};${ink};${ink}`]
      : [`48;5;${cube(rgb)}`, `38;5;${ink === 255 ? 231 : 16}`];
  return `\u001B[${paper};${letters}m${text}\u001B[0m`;
}

/** The nearest of the 6 × 6 × 6 colours that a terminal with 256 has. */
function cube(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((part) =>
    part < 48 ? 0 : part < 115 ? 1 : Math.min(5, Math.floor((part - 35) / 40)),
  );
  return 16 + 36 * r + 6 * g + b;
}

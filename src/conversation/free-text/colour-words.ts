export type Family = "green" | "amber" | "red" | "blue" | "grey";

/** The first of each is the one misspellings are measured against, with those of `spelt`. */
export const colourWords: Record<Family, readonly string[]> = {
  green: ["grønn", "grønt", "grøn", "grøne", "grønne", "gronn", "gront", "gronne", "groenn", "grön", "green"],
  amber: ["oransje", "orange", "oransj", "orangje", "gul", "gult", "gule", "yellow", "amber"],
  red: ["rød", "rødt", "røde", "raud", "raudt", "raude", "roed", "röd", "red"],
  blue: ["blå", "blått", "blåe", "blue"],
  grey: ["grå", "grått", "gråe", "grey", "gray"],
};

/** Ticks are also used as bullets, so they count for less than coloured circles. */
export const colourSigns: Record<
  Family,
  { readonly circles: readonly string[]; readonly ticks: readonly string[] }
> = {
  green: {
    circles: ["🟢", "🟩", ":large_green_circle:", ":green_circle:", ":large_green_square:"],
    ticks: ["✅", "✔", "☑", "✓", ":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:"],
  },
  amber: {
    circles: (
      "🟡|🟠|🟨|🟧|:large_yellow_circle:|:yellow_circle:|:large_orange_circle:|:orange_circle:|" +
      ":large_yellow_square:|:large_orange_square:"
    ).split("|"),
    ticks: [],
  },
  red: { circles: ["🔴", "🟥", "⭕", ":red_circle:", ":large_red_square:"], ticks: [] },
  blue: { circles: ["🔵", "🟦", ":large_blue_circle:", ":large_blue_square:"], ticks: [] },
  grey: { circles: [], ticks: [] },
};

/** Where families of hue meet, a colour belongs to both: then the word is clear only without the other. */
const hues: readonly (readonly [Family, number, number])[] = [
  ["red", 335, 360],
  ["red", 0, 22],
  ["amber", 10, 70],
  ["green", 65, 175],
  ["blue", 165, 265],
];

/** What people would call a CSS colour, `#rrggbb`. */
export function familiesOf(colour: string): Family[] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range < 30) return most > 60 && most < 235 ? ["grey"] : [];
  const sixth = most === r ? (g - b) / range : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  const hue = (sixth * 60 + 360) % 360;
  return hues.flatMap(([family, from, to]) => (from <= hue && hue <= to ? [family] : []));
}

const spelt = ["grønn", "gronn", "green", "oransje", "orange", "yellow"];

/** Words one slip away from a colour that mean something else. */
const otherWords = new Set(
  (
    "grunn|grann|granne|greed|greet|greek|greens|greene|grein|grena|grenn|grønsk|grøna|grønnen|organe|oranger|" +
    "orangen|oranges|orangeri|oransjen|yellows|groan|grown|groin"
  ).split("|"),
);

/**
 * The colour a misspelt word must be meant for, or null. One slip, or two in the long words; a swap of neighbours is
 * one slip. The first letter must be right: "bransje" and "range" are words of their own.
 */
export function misspelt(word: string): string | null {
  if (word.length < 5 || word.length > 9 || otherWords.has(word)) return null;
  const meant = spelt.filter(
    (colour) =>
      colour[0] === word[0] && slips(word, colour) <= (colour.length > 5 && word.length > 5 ? 2 : 1),
  );
  const families = Object.entries(colourWords).filter(([, words]) =>
    meant.some((colour) => words.includes(colour)),
  );
  return families.length === 1 ? (meant[0] ?? null) : null;
}

/** Optimal string alignment distance. */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change);
      next.push(swapped ? Math.min(least, (before[j - 2] ?? 0) + 1) : least);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

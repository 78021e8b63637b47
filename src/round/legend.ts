import type { Language, Legend, Status } from "./plan.ts";

/** What a row can be beside the legend's statuses. None of them is a colour, and no legend may use these words as keys. */
export type NoStatus = "unanswered" | "undecided" | "dropped";
export const noStatuses: readonly NoStatus[] = ["unanswered", "undecided", "dropped"];

export function isNoStatus(status: string): status is NoStatus {
  return (noStatuses as readonly string[]).includes(status);
}

const words: Record<Language, Record<"green" | "orange" | "red", { label: string; meaning: string }>> = {
  nb: {
    green: { label: "Gjennomført", meaning: "Tiltaket er gjennomført eller avsluttet" },
    orange: { label: "Pågår", meaning: "Tiltaket er påbegynt eller pågår" },
    red: { label: "Ikke påbegynt", meaning: "Tiltaket er ikke påbegynt" },
  },
  nn: {
    green: { label: "Gjennomført", meaning: "Tiltaket er gjennomført eller avslutta" },
    orange: { label: "Pågår", meaning: "Tiltaket er påbyrja eller pågår" },
    red: { label: "Ikkje påbyrja", meaning: "Tiltaket er ikkje påbyrja" },
  },
  en: {
    green: { label: "Completed", meaning: "The measure is completed or closed" },
    orange: { label: "In progress", meaning: "The measure is started or in progress" },
    red: { label: "Not started", meaning: "The measure is not started" },
  },
};

/** The legend of a plan that names none: three colours that colour-blind readers can tell apart. */
export function defaultLegend(language: Language): Legend {
  return [
    { key: "green", colour: "#3DB285", symbol: "✓", asksComment: false, ...words[language].green },
    { key: "orange", colour: "#F5A623", symbol: "◐", asksComment: true, ...words[language].orange },
    { key: "red", colour: "#9B1C1C", symbol: "○", asksComment: true, ...words[language].red },
  ];
}

export function statusIn(legend: Legend, key: string | null): Status | null {
  return legend.find((status) => status.key === key) ?? null;
}

/** Black or white, whichever reads better on the colour (WCAG relative luminance). */
export function inkOn(colour: string): "#000000" | "#FFFFFF" {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return luminance > 0.179 ? "#000000" : "#FFFFFF";
}

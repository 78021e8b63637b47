/** First word of a step that a coordinator sent by hand: `now 2026-12-04`. */
export const byHand = "now";

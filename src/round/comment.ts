/** A comment may be this long; more is refused, never cut. */
export const longestComment = 3000;

/** One line is one bullet; whatever people begin it with (`-`, `•`, `*`, `1.`) is not part of it. Links stay as written. */
export function bulletsOf(comment: string): string[] {
  return comment
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-–•*]\s+|\d+[.)]\s+(?=\p{L}))/u, "").trim())
    .filter((line) => line !== "");
}

/** Text as it may be stored: well-formed Unicode without control characters, lines ended by one newline. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll("\uFFFD", "")
    .replaceAll(/(?![\n\t])\p{Cc}/gu, "")
    .trim();
}

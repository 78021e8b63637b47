/**
 * Reasons come as a channel or `delivery/reach.ts` wrote them: `web: no-email; slack: no-account`.
 * Said in words, each once and without the channel's name; one that is not known is shown as it is.
 */
export function reasonsIn(said: string, words: Readonly<Record<string, string>>): string {
  const reasons = said.split("; ").map((reason) => {
    const bare = reason.replace(/^[a-z]+: /, "");
    return words[bare] ?? reason;
  });
  return [...new Set(reasons)].join(", ");
}

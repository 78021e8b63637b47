import { randomBytes } from "node:crypto";
import type { Store } from "../store/store.ts";

type Opens = Parameters<Store["links"]["add"]>[1]["opens"];

/** Long enough for a round; a link in an old message opens nothing for ever. */
const days = { chat: 1, desk: 60, progress: 60, report: 365 } as const satisfies Record<Opens, number>;

/** A new link of 128 random bits. The token is told once and kept only as a hash. */
export async function mintLink(
  store: Pick<Store, "links">,
  link: { person: string; opens: Opens; round: string | null; madeBy: string },
  now: Date,
): Promise<string> {
  const token = randomBytes(16).toString("base64url");
  await store.links.add(
    token,
    { ...link, expiresAt: new Date(now.getTime() + days[link.opens] * 86_400_000) },
    now,
  );
  return token;
}

export function linkTo(publicUrl: string, token: string): string {
  return `${publicUrl}/w/${token}/`;
}

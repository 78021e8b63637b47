import { createHash } from "node:crypto";
import type { Warning } from "../src/conversation/messages.ts";

/** Stands for what a coordinator was shown, so that what somebody else changed meanwhile is noticed before it is overwritten. */
export function markOf(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 16);
}

/** What was previewed is no longer so. A command that comes without a preview has seen nothing, and stands as it is. */
export function changedMeanwhile(seen: string | undefined, mark: string): Warning[] {
  return seen === undefined || seen === mark ? [] : [{ is: "changed-meanwhile" }];
}

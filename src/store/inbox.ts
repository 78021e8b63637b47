import type { Database } from "./postgres.ts";

/** What the web channel shows in its chat: drawn messages, kept as they are shown. */
export function inboxIn(db: Database) {
  const find = async (account: string, notice: string): Promise<string | null> => {
    const row = await db
      .selectFrom("inbox")
      .select("id")
      .where("account", "=", account)
      .where("notice_id", "=", notice)
      .executeTakeFirst();
    return row?.id ?? null;
  };
  return {
    find,
    /** The same notice put twice is one message. */
    async put(account: string, notice: string, html: string, now: Date): Promise<string> {
      const row = await db
        .insertInto("inbox")
        .values({ account, notice_id: notice, html, at: now, mine: false })
        .onConflict((conflict) => conflict.columns(["account", "notice_id"]).doUpdateSet({ html }))
        .returning("id")
        .executeTakeFirstOrThrow();
      return row.id;
    },
    async replace(message: string, html: string): Promise<void> {
      await db.updateTable("inbox").set({ html }).where("id", "=", message).execute();
    },
    async say(account: string, html: string, now: Date, mine: boolean): Promise<string> {
      const row = await db
        .insertInto("inbox")
        .values({ account, notice_id: null, html, at: now, mine })
        .returning("id")
        .executeTakeFirstOrThrow();
      return row.id;
    },
    /** Oldest first, the last 200. */
    async list(account: string): Promise<{ id: string; html: string; at: Date; mine: boolean }[]> {
      const rows = await db
        .selectFrom("inbox")
        .select(["id", "html", "at", "mine"])
        .where("account", "=", account)
        .orderBy("id", "desc")
        .limit(200)
        .execute();
      return rows.toReversed();
    },
  };
}

import type { Channel } from "../../conversation/channel.ts";
import { drawMessage } from "./draw-message.ts";

/** Where the messages of the web chat are kept. An account is a person's id. */
export interface Inbox {
  /** The same notice put twice gives the same id and one message. */
  put(account: string, notice: string, html: string, now: Date): Promise<string>;
  replace(message: string, html: string): Promise<void>;
  find(account: string, notice: string): Promise<string | null>;
  /** Oldest first. */
  list(account: string): Promise<{ id: string; html: string; at: Date; mine: boolean }[]>;
  /** Keeps a line of talk in the chat: what the person typed (`mine`), or our answer to it. Returns the message id. */
  say(account: string, html: string, now: Date, mine: boolean): Promise<string>;
}

/** The channel everybody has: messages wait in the inbox, which the chat page shows. It is never rate-limited and never unsure. */
export function webChannel(inbox: Inbox): Channel {
  return {
    name: "web",
    reach: async ({ id, email }) =>
      email === null ? { is: "unreachable", why: "no-email" } : { is: "found", account: id },
    send: async (to, message, notice, language, now) => ({
      is: "sent",
      message: await inbox.put(to.account, notice, drawMessage(message, notice, language), now),
    }),
    redraw: async (_to, sent, message, language) => {
      await inbox.replace(sent, drawMessage(message, sent, language));
      return { is: "sent", message: sent };
    },
    find: (to, notice) => inbox.find(to.account, notice),
  };
}

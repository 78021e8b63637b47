import type { Channel, Outcome } from "../../src/conversation/channel.ts";
import type { Message } from "../../src/conversation/messages.ts";

/** What happens at one call; without a script everything arrives. */
export type Happens =
  | { readonly does: "arrives" }
  /** Nothing is sent; the platform says when to try again. */
  | { readonly does: "asks-to-wait"; readonly until: Date }
  /** The connection broke: it may or may not have arrived. */
  | { readonly does: "breaks"; readonly arrived: boolean }
  | { readonly does: "refuses"; readonly why: string }
  /** A bug of ours. */
  | { readonly does: "throws" }
  /** It arrives, and the process is gone before anybody hears of it: the call never comes back. */
  | { readonly does: "arrives-and-dies" }
  /** Somebody does something while the message is on its way. */
  | { readonly does: "arrives-while"; readonly work: () => Promise<unknown> };

interface Arrived {
  readonly account: string;
  readonly notice: string;
  readonly kind: Message["kind"];
  readonly at: Date;
  /** What it shows now. */
  shows: Message;
}

export interface ScriptedChannel {
  readonly channel: Channel;
  /** Every message that reached somebody, in order: two for one notice are two. */
  readonly arrived: Arrived[];
  /** What happens at the next calls for a person; afterwards everything arrives again. */
  next(person: string, ...happens: Happens[]): void;
  /** Nobody finds this person any more. */
  hide(person: string): void;
  to(person: string): Arrived[];
}

/** A chat platform that does what the test says. With `canFind` it can be asked whether something arrived. */
export function scriptedChannel(options: { canFind: boolean }): ScriptedChannel {
  const arrived: Arrived[] = [];
  const scripts = new Map<string, Happens[]>();
  const hidden = new Set<string>();
  const idOf = (one: Arrived): string => `m${arrived.indexOf(one)}`;
  const channel: Channel = {
    name: "web",
    reach: ({ id }) =>
      Promise.resolve(
        hidden.has(id) ? { is: "unreachable", why: "not-found" } : { is: "found", account: id },
      ),
    async send({ account }, message, notice, _language, at): Promise<Outcome> {
      const happens = scripts.get(account)?.shift() ?? { does: "arrives" };
      const arrive = (): Outcome => {
        const one = { account, notice, kind: message.kind, at, shows: message };
        arrived.push(one);
        return { is: "sent", message: idOf(one) };
      };
      switch (happens.does) {
        case "arrives":
          return arrive();
        case "asks-to-wait":
          return { is: "later", at: happens.until, why: "rate limited" };
        case "breaks":
          if (happens.arrived) arrive();
          return { is: "unsure" };
        case "refuses":
          return { is: "unreachable", why: happens.why };
        case "throws":
          throw new Error("a fault in a channel");
        case "arrives-and-dies":
          arrive();
          return new Promise(() => {});
        case "arrives-while": {
          await happens.work();
          return arrive();
        }
      }
    },
    redraw(_to, sent, message): Promise<Outcome> {
      const one = arrived.find((each) => idOf(each) === sent);
      if (!one) return Promise.resolve({ is: "unreachable", why: "gone" });
      one.shows = message;
      return Promise.resolve({ is: "sent", message: sent });
    },
  };
  const find = ({ account }: { account: string }, notice: string): Promise<string | null> => {
    const one = arrived.find((each) => each.account === account && each.notice === notice);
    return Promise.resolve(one ? idOf(one) : null);
  };
  return {
    channel: options.canFind ? { ...channel, find } : channel,
    arrived,
    next: (person, ...happens) => void scripts.set(person, happens),
    hide: (person) => void hidden.add(person),
    to: (person) => arrived.filter((one) => one.account === person),
  };
}

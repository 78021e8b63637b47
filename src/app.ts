import type { Logger } from "pino";
import type { Config } from "./config.ts";
import type { Channel } from "./conversation/channel.ts";
import type { Store } from "./store/store.ts";

/** What a flow may use. The time is not in it: `now` is an argument, read at the edges only. */
export interface App {
  /** As the files are now. */
  readonly config: Config;
  readonly store: Store;
  /** In the order in which a person is looked for. */
  readonly channels: readonly Channel[];
  /** Where people reach the pages; null when nothing but this machine does. */
  readonly publicUrl: string | null;
  /** Wakes whoever sends. A ring that is lost loses nothing: the tick finds what is owed. */
  readonly ring: (what: "deliver" | "redraw", ids: readonly string[]) => void;
  /** Never a text people wrote, a token or a password. */
  readonly log: Logger;
}

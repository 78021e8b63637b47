import type { Config } from "./config.ts";
import type { Sender } from "./delivery/sender.ts";

/** What a flow may use. The time is not in it: `now` is an argument, read at the edges only. */
export interface App extends Sender {
  /** As the files are now. */
  readonly config: Config;
  /** Wakes whoever sends. A ring that is lost loses nothing: the tick finds what is owed. */
  readonly ring: (what: "deliver" | "redraw", ids: readonly string[]) => void;
}

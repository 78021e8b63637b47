import type { Logger } from "pino";
import type { Channel } from "../conversation/channel.ts";
import type { Timetable } from "../round/timetable.ts";
import type { Store } from "../store/store.ts";

/** What it takes to send: the part of the app that delivery may use. */
export interface Sender {
  readonly config: { readonly settings: { readonly timetable: Timetable } };
  readonly store: Store;
  /** In the order in which a person is looked for. */
  readonly channels: readonly Channel[];
  /** Where people reach the pages; null when nothing but this machine does. */
  readonly publicUrl: string | null;
  /** Never a text people wrote, a token or a password. */
  readonly log: Logger;
}

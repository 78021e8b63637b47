import type { Hear } from "../../conversation/channel.ts";
import type { Language } from "../../round/plan.ts";
import type { Report } from "../../round/report.ts";
import type { Inbox } from "./channel.ts";
import type { ContactSheets } from "./contact-sheets.ts";

/** What a link's token stands for. */
export interface Opened {
  readonly person: string;
  readonly name: string;
  readonly account: string;
  readonly language: Language;
  readonly opens: "chat" | "desk" | "progress" | "report";
  readonly round: string | null;
}

/** What the pages need of the rest. */
export interface WebDeps {
  readonly hear: Hear;
  readonly inbox: Inbox;
  /** Null for a token that is unknown, expired or revoked. */
  open(token: string): Promise<Opened | null>;
  /** A new link; returns its token. */
  mint(person: string, opens: Opened["opens"], round: string | null): Promise<string>;
  now(): Date;
  newId(): string;
  /** Calls back when something in the database changed; returns how to stop. */
  subscribe(changed: () => void): () => void;
  readonly drawReport: {
    /** An `<article class="report">` with its own `<h1>`. */
    html(report: Report): string;
    readonly style: string;
    readonly files: readonly {
      readonly format: string;
      readonly mime: string;
      /** With or without its dot. */
      readonly extension: string;
      write(report: Report): string | Uint8Array;
    }[];
  };
  /** Null: no local door. */
  readonly door: { people(): Promise<readonly { id: string; name: string; roles: string }[]> } | null;
  /** Null: contacts are changed beside the pages only. */
  readonly contacts: ContactSheets | null;
  readonly organisation: string;
  readonly doorLanguage: Language;
  /** IANA name, for the times in the chat. */
  readonly timeZone?: string;
}

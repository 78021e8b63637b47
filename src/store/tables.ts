import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { MessageKind } from "../conversation/messages.ts";
import type { Language } from "../round/plan.ts";
import type { PlanCopy } from "../round/round.ts";
import type { Timetable } from "../round/timetable.ts";

/** bigint identities travel as strings. */
type Id = ColumnType<string, never, never>;
type Bytes = Buffer;

export interface Tables {
  person: {
    id: string;
    name: string;
    email: string | null;
    language: Language;
    chosen_language: Language | null;
    away_until: string | null;
    trouble: string | null;
    left_at: Date | null;
  };
  address: { channel: string; account: string; person_id: string };
  round: {
    id: Id;
    plan: string;
    period: string;
    copy: JSONColumnType<PlanCopy>;
    timetable: JSONColumnType<Timetable>;
    deadline: Date;
    prepared_at: Date;
    opened_at: Date | null;
    closed_at: Date | null;
    published_at: Date | null;
    cancelled_at: Date | null;
    cancelled_because: string | null;
    links_withdrawn: number | null;
  };
  round_status: { round_id: string; status: string; nth: number };
  item: {
    id: Id;
    round_id: string;
    measure: string;
    unit: string;
    revisions: Generated<number>;
    current: number | null;
    said_at: Date | null;
    digest: Bytes | null;
    dropped_because: string | null;
    dropped_by: string | null;
    dropped_at: Date | null;
    deadline: Date | null;
    question: string | null;
    question_by: string | null;
    question_at: Date | null;
    own_responders: string[] | null;
  };
  responder: { item_id: string; person_id: string; rank: number; until: Date | null };
  answer: {
    item_id: string;
    revision: number;
    round_id: string;
    said_by: string;
    status: string | null;
    comment: string;
    progress: string | null;
    source: string;
    source_version: string;
    seen: number;
    crossed: boolean;
    said_at: Date;
    received_at: Date;
    entered_by: string | null;
    entered_from: string | null;
  };
  edit: {
    id: Id;
    item_id: string;
    revision: number;
    comment: string;
    edited_by: string;
    at: Date;
  };
  decision: {
    id: Id;
    round_id: string;
    measure: string;
    status: string | null;
    comment: string | null;
    decided_by: string;
    at: Date;
  };
  hand_over: {
    id: Id;
    item_id: string;
    from_person: string;
    to_person: string;
    reason: string;
    offered_at: Date;
    settled_at: Date | null;
    outcome: "accepted" | "declined" | "taken-back" | null;
  };
  text_request: {
    id: Id;
    item_id: string;
    from_person: string;
    to_person: string;
    question: string;
    asked_at: Date;
    text: string | null;
    given_at: Date | null;
  };
  drop_proposal: {
    id: Id;
    item_id: string;
    proposed_by: string;
    reason: string;
    at: Date;
    settled_at: Date | null;
  };
  contact_override: {
    plan: string;
    measure: string | null;
    unit: string;
    people: string[];
    set_by: string;
    at: Date;
  };
  approval: { round_id: string; heading: string; approved_by: string; at: Date; what: string };
  reading: { round_id: string; heading: string; person_id: string; asked_at: Date; read_at: Date | null };
  notice: {
    id: Id;
    person_id: string;
    slot: string;
    kind: NoticeKind;
    round_id: string | null;
    about: string | null;
    item_id: string | null;
    thing_id: string | null;
    day: string;
    state: Generated<NoticeState>;
    not_before: Date;
    attempts: Generated<number>;
    resent: Generated<boolean>;
    lease_until: Date | null;
    trouble: string | null;
    channel: string | null;
    account: string | null;
    message: string | null;
    sent_at: Date | null;
    version: Generated<number>;
    drawn: Generated<number>;
  };
  notice_item: { notice_id: string; person_id: string; item_id: string; step: string };
  report: { round_id: string; version: number; body: Bytes; sha256: Bytes; published_at: Date };
  link: {
    token_sha256: Bytes;
    person_id: string;
    opens: LinkOpens;
    round_id: string | null;
    made_by: string;
    made_at: Date;
    expires_at: Date;
    revoked_at: Date | null;
  };
  inbox: { id: Id; account: string; notice_id: string | null; html: string; at: Date; mine: boolean };
  event: {
    id: Id;
    at: Date;
    round_id: string | null;
    item_id: string | null;
    actor: string;
    verb: string;
    source: string;
  };
  demo: { only_one: Generated<boolean>; now: Date };
}

export type NoticeKind = Exclude<MessageKind, "moved">;
type NoticeState = "owed" | "sending" | "unsure" | "sent" | "moot" | "failed";
export type LinkOpens = "chat" | "desk" | "progress" | "report";

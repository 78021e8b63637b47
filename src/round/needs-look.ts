import { bulletsOf } from "./comment.ts";
import type { LastTime } from "./compile.ts";
import type { Decision, Decisions } from "./decision.ts";
import { statusIn } from "./legend.ts";
import type { Legend } from "./plan.ts";
import { rowsOf } from "./report-lists.ts";
import type { Report, Row } from "./report.ts";
import type { Answer, Item } from "./round.ts";

/** Something in the draft that is worth a look before it goes out. */
export interface Flag {
  readonly is: FlagKind;
  /** The measure's key. */
  readonly measure: string;
  /** The item's id, where it is about one unit's answer; null when it is about the row. */
  readonly item: string | null;
}

export type FlagKind =
  /** A unit has not answered. */
  | "unanswered"
  /** Units differ and nobody has decided. */
  | "undecided"
  /** A unit answered again after the row was decided. */
  | "decided-before"
  /** Two people answered without seeing each other's answer. */
  | "crossed"
  /** The legend asks for a comment with this status. */
  | "no-comment"
  /** Word for word what was said last time. */
  | "same-comment"
  /** Says only what the measure says. */
  | "repeats-measure"
  /** Another colour than last time, and no word why. */
  | "changed-without-a-word"
  /** The best status before the target is reached, or another one although it is. */
  | "target-contradicts"
  /** An owner proposes to drop it. */
  | "drop-proposed"
  /** Sent back, and not answered again. */
  | "sent-back";

export interface Looked {
  /** The table compiled from these items and decisions. */
  readonly draft: Report;
  /** In any order. */
  readonly items: readonly Item[];
  readonly last: LastTime;
  readonly decisions: Decisions;
  /** Ids of items an owner proposes to drop. */
  readonly proposed: ReadonlySet<string>;
}

/** What needs a look, row by row in the plan's order: first what the row is about, then each unit in its order. */
export function needsLook(looked: Looked): Flag[] {
  const byMeasure = Map.groupBy(looked.items, (item) => item.measure);
  return rowsOf(looked.draft).flatMap((row) => {
    const items = row.units.flatMap(
      ({ unit }) => byMeasure.get(row.key)?.find((item) => item.unit === unit.key) ?? [],
    );
    return [...aboutRow(row), ...items.flatMap((item) => aboutItem(looked, row, item))];
  });
}

function aboutRow(row: Row): Flag[] {
  const flag = (is: FlagKind): Flag[] => [{ is, measure: row.key, item: null }];
  if (row.status === "undecided") return flag("undecided");
  return row.units.length === 0 ? flag("unanswered") : [];
}

function aboutItem(looked: Looked, row: Row, item: Item): Flag[] {
  if (item.dropped !== null) return [];
  const { answer } = item;
  const said =
    answer === null || answer.status === null
      ? (["unanswered"] as const)
      : aboutAnswer(looked, row, item, { ...answer, status: answer.status });
  const kinds: readonly FlagKind[] = [
    ...said,
    ...(looked.proposed.has(item.id) ? (["drop-proposed"] as const) : []),
    ...(item.question === null ? [] : (["sent-back"] as const)),
  ];
  return kinds.map((is) => ({ is, measure: row.key, item: item.id }));
}

function aboutAnswer(
  { draft, last, decisions }: Looked,
  row: Row,
  item: Item,
  answer: Answer & { readonly status: string },
): FlagKind[] {
  const { legend } = draft;
  const before = last.rows.get(row.key);
  const previous = before?.units.get(item.unit) ?? before ?? null;
  const comment = asSaid(answer.comment);
  const same = comment !== "" && previous !== null && comment === asSaid(previous.comment);
  const changed =
    previous !== null && previous.status !== answer.status && statusIn(legend, previous.status) !== null;
  const kinds: Partial<Record<FlagKind, boolean>> = {
    "decided-before": isOlder(decisions.get(row.key), answer),
    crossed: answer.crossed,
    "no-comment": comment === "" && statusIn(legend, answer.status)?.asksComment === true,
    "same-comment": same,
    "repeats-measure": comment !== "" && repeats(answer.comment, row),
    "changed-without-a-word": changed && (comment === "" || same),
    "target-contradicts": contradicts(row, answer, legend),
  };
  return (Object.keys(kinds) as FlagKind[]).filter((kind) => kinds[kind]);
}

function isOlder(decision: Decision | undefined, answer: Answer): boolean {
  return decision !== undefined && decision.at < answer.receivedAt;
}

/** Bullets as printed: what they begin with and how lines were broken is not what was said. */
function asSaid(comment: string): string {
  return bulletsOf(comment)
    .map((line) => line.normalize("NFC").replaceAll(/\s+/g, " "))
    .join("\n");
}

/** Only letters and digits: a full stop or a capital letter adds nothing. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

function repeats(comment: string, { number, title, short }: Row): boolean {
  const said = bare(comment);
  return (
    said !== "" && [title, short].some((text) => said === bare(text) || said === bare(`${number}${text}`))
  );
}

function contradicts({ target }: Row, { status, progress }: Answer, legend: Legend): boolean {
  if (target === null || progress === null) return false;
  return progress >= target.goal !== (status === legend[0]?.key);
}

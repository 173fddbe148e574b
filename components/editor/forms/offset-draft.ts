import type { Offset } from "@/core/calendar/due-relative";
import { durationMs } from "@/core/calendar/duration";
import type { Wait } from "@/core/workflow/steps/wait";
import { type LengthDraft, lengthDraft, lengthOf } from "./length-draft";

/** `fraction`: part of the way from the opening to the due date, in percent. */
export type Side = "before" | "at" | "after" | "fraction";
export type Anchor = "due" | "opened" | "lastMessage" | "path";
export type OffsetDraft = { length: LengthDraft; side: Side; anchor: Anchor; path: string };

type Until = NonNullable<Wait["until"]>;

const ANCHORS: readonly string[] = ["due", "opened", "lastMessage"] satisfies Anchor[];
const DAY: LengthDraft = { n: "1", unit: "day" };

export function offsetDraft(until: Until): OffsetDraft {
  const [name, offset] = Object.entries(until)[0] ?? ["due", "P0D" as Offset];
  const isPath = !ANCHORS.includes(name);
  const anchor = isPath ? ("path" as const) : (name as Anchor);
  const place = { anchor, path: isPath ? name : "" };
  if (typeof offset === "object" && "fraction" in offset) {
    const n = String(Number((offset.fraction * 100).toFixed(2)));
    return { ...place, length: { ...DAY, n }, side: "fraction" };
  }
  const sign = typeof offset === "string" ? durationMs(offset) : offset.businessDays;
  if (sign === 0) return { ...place, length: DAY, side: "at" };
  return { ...place, length: lengthDraft(offset), side: sign < 0 ? "before" : "after" };
}

/** The draft on another side; a part of the way counts to the due date and in percent. */
export function onSide(draft: OffsetDraft, side: Side): OffsetDraft {
  if (side === draft.side) return draft;
  if (side === "fraction") {
    return { ...draft, side, anchor: "due", length: { ...draft.length, n: "50" } };
  }
  return draft.side === "fraction" ? { ...draft, side, length: DAY } : { ...draft, side };
}

/** What a draft means, not yet checked against the schema; null while a part of it is missing. */
export function offsetOf({ length, side, anchor, path }: OffsetDraft): Until | null {
  const by = lengthFrom(length, side);
  const name = anchor === "path" ? path.trim() : anchor;
  return by === null || name === "" ? null : { [name]: by };
}

function lengthFrom(length: LengthDraft, side: Side): Offset | null {
  if (side === "at") return "P0D";
  if (side === "fraction") {
    const percent = Number(length.n.trim().replace(",", "."));
    return length.n.trim() === "" || Number.isNaN(percent) ? null : { fraction: percent / 100 };
  }
  const value = lengthOf(length);
  if (value === null || side === "after") return value;
  return typeof value === "string" ? `-${value}` : { businessDays: -value.businessDays };
}

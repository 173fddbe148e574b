import { DAY_MS, HOUR_MS, type Instant } from "@/core/time";
import { linkExpired } from "./link-days";

/** A change of the case or the person is seen at once; a corrected template is found by looking again, soon at first. */
const RECHECK_MS = { min: HOUR_MS, max: DAY_MS, perWaited: 1 / 8 };

type Values = Record<string, unknown>;

/** Why a content has no words: what was wrong, and the value it says to wait for, if that is all. */
export type Unwritten = { params: Values; awaits: string | null };

type UnwrittenVerdict =
  | { kind: "held"; until: Instant; code: "held.missing_data"; params: Values }
  | { kind: "failed"; code: "fail.render"; params: Values };

/**
 * What becomes of a message whose content cannot be written at `now`: it is looked at again later
 * where the content waits for a value. It fails where it does not, or where its links have run out.
 */
export function unwrittenVerdict(
  { params, awaits }: Unwritten,
  { plannedAt, now }: { plannedAt: Instant; now: Instant },
): UnwrittenVerdict {
  if (awaits === null || linkExpired(plannedAt, now))
    return { kind: "failed", code: "fail.render", params };
  const { min, max, perWaited } = RECHECK_MS;
  const until = now + Math.floor(Math.min(max, Math.max(min, (now - plannedAt) * perWaited)));
  return { kind: "held", until, code: "held.missing_data", params: { field: awaits } };
}

import type { Effect } from "@/core/case/effect";
import type { CaseState } from "@/core/case/state";
import type { CaseType } from "./event-type";

/** The decisions that others are told of. */
const TYPE_OF = new Map<string, CaseType>([
  ["case.opened", "case.opened"],
  ["response.received", "case.responded"],
  ["esc.ack", "case.acknowledged"],
  ["case.taken_over", "case.acknowledged"],
  ["esc.started", "case.escalated"],
  ["esc.level_up", "case.escalated"],
  ["esc.fallback", "case.escalated"],
  ["case.resolved", "case.resolved"],
  ["case.expired", "case.expired"],
  ["case.canceled", "case.canceled"],
  ["case.reopened", "case.reopened"],
]);

/**
 * What one transition of a case is, in the words of webhooks and in its order. A case that is born
 * answered has been responded to and, where the answer ends it, resolved.
 */
export function caseTypes({
  isNew,
  state,
  effects,
}: {
  isNew: boolean;
  state: CaseState;
  effects: readonly Effect[];
}): CaseType[] {
  const types: CaseType[] = [];
  for (const effect of effects) {
    const type = effect.type === "log" ? TYPE_OF.get(effect.decision.code) : undefined;
    if (type !== undefined) types.push(type);
  }
  if (!isNew) return types;
  const answered = state.firstResponseAt !== null && !types.includes("case.responded");
  if (answered) types.splice(1, 0, "case.responded");
  if (state.status === "resolved" && !types.includes("case.resolved")) types.push("case.resolved");
  return types;
}

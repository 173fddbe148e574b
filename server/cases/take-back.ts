import type { CaseBefore, TakenBack } from "@/core/case/take-back";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { act, reopenCase, type VerbOptions, type VerbResult, type Who } from "./verbs";

/** Lets a snoozed case go on now. Refuses a closed case (`conflict`). */
export const endSnooze = (ctx: Ctx, who: Who, caseId: string, options?: VerbOptions) =>
  act(ctx, who, caseId, () => ({ type: "snooze_ended" }), options);

/**
 * Makes a case as it was before a verb: open, snoozed or not, with its owner. A snooze that would
 * have ended meanwhile ends. Refuses what the case's state does not allow (`conflict`).
 */
export function takeBack(
  ctx: Ctx,
  who: Who,
  caseId: string,
  verb: TakenBack,
  before: CaseBefore,
): Promise<VerbResult> {
  switch (verb) {
    case "resolve":
      return reopenCase(ctx, who, caseId, {});
    case "snooze":
      return act(ctx, who, caseId, async (tx) => {
        const until = before.snoozedUntil;
        const isOver = until === null || until <= (await nowOf(tx, who.workspaceId));
        return isOver ? { type: "snooze_ended" } : { type: "snoozed", until };
      });
    case "reassign":
      return act(ctx, who, caseId, () => ({ type: "reassigned", owner: before.owner }));
  }
}

import { isDeepStrictEqual } from "node:util";
import { beforeOf, type CaseBefore, type CaseGiven } from "@/core/case/take-back";
import { AppError } from "@/core/errors";
import type { Tx } from "@/db/client";
import { findCase } from "@/db/queries/cases";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import {
  act,
  assertOwnerExists,
  reopenCase,
  type VerbOptions,
  type VerbResult,
  type Who,
} from "./verbs";

/** Lets a snoozed case go on now. Refuses a closed case (`conflict`). */
export const endSnooze = (ctx: Ctx, who: Who, caseId: string, options?: VerbOptions) =>
  act(ctx, who, caseId, () => ({ type: "snooze_ended" }), options);

/**
 * Makes a case as it was before a verb: open, snoozed or not, with its owner. A snooze that would
 * have ended meanwhile ends; a case that was resolved goes on at its step, whose wait begins anew.
 * Refuses a case that no longer stands as the verb left it, because
 * somebody else has been there since, and what its state does not allow (`conflict`).
 */
export function takeBack(
  ctx: Ctx,
  who: Who,
  caseId: string,
  given: CaseGiven,
  before: CaseBefore,
): Promise<VerbResult> {
  switch (given.verb) {
    case "resolve":
      return reopenCase(ctx, who, caseId, {}, { snoozedUntil: before.snoozedUntil });
    case "snooze":
      return act(ctx, who, caseId, async (tx) => {
        const now = await standsAt(tx, who, caseId, { snoozedUntil: Date.parse(given.until) });
        const until = before.snoozedUntil;
        const isOver = until === null || until <= now;
        return isOver ? { type: "snooze_ended" } : { type: "snoozed", until };
      });
    case "reassign":
      return act(ctx, who, caseId, async (tx) => {
        await standsAt(tx, who, caseId, { owner: given.owner });
        if (before.owner) await assertOwnerExists(tx, who.workspaceId, before.owner);
        return { type: "reassigned", owner: before.owner };
      });
  }
}

/** Throws unless the case, which the transaction holds, is still like this; gives the moment. */
async function standsAt(
  tx: Tx,
  { workspaceId }: Who,
  caseId: string,
  expected: Partial<CaseBefore>,
): Promise<number> {
  const row = await findCase(tx, workspaceId, caseId);
  const stands: Partial<CaseBefore> = row ? beforeOf(row) : {};
  const isSame = Object.entries(expected).every(([name, value]) =>
    isDeepStrictEqual(stands[name as keyof CaseBefore], value),
  );
  if (isSame) return nowOf(tx, workspaceId);
  throw new AppError("conflict", "The case has changed since. It stays as it is.");
}

import type { MessageRef } from "@/core/case/effect";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { toRfc3339 } from "@/core/time";
import type { Tx } from "@/db/client";
import { findWaitingMessage } from "@/db/queries/case-details";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { act, type VerbOptions, type Who } from "./verbs";

/** A planned thing: the step whose turn comes, or a message that waits for its moment already. */
export type Planned = { step: string; messageId?: string | undefined };

/**
 * Sends what is planned next at once, or a message that waits. Refuses what is not next any more,
 * and a message that has left (`conflict`). Preferences and quiet hours still have their say.
 */
export const sendPlannedNow = (
  ctx: Ctx,
  who: Who,
  id: string,
  planned: Planned,
  options?: VerbOptions,
) =>
  act(
    ctx,
    who,
    id,
    async (tx) => ({
      type: "planned_sent_now",
      ...(await refOf(tx, who.workspaceId, id, planned)),
    }),
    options,
  );

/** The next messages of the step, or the one that waits, end unsent with this reason. */
export const takePlannedOut = (
  ctx: Ctx,
  who: Who,
  id: string,
  { reason, ...planned }: Planned & { reason: string },
  options?: VerbOptions,
) =>
  act(
    ctx,
    who,
    id,
    async (tx) => {
      const ref = await refOf(tx, who.workspaceId, id, planned);
      return { type: "planned_taken_out", reason, ...ref };
    },
    options,
  );

/** Refuses a moment that has passed (`invalid`), and what is not next any more (`conflict`). */
export const movePlanned = (
  ctx: Ctx,
  who: Who,
  id: string,
  { to, ...planned }: Planned & { to: number },
  options?: VerbOptions,
) =>
  act(
    ctx,
    who,
    id,
    async (tx) => {
      const now = await nowOf(tx, who.workspaceId);
      if (to <= now) {
        const message = `must lie ahead; it is ${toRfc3339(now)} now`;
        throw new AppError("invalid", `to ${message}`, { errors: [{ path: "to", message }] });
      }
      return { type: "planned_moved", to, ...(await refOf(tx, who.workspaceId, id, planned)) };
    },
    options,
  );

/** The case is locked, so what waits now cannot leave before this transaction has decided. */
async function refOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  caseId: string,
  { step, messageId }: Planned,
): Promise<{ step: string; message?: MessageRef }> {
  if (messageId === undefined) return { step };
  const message = await findWaitingMessage(tx, { workspaceId, id: caseId }, messageId);
  if (!message) throw new AppError("conflict", "This message does not wait any more.");
  return { step: message.step, message };
}

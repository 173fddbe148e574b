import { z } from "zod";
import { parseDate } from "@/core/calendar/civil";
import { AppError } from "@/core/errors";
import { Key } from "@/core/ids";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { countTrendNotes, deleteTrendNote, insertTrendNote } from "@/db/queries/trend-notes";
import type { Who } from "../cases/verbs";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { newId } from "../new-id";

export const NOTE_CHARS_MAX = 200;
export const TREND_NOTES_MAX = 2_000;

export const TrendNote = z.strictObject({
  /** Local, `2026-11-23`. */
  day: z.string().refine((day) => parseDate(day) !== null),
  /** Whose numbers it stands beside; without it those of all. */
  workflow: Key.optional(),
  text: z.string().trim().min(1).max(NOTE_CHARS_MAX),
});

/**
 * Writes a note beside a day of the numbers, for everybody to see, and gives its id. Refuses more than
 * `TREND_NOTES_MAX` in a workspace (`conflict`).
 */
export async function addTrendNote(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  { day, workflow, text }: z.output<typeof TrendNote>,
): Promise<{ id: string }> {
  const id = newId();
  const at = new Date(await nowOf(ctx.db, workspaceId));
  const byOperator = actor.kind === "operator" ? actor.id : null;
  await inTransaction(ctx.db, async (tx) => {
    if ((await countTrendNotes(tx, workspaceId)) >= TREND_NOTES_MAX) {
      throw new AppError(
        "conflict",
        `There are ${TREND_NOTES_MAX} notes beside the numbers. Delete one first.`,
      );
    }
    await insertTrendNote(tx, {
      workspaceId,
      id,
      day,
      workflow: workflow ?? null,
      text,
      byOperator,
      at,
    });
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "trend_note.added",
      target: id,
      detail: { day, workflow: workflow ?? null, text },
    });
  });
  return { id };
}

/** Deletes a note, whoever wrote it. Refuses one that is not there (`not_found`). */
export async function removeTrendNote(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  id: string,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const text = await deleteTrendNote(tx, workspaceId, id);
    if (text === undefined) throw new AppError("not_found", "This note is gone.");
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "trend_note.removed",
      target: id,
      detail: { text },
    });
  });
}

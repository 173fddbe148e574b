import { AppError } from "@/core/errors";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { pauseWorkflow, resumeWorkflow } from "./turn-workflow";

/** Workflows that can be turned at once. */
export const TURNED_AT_ONCE_MAX = 100;

/**
 * Pauses those of the workflows that are live, one after the other, or resumes those that are
 * paused. All others (drafts, archived ones, those not there any more) are counted as refused and
 * stop no other.
 */
export async function turnWorkflows(
  ctx: Ctx,
  who: Who,
  keys: readonly string[],
  to: "paused" | "live",
): Promise<{ done: string[]; refused: number }> {
  const turn = (key: string) =>
    to === "paused"
      ? pauseWorkflow(ctx, who, key, { only: "live" })
      : resumeWorkflow(ctx, who, key, { only: "paused" });
  const done: string[] = [];
  for (const key of keys.slice(0, TURNED_AT_ONCE_MAX)) {
    try {
      await turn(key);
      done.push(key);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return { done, refused: keys.length - done.length };
}

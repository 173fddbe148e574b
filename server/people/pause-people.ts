import { AppError } from "@/core/errors";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { pausePerson } from "./pause-person";

/** People whose pause can be changed at once: each is a transaction that plans their cases again. */
export const PAUSED_AT_ONCE_MAX = 100;

/** `until` is read as `pausePerson` reads it; null ends the pause. */
type Pause = { personId: string; until: string | null };

/**
 * Pauses people one after the other, or ends their pauses, and gives the ids for whom it was done.
 * Who is not there, or whose moment has passed by now, is left out and stops nobody else.
 */
export async function pausePeople(
  ctx: Ctx,
  who: Who,
  pauses: readonly Pause[],
): Promise<{ done: string[]; refused: number }> {
  const done: string[] = [];
  for (const { personId, until } of pauses.slice(0, PAUSED_AT_ONCE_MAX)) {
    try {
      await pausePerson(ctx, who, personId, until);
      done.push(personId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return { done, refused: pauses.length - done.length };
}

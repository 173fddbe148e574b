import { parseMoment } from "@/core/calendar/zone";
import { AppError } from "@/core/errors";
import { toRfc3339 } from "@/core/time";
import { findPerson } from "@/db/queries/people";
import { writePause } from "@/db/queries/people-writes";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { tell } from "@/server/webhooks/tell";
import { changePerson } from "./change-person";

/**
 * Sends a person nothing until a moment, a local one or the end of a date on their own clock; null
 * takes the pause away. Throws `not_found`, and `invalid` for a moment that does not lie ahead.
 */
export async function pausePerson(
  ctx: Ctx,
  who: Who,
  personId: string,
  until: string | null,
): Promise<void> {
  const { workspaceId } = who;
  await changePerson(ctx, who, personId, async (tx) => {
    tell(tx, workspaceId, { type: "preference.updated", personId });
    if (until === null) {
      await writePause(tx, workspaceId, personId, null);
      return { action: "person.unpaused" };
    }
    const [person, workspace, now] = await Promise.all([
      findPerson(tx, workspaceId, personId),
      findWorkspace(tx, workspaceId),
      nowOf(tx, workspaceId),
    ]);
    const at = parseMoment(until, person?.timeZone ?? workspace?.timeZone ?? "UTC");
    if (at === null || at <= now) {
      const errors = [{ path: "until", message: "must lie ahead" }];
      throw new AppError("invalid", "The pause must end in the future.", { errors });
    }
    await writePause(tx, workspaceId, personId, new Date(at));
    return { action: "person.paused", detail: { until: toRfc3339(at) } };
  });
}

import { usersOfCalendar } from "@/db/queries/keyed-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { deleteFact } from "@/server/workspaces/change-facts";

/** Throws `not_found`, and `conflict` while a team, a person or the workspace works by it. */
export const deleteCalendar = (ctx: Ctx, who: Who, key: string): Promise<void> =>
  deleteFact(ctx, who, "calendars", key, (tx) => usersOfCalendar(tx, who.workspaceId, key));

import type { TeamInput } from "@/core/contracts/teams";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { circleText, refusedByCircle } from "@/core/org/circles";
import type { Tx } from "@/db/client";
import { findKeyed } from "@/db/queries/keyed";
import { writeTeam } from "@/db/queries/keyed-writes";
import { holdOrg, teamParents } from "@/db/queries/org";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";

/**
 * Makes or replaces a team with its members; cases are planned again at once. Members may be people
 * who do not exist yet. Throws `invalid` for a calendar or a department that does not exist, and for
 * one that belongs to this team; with `onlyNew` `conflict` for a key that is taken.
 */
export async function saveTeam(
  ctx: Ctx,
  who: Who,
  key: string,
  input: TeamInput,
  options: { onlyNew?: boolean } = {},
): Promise<{ created: boolean }> {
  sameKeyAs(key, input.key);
  const change = { action: "team.saved" as const, target: key };
  const write = async (tx: Tx): Promise<boolean> => {
    const created = await writeTeamIn(tx, who.workspaceId, key, input);
    if (created || !options.onlyNew) return created;
    const errors = [{ path: "key", message: "another team has this key" }];
    throw new AppError("conflict", `There is a team with the key ${key} already.`, { errors });
  };
  const replan = (isNew: boolean) => (isNew ? null : "team");
  return { created: await changeFacts(ctx, who, change, write, replan) };
}

/**
 * Writes a team in the caller's transaction; says whether it is new. The caller holds the org where
 * it has locked anything before.
 */
export async function writeTeamIn(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
  input: TeamInput,
): Promise<boolean> {
  if (input.calendar) await requireCalendar(tx, workspaceId, input.calendar);
  if (input.parent) await requireParent(tx, workspaceId, key, input.parent);
  const row = {
    workspaceId,
    key,
    name: input.name,
    leadId: input.leadId ?? null,
    calendar: input.calendar ?? null,
    timeZone: input.timeZone ?? null,
    parent: input.parent ?? null,
  };
  const members = input.members.map((member) => ({
    personId: member.personId,
    role: member.role,
    deputyId: member.deputyId ?? null,
    absentFrom: member.absentFrom ? new Date(member.absentFrom) : null,
    absentUntil: member.absentUntil ? new Date(member.absentUntil) : null,
  }));
  return writeTeam(tx, row, members);
}

async function requireCalendar(tx: Tx, workspaceId: WorkspaceId, key: string): Promise<void> {
  if (await findKeyed(tx, workspaceId, "calendars", key)) return;
  const errors = [{ path: "calendar", message: `there is no calendar ${key}` }];
  throw new AppError("invalid", "The calendar does not exist.", { errors });
}

async function requireParent(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
  parent: string,
): Promise<void> {
  await holdOrg(tx, workspaceId);
  const parents = await teamParents(tx, workspaceId);
  if (!parents.has(parent) && parent !== key) {
    const errors = [{ path: "parent", message: `there is no team ${parent}` }];
    throw new AppError("invalid", "The department does not exist.", { errors });
  }
  const change = new Map([[key, parent]]);
  const circle = refusedByCircle(change, (one) => parents.get(one) ?? null).get(key);
  if (!circle) return;
  const message = circleText(circle, (one) => one, "belongs to");
  throw new AppError("invalid", "A department cannot belong to itself.", {
    errors: [{ path: "parent", message }],
  });
}

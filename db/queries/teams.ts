import { and, asc, count, desc, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { cases } from "@/db/schema/cases";
import { people } from "@/db/schema/people";
import { teamMembers, teams } from "@/db/schema/teams";
import type { CaseListRow } from "./cases";

/** Teams of a workspace that are shown at most. */
export const TEAMS_MAX = 500;
/** Others are found by typing their id. */
const CHOICES_MAX = 300;

/** Every team, by name. */
export async function listTeams(db: Db | Tx, workspaceId: WorkspaceId) {
  return db
    .select()
    .from(teams)
    .where(eq(teams.workspaceId, workspaceId))
    .orderBy(asc(sql`lower(${teams.name})`), asc(teams.key))
    .limit(TEAMS_MAX);
}

/** An escalation stands with a team when the team owns the case, or one of its people took it. */
const standsWith = (workspaceId: WorkspaceId) =>
  and(
    eq(cases.workspaceId, workspaceId),
    eq(cases.status, "open"),
    or(
      eq(cases.ownerTeam, teams.key),
      and(
        gt(cases.level, 0),
        or(
          eq(cases.ownerPersonId, teams.leadId),
          sql`exists (select 1 from ${teamMembers} where ${teamMembers.workspaceId} = ${workspaceId}
            and ${teamMembers.team} = ${teams.key} and ${teamMembers.personId} = ${cases.ownerPersonId})`,
        ),
      ),
    ),
  );

/** Open escalations by team; teams without one are left out. */
export async function countEscalations(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ team: teams.key, n: count(cases.id) })
    .from(teams)
    .innerJoin(cases, standsWith(workspaceId))
    .where(eq(teams.workspaceId, workspaceId))
    .groupBy(teams.key);
  return new Map(rows.map(({ team, n }) => [team, n]));
}

/** The open escalations of one team, newest first. */
export async function listEscalations(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  team: string,
  limit: number,
): Promise<CaseListRow[]> {
  const rows = await db
    .select({ row: cases })
    .from(teams)
    .innerJoin(cases, standsWith(workspaceId))
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.key, team)))
    .orderBy(desc(cases.id))
    .limit(limit);
  return rows.map(({ row }) => row);
}

/** Holds a team against other writers until the transaction ends; false when there is none. */
export async function lockTeam(tx: Tx, workspaceId: WorkspaceId, key: string): Promise<boolean> {
  const rows = await tx
    .select({ key: teams.key })
    .from(teams)
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.key, key)))
    .for("update");
  return rows.length > 0;
}

/** People one may choose from: members of teams and managers first, then everybody, by name. */
export async function listChoosable(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<{ id: string; name: string | null }[]> {
  const isStaff = inArray(
    people.id,
    db
      .select({ id: teamMembers.personId })
      .from(teamMembers)
      .where(eq(teamMembers.workspaceId, workspaceId)),
  );
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), sql`${people.erasedAt} is null`))
    .orderBy(desc(isStaff), asc(sql`lower(coalesce(${people.name}, ${people.id}))`))
    .limit(CHOICES_MAX);
}

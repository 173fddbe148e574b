import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import { calendars, escalationPolicies, rotas, teamMembers, teams } from "@/db/schema/teams";
import { layouts, snippets, templates, topics } from "@/db/schema/workflows";
import { workspaces } from "@/db/schema/workspaces";

/** True in a RETURNING clause for a row that was inserted, not updated. */
const created = sql<boolean>`(xmax = 0)`;
const now = sql`clock_timestamp()`;

type Values<T extends { $inferInsert: object }> = Omit<T["$inferInsert"], "updatedAt">;

/** Each of these makes or replaces one row, and says whether it is new. */
export async function writeTopic(tx: Tx, row: Values<typeof topics>): Promise<boolean> {
  const { workspaceId, key, ...set } = row;
  const rows = await tx
    .insert(topics)
    .values({ workspaceId, key, ...set })
    .onConflictDoUpdate({
      target: [topics.workspaceId, topics.key],
      set: { ...set, updatedAt: now },
    })
    .returning({ created });
  return rows[0]?.created ?? false;
}

export async function writeTemplate(tx: Tx, row: Values<typeof templates>): Promise<boolean> {
  const { workspaceId, key, template } = row;
  const rows = await tx
    .insert(templates)
    .values({ workspaceId, key, template })
    .onConflictDoUpdate({
      target: [templates.workspaceId, templates.key],
      set: { template, updatedAt: now },
    })
    .returning({ created });
  return rows[0]?.created ?? false;
}

export async function writeSnippet(tx: Tx, row: Values<typeof snippets>): Promise<boolean> {
  const { workspaceId, key, snippet } = row;
  const rows = await tx
    .insert(snippets)
    .values({ workspaceId, key, snippet })
    .onConflictDoUpdate({
      target: [snippets.workspaceId, snippets.key],
      set: { snippet, updatedAt: now },
    })
    .returning({ created });
  return rows[0]?.created ?? false;
}

export async function writeLayout(tx: Tx, row: Values<typeof layouts>): Promise<boolean> {
  const { workspaceId, key, layout } = row;
  const rows = await tx
    .insert(layouts)
    .values({ workspaceId, key, layout })
    .onConflictDoUpdate({
      target: [layouts.workspaceId, layouts.key],
      set: { layout, updatedAt: now },
    })
    .returning({ created });
  return rows[0]?.created ?? false;
}

export async function writeCalendar(tx: Tx, row: Values<typeof calendars>): Promise<boolean> {
  const { workspaceId, key, calendar } = row;
  const rows = await tx
    .insert(calendars)
    .values({ workspaceId, key, calendar })
    .onConflictDoUpdate({
      target: [calendars.workspaceId, calendars.key],
      set: { calendar, updatedAt: now },
    })
    .returning({ created });
  return rows[0]?.created ?? false;
}

export async function writeRota(tx: Tx, row: Values<typeof rotas>): Promise<boolean> {
  const { workspaceId, key, plan } = row;
  const rows = await tx
    .insert(rotas)
    // Not 1 again: links to the feed of a rota that was deleted must not open its successor's.
    .values({ workspaceId, key, plan, feed: sql`floor(random() * 1000000000)::int` })
    .onConflictDoUpdate({
      target: [rotas.workspaceId, rotas.key],
      set: { plan, updatedAt: now },
    })
    .returning({ created });
  return rows[0]?.created ?? false;
}

export async function writePolicy(
  tx: Tx,
  row: Values<typeof escalationPolicies>,
): Promise<boolean> {
  const { workspaceId, key, name, ladder } = row;
  const rows = await tx
    .insert(escalationPolicies)
    .values({ workspaceId, key, name, ladder })
    .onConflictDoUpdate({
      target: [escalationPolicies.workspaceId, escalationPolicies.key],
      set: { name, ladder, updatedAt: now },
    })
    .returning({ created });
  return rows[0]?.created ?? false;
}

type Member = Omit<typeof teamMembers.$inferInsert, "workspaceId" | "team">;

/** A team with its members, who are replaced as a whole. */
export async function writeTeam(
  tx: Tx,
  row: Values<typeof teams>,
  members: readonly Member[],
): Promise<boolean> {
  const { workspaceId, key, ...set } = row;
  const rows = await tx
    .insert(teams)
    .values({ workspaceId, key, ...set })
    .onConflictDoUpdate({
      target: [teams.workspaceId, teams.key],
      set: { ...set, updatedAt: now },
    })
    .returning({ created });
  await deleteMembers(tx, workspaceId, key);
  if (members.length > 0) {
    await tx
      .insert(teamMembers)
      .values(members.map((member) => ({ workspaceId, team: key, ...member })));
  }
  return rows[0]?.created ?? false;
}

export async function deleteMembers(tx: Tx, workspaceId: WorkspaceId, team: string) {
  await tx
    .delete(teamMembers)
    .where(and(eq(teamMembers.workspaceId, workspaceId), eq(teamMembers.team, team)));
}

/** The members of these teams. */
export async function listMembers(db: Db | Tx, workspaceId: WorkspaceId, keys: readonly string[]) {
  if (keys.length === 0) return [];
  return db
    .select()
    .from(teamMembers)
    .where(and(eq(teamMembers.workspaceId, workspaceId), inArray(teamMembers.team, [...keys])))
    .orderBy(asc(teamMembers.role), asc(teamMembers.personId));
}

/** What works by a calendar, in words. */
export async function usersOfCalendar(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
): Promise<string[]> {
  const byTeam = await tx
    .select({ key: teams.key })
    .from(teams)
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.calendar, key)))
    .limit(10);
  const byWorkspace = await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(and(eq(workspaces.id, workspaceId), eq(workspaces.calendar, key)));
  const byPerson = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), eq(people.calendar, key)))
    .limit(10);
  return [
    ...byTeam.map((team) => `team ${team.key}`),
    ...byWorkspace.map(() => "the workspace"),
    ...byPerson.map((person) => `person ${person.id}`),
  ];
}

import { and, eq, inArray } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import { escalationPolicies, teams } from "@/db/schema/teams";

/** People whose names one answer may need; the others stay ids. */
export const NAMED_MAX = 1_000;

/** What sentences call teams, policies and these people. Text that is no person's id does no harm. */
export async function findNames(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personIds: Iterable<string>,
): Promise<{
  teams: ReadonlyMap<string, string>;
  policies: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
}> {
  const ids = [...new Set(personIds)].slice(0, NAMED_MAX);
  const [named, byTeam, byPolicy] = await Promise.all([
    ids.length === 0
      ? []
      : db
          .select({ id: people.id, name: people.name })
          .from(people)
          .where(and(eq(people.workspaceId, workspaceId), inArray(people.id, ids))),
    db
      .select({ key: teams.key, name: teams.name })
      .from(teams)
      .where(eq(teams.workspaceId, workspaceId))
      .limit(NAMED_MAX),
    db
      .select({ key: escalationPolicies.key, name: escalationPolicies.name })
      .from(escalationPolicies)
      .where(eq(escalationPolicies.workspaceId, workspaceId))
      .limit(NAMED_MAX),
  ]);
  return {
    people: new Map(named.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const]))),
    teams: new Map(byTeam.map(({ key, name }) => [key, name])),
    policies: new Map(byPolicy.map(({ key, name }) => [key, name])),
  };
}

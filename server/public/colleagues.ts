import { sql } from "drizzle-orm";
import type { Owner } from "@/core/case/state";
import type { Db, Tx } from "@/db/client";
import type { Link } from "./link";

/** More names than this make no list to choose from. */
const COLLEAGUES_MAX = 200;

export type Colleagues = {
  people: { id: string; name: string }[];
  teams: { id: string; name: string }[];
};

/**
 * Whom a helper can hand a matter to: the people and teams of everybody who was called in for it, of
 * its owner and of the helper, without the helper and the person whom it is about.
 */
export async function colleaguesOf(db: Db | Tx, link: Link): Promise<Colleagues> {
  const { workspaceId, message, person, matter } = link;
  const rows = await db.execute<{ kind: "person" | "team"; id: string; name: string }>(sql`
    with known as (
      select ${person.id}::text as id
      union select owner_person_id from cases where workspace_id = ${workspaceId} and id = ${message.caseId}
      union select person_id from messages
        where workspace_id = ${workspaceId} and case_id = ${message.caseId}
          and request->>'audience' = 'escalation'),
    theirs as (
      select t.key, t.name, t.lead_id from teams t
      where t.workspace_id = ${workspaceId} and (
        t.lead_id in (select id from known)
        or t.key = (select owner_team from cases where workspace_id = ${workspaceId} and id = ${message.caseId})
        or exists (select 1 from team_members m
          where m.workspace_id = t.workspace_id and m.team = t.key and m.person_id in (select id from known)))),
    those as (
      select id from known
      union select lead_id from theirs
      union select m.person_id from team_members m join theirs t on t.key = m.team
        where m.workspace_id = ${workspaceId})
    (select 'person' as kind, p.id, coalesce(p.name, p.id) as name
      from people p join those on those.id = p.id
      where p.workspace_id = ${workspaceId} and p.erased_at is null
        and p.id <> ${person.id} and p.id <> ${matter.personId}
      order by lower(coalesce(p.name, p.id)), p.id limit ${COLLEAGUES_MAX})
    union all
    (select 'team', key, name from theirs order by lower(name), key limit ${COLLEAGUES_MAX})`);
  const of = (wanted: "person" | "team") =>
    rows.flatMap(({ kind, id, name }) => (kind === wanted ? [{ id, name }] : []));
  return { people: of("person"), teams: of("team") };
}

/** The one whom a form names, with their name; null for somebody who is not in the list. */
export function chosenOf(
  { people, teams }: Colleagues,
  text: string,
): { to: Owner; name: string } | null {
  const person = people.find(({ id }) => text === `person:${id}`);
  if (person) return { to: { personId: person.id }, name: person.name };
  const team = teams.find(({ id }) => text === `team:${id}`);
  return team ? { to: { team: team.id }, name: team.name } : null;
}

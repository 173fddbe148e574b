import { sql } from "drizzle-orm";
import type { PersonFacts } from "@/core/case/facts";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";

export type LoadedPerson = PersonFacts & { calendar: string | null };
export type PersonRef = { workspaceId: WorkspaceId; personId: string };

/** How people are told apart across workspaces in a batch. */
export const personName = (workspaceId: string, personId: string) => `${workspaceId}/${personId}`;

/** People as the engine needs them, in one statement. Unknown ones are left out. */
export async function loadPeople(
  db: Db | Tx,
  refs: readonly PersonRef[],
): Promise<Map<string, LoadedPerson>> {
  const wanted = new Map(refs.map((ref) => [personName(ref.workspaceId, ref.personId), ref]));
  if (wanted.size === 0) return new Map();
  const list = [...wanted.values()];
  const rows = await db.execute<LoadedPerson & { workspaceId: string }>(sql`
    select p.workspace_id as "workspaceId", p.id, p.name, p.locale, p.time_zone as "timeZone",
      p.manager_id as "managerId", p.attributes, p.location, p.calendar,
      date_part('epoch', p.paused_until) * 1000 as "pausedUntil",
      p.preferred_channel as "preferredChannel", p.erased_at is not null as erased,
      a.email, a.phone
    from unnest(
      ${sql.param(list.map((ref) => ref.workspaceId))}::uuid[],
      ${sql.param(list.map((ref) => ref.personId))}::text[]) as w(workspace_id, id)
    join people p on p.workspace_id = w.workspace_id and p.id = w.id
    left join lateral (
      select (array_agg(address order by created_at desc) filter (where channel = 'email'))[1] as email,
        (array_agg(address order by created_at desc) filter (where channel = 'sms'))[1] as phone
      from contact_points c
      where c.workspace_id = p.workspace_id and c.person_id = p.id) a on true`);
  return new Map(
    rows.map(({ workspaceId, ...person }) => [personName(workspaceId, person.id), person]),
  );
}

/** The person of a case who is not known (any more): nothing can be sent, nothing breaks. */
export const unknownPerson = (id: string): LoadedPerson => ({
  id,
  name: null,
  email: null,
  phone: null,
  locale: null,
  timeZone: null,
  attributes: {},
  location: null,
  managerId: null,
  pausedUntil: null,
  preferredChannel: null,
  erased: true,
  calendar: null,
});

import { and, eq, inArray, sql } from "drizzle-orm";
import type { TopicSetting } from "@/core/contracts/preference-change";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Tx } from "@/db/client";
import { contactPoints, people, preferences } from "@/db/schema/people";

type Person = typeof people.$inferSelect;
export type PersonFields = Pick<
  Person,
  "id" | "name" | "locale" | "timeZone" | "managerId" | "attributes" | "location" | "calendar"
>;

type Address = { channel: string; address: string };
export type PersonAsIs = PersonFields & { erased: boolean; addresses: Address[] };

/** The people with these ids as they are, erased ones included, with their email and phone. */
export async function findPeopleForWrite(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<PersonAsIs[]> {
  const rows = await tx
    .select({
      id: people.id,
      name: people.name,
      locale: people.locale,
      timeZone: people.timeZone,
      managerId: people.managerId,
      attributes: people.attributes,
      location: people.location,
      calendar: people.calendar,
      erased: sql<boolean>`${people.erasedAt} is not null`,
    })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), inArray(people.id, [...ids])));
  if (rows.length === 0) return [];
  const points = await tx
    .select({
      personId: contactPoints.personId,
      channel: contactPoints.channel,
      address: contactPoints.address,
    })
    .from(contactPoints)
    .where(
      and(
        eq(contactPoints.workspaceId, workspaceId),
        inArray(contactPoints.personId, [...ids]),
        inArray(contactPoints.channel, ["email", "sms"]),
      ),
    );
  const byPerson = Map.groupBy(points, ({ personId }) => personId);
  return rows.map((row) => ({ ...row, addresses: byPerson.get(row.id) ?? [] }));
}

/**
 * Makes or replaces people. `keepManagers`: whoever is there keeps their manager, so that one written
 * meanwhile, which may have been checked against theirs, is not undone.
 */
export async function writePeople(
  tx: Tx,
  workspaceId: WorkspaceId,
  rows: readonly PersonFields[],
  { keepManagers = false } = {},
): Promise<void> {
  if (rows.length === 0) return;
  const manager = keepManagers ? sql`` : sql`manager_id = excluded.manager_id,`;
  await tx.execute(sql`
    insert into people
      (workspace_id, id, name, locale, time_zone, manager_id, attributes, location, calendar)
    select ${workspaceId}::uuid, r.id, r.name, r.locale, r."timeZone", r."managerId", r.attributes,
      nullif(r.location, 'null'::jsonb), r.calendar
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id text, name text, locale text, "timeZone" text, "managerId" text, attributes jsonb,
        location jsonb, calendar text)
    on conflict (workspace_id, id) do update set
      name = excluded.name, locale = excluded.locale, time_zone = excluded.time_zone,
      ${manager} attributes = excluded.attributes, location = excluded.location,
      calendar = excluded.calendar, erased_at = null, updated_at = clock_timestamp(),
      created_at = case when people.erased_at is null then people.created_at else clock_timestamp() end`);
}

/** Gives each of these channels its one, verified address, or none. */
export async function replaceAddresses(
  tx: Tx,
  workspaceId: WorkspaceId,
  changes: readonly { personId: string; channel: string; address: string | null }[],
): Promise<void> {
  if (changes.length === 0) return;
  const input = JSON.stringify(changes);
  const record = sql`jsonb_to_recordset(${input}::jsonb) as r("personId" text, channel text, address text)`;
  await tx.execute(sql`
    delete from contact_points c using ${record}
    where c.workspace_id = ${workspaceId} and c.person_id = r."personId" and c.channel = r.channel
      and c.address is distinct from r.address`);
  await tx.execute(sql`
    insert into contact_points (workspace_id, person_id, channel, address, verified_at)
    select ${workspaceId}::uuid, r."personId", r.channel, r.address, clock_timestamp()
    from ${record} where r.address is not null
    on conflict (workspace_id, person_id, channel, address) do nothing`);
}

/** Writes a person's own settings; false when there is no such person. */
export async function writeSettings(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
  settings: Pick<Person, "timeZone" | "locale" | "pausedUntil" | "quietHours" | "preferredChannel">,
): Promise<void> {
  await tx
    .update(people)
    .set({ ...settings, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, personId)));
}

/** Holds a person against other writers until the transaction ends; false when there is none. */
export async function lockPerson(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<boolean> {
  const rows = await tx
    .select({ erasedAt: people.erasedAt })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, id)))
    .for("update");
  return rows[0] !== undefined && rows[0].erasedAt === null;
}

export type Choice = Omit<
  typeof preferences.$inferInsert,
  "workspaceId" | "updatedAt" | "personId"
>;

/** Replaces all that a person chose by topic. */
export async function replaceChoices(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
  choices: readonly Choice[],
): Promise<void> {
  await tx
    .delete(preferences)
    .where(and(eq(preferences.workspaceId, workspaceId), eq(preferences.personId, personId)));
  if (choices.length === 0) return;
  await tx
    .insert(preferences)
    .values(choices.map((choice) => ({ workspaceId, personId, ...choice })));
}

/** What a person chose for one topic; null: nothing any more. */
export async function writeTopicSetting(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
  topic: string,
  setting: TopicSetting | null,
): Promise<void> {
  if (setting === null) {
    await tx
      .delete(preferences)
      .where(
        and(
          eq(preferences.workspaceId, workspaceId),
          eq(preferences.personId, personId),
          eq(preferences.topic, topic),
        ),
      );
    return;
  }
  const values = { ...setting, updatedAt: sql`clock_timestamp()` };
  await tx
    .insert(preferences)
    .values({ workspaceId, personId, topic, ...values })
    .onConflictDoUpdate({
      target: [preferences.workspaceId, preferences.personId, preferences.topic],
      set: values,
    });
}

/** Until when nothing is sent to a person; null takes the pause away. */
export async function writePause(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
  pausedUntil: Date | null,
): Promise<void> {
  await tx
    .update(people)
    .set({ pausedUntil, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, personId)));
}

/** The channel that goes first where a step names several in order; null: none does. */
export async function writePreferredChannel(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
  preferredChannel: Person["preferredChannel"],
): Promise<void> {
  await tx
    .update(people)
    .set({ preferredChannel, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, personId)));
}

type Point = { personId: string; channel: Channel; address: string };

export async function countAddresses(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<number> {
  return tx.$count(
    contactPoints,
    and(eq(contactPoints.workspaceId, workspaceId), eq(contactPoints.personId, personId)),
  );
}

/** Adds a verified address, the newest of its channel; false when the person has it already. */
export async function insertAddress(
  tx: Tx,
  workspaceId: WorkspaceId,
  point: Point,
): Promise<boolean> {
  const now = sql`clock_timestamp()`;
  const rows = await tx
    .insert(contactPoints)
    .values({ workspaceId, ...point, verifiedAt: now, createdAt: now })
    .onConflictDoNothing()
    .returning({ address: contactPoints.address });
  return rows.length > 0;
}

/** Whether there was one. A suppression of the address stays: it holds for whoever has it. */
export async function deleteAddress(
  tx: Tx,
  workspaceId: WorkspaceId,
  { personId, channel, address }: Point,
): Promise<boolean> {
  const rows = await tx
    .delete(contactPoints)
    .where(
      and(
        eq(contactPoints.workspaceId, workspaceId),
        eq(contactPoints.personId, personId),
        eq(contactPoints.channel, channel),
        eq(contactPoints.address, address),
      ),
    )
    .returning({ address: contactPoints.address });
  return rows.length > 0;
}

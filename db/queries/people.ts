import { and, asc, desc, eq, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { caseFacts } from "@/db/schema/analytics";
import { cases } from "@/db/schema/cases";
import { events } from "@/db/schema/events";
import { messages } from "@/db/schema/messages";
import {
  addressChanges,
  consents,
  contactPoints,
  erasureRequests,
  people,
  preferences,
  suppressions,
} from "@/db/schema/people";
import { replies } from "@/db/schema/replies";
import { topics } from "@/db/schema/workflows";
import { afterMoment, containing, microsOf, type Page, type PageOf, pageOf } from "./page";

export type PersonRow = typeof people.$inferSelect;

/** Rows of one kind that an export of a person holds at most. */
export const EXPORT_ROWS_MAX = 1_000;

const ADDRESSES_READ_MAX = 200;

export type PeopleFilter = {
  email?: string | undefined;
  phone?: string | undefined;
  managerId?: string | undefined;
  /** Part of the name or the id. */
  q?: string | undefined;
};

/** The people of a workspace that a filter lets through, newest first; erased ones are not there. */
export async function listPeople(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: PeopleFilter,
  page: Page,
): Promise<PageOf<PersonRow>> {
  const rows = await db
    .select({ person: people, micros: microsOf(sql`${people.createdAt}`) })
    .from(people)
    .where(
      and(
        ...conditions(workspaceId, filter),
        afterMoment(sql`${people.createdAt}`, sql`${people.id}`, page),
      ),
    )
    .orderBy(desc(people.createdAt), desc(people.id))
    .limit(page.limit + 1);
  const found = pageOf(rows, page.limit, ({ person, micros }) => [micros, person.id]);
  return { rows: found.rows.map(({ person }) => person), nextCursor: found.nextCursor };
}

function conditions(workspaceId: WorkspaceId, filter: PeopleFilter): (SQL | undefined)[] {
  const like = filter.q === undefined ? undefined : containing(filter.q);
  return [
    eq(people.workspaceId, workspaceId),
    isNull(people.erasedAt),
    filter.managerId === undefined ? undefined : eq(people.managerId, filter.managerId),
    filter.email === undefined ? undefined : reachedAt(workspaceId, "email", filter.email),
    filter.phone === undefined ? undefined : reachedAt(workspaceId, "sms", filter.phone),
    like === undefined ? undefined : or(ilike(people.name, like), ilike(people.id, like)),
  ];
}

const reachedAt = (workspaceId: WorkspaceId, channel: "email" | "sms", address: string): SQL =>
  sql`exists (select 1 from ${contactPoints}
    where ${contactPoints.workspaceId} = ${workspaceId} and ${contactPoints.personId} = ${people.id}
      and ${contactPoints.channel} = ${channel} and ${contactPoints.address} = ${address})`;

/** A person who was not erased. */
export async function findPerson(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<PersonRow | undefined> {
  const rows = await db
    .select()
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, id), isNull(people.erasedAt)));
  return rows[0];
}

/** These people, in the order asked for; erased and unknown ones are left out. */
export async function findPeople(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(people)
    .where(
      and(
        eq(people.workspaceId, workspaceId),
        inArray(people.id, [...ids]),
        isNull(people.erasedAt),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export type ContactPointRow = {
  personId: string;
  channel: (typeof contactPoints.$inferSelect)["channel"];
  address: string;
  verifiedAt: Date | null;
  suppressed: boolean;
};

/** The addresses of these people, newest first. */
export async function listContactPoints(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personIds: readonly string[],
): Promise<ContactPointRow[]> {
  if (personIds.length === 0) return [];
  return db
    .select({
      personId: contactPoints.personId,
      channel: contactPoints.channel,
      address: contactPoints.address,
      verifiedAt: contactPoints.verifiedAt,
      suppressed: sql<boolean>`${suppressions.address} is not null`,
    })
    .from(contactPoints)
    .leftJoin(
      suppressions,
      and(
        eq(suppressions.workspaceId, contactPoints.workspaceId),
        eq(suppressions.channel, contactPoints.channel),
        eq(suppressions.address, contactPoints.address),
      ),
    )
    .where(
      and(
        eq(contactPoints.workspaceId, workspaceId),
        inArray(contactPoints.personId, [...personIds]),
      ),
    )
    .orderBy(desc(contactPoints.createdAt), asc(contactPoints.address));
}

/** A person's addresses with what is known about each, newest first. */
export async function listAddresses(db: Db | Tx, workspaceId: WorkspaceId, personId: string) {
  return db
    .select({
      channel: contactPoints.channel,
      address: contactPoints.address,
      verifiedAt: contactPoints.verifiedAt,
      createdAt: contactPoints.createdAt,
      reason: suppressions.reason,
      suppressedAt: suppressions.at,
    })
    .from(contactPoints)
    .leftJoin(
      suppressions,
      and(
        eq(suppressions.workspaceId, contactPoints.workspaceId),
        eq(suppressions.channel, contactPoints.channel),
        eq(suppressions.address, contactPoints.address),
      ),
    )
    .where(and(eq(contactPoints.workspaceId, workspaceId), eq(contactPoints.personId, personId)))
    .orderBy(asc(contactPoints.channel), desc(contactPoints.createdAt), asc(contactPoints.address))
    .limit(ADDRESSES_READ_MAX);
}

/** The workspace's topics, each with what this person chose for it, if anything. */
export async function listChoices(db: Db | Tx, workspaceId: WorkspaceId, personId: string) {
  return db
    .select({
      topic: topics.key,
      defaultChannels: topics.defaultChannels,
      channels: preferences.channels,
      frequency: preferences.frequency,
      digestAt: preferences.digestAt,
    })
    .from(topics)
    .leftJoin(
      preferences,
      and(
        eq(preferences.workspaceId, topics.workspaceId),
        eq(preferences.topic, topics.key),
        eq(preferences.personId, personId),
      ),
    )
    .where(eq(topics.workspaceId, workspaceId))
    .orderBy(asc(topics.key));
}

/** Everything kept about a person beside what the person's own endpoints answer. */
export async function exportPerson(db: Db | Tx, workspaceId: WorkspaceId, personId: string) {
  const [consented, opened, written, received] = await Promise.all([
    db
      .select()
      .from(consents)
      .where(and(eq(consents.workspaceId, workspaceId), eq(consents.personId, personId)))
      .orderBy(desc(consents.id))
      .limit(EXPORT_ROWS_MAX),
    db
      .select()
      .from(cases)
      .where(and(eq(cases.workspaceId, workspaceId), eq(cases.personId, personId)))
      .orderBy(desc(cases.id))
      .limit(EXPORT_ROWS_MAX),
    db
      .select()
      .from(messages)
      .where(and(eq(messages.workspaceId, workspaceId), eq(messages.personId, personId)))
      .orderBy(desc(messages.id))
      .limit(EXPORT_ROWS_MAX),
    db
      .select()
      .from(events)
      .where(and(eq(events.workspaceId, workspaceId), eq(events.personId, personId)))
      .orderBy(desc(events.id))
      .limit(EXPORT_ROWS_MAX),
  ]);
  return { consents: consented, cases: opened, messages: written, events: received };
}

/** Removes what could name a person and keeps the bare row, so that counts and cases stay whole. */
export async function erasePerson(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<boolean> {
  const rows = await tx
    .update(people)
    .set({
      name: null,
      locale: null,
      timeZone: null,
      managerId: null,
      attributes: {},
      location: null,
      calendar: null,
      quietHours: null,
      pausedUntil: null,
      preferredChannel: null,
      trackingConsent: false,
      // On the workspace's own clock, as links are: those made before lead to nobody who has this id later.
      linksAfter: sql`coalesce((select clock_at from workspaces where id = ${workspaceId}), clock_timestamp())`,
      erasedAt: sql`clock_timestamp()`,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(
      and(eq(people.workspaceId, workspaceId), eq(people.id, personId), isNull(people.erasedAt)),
    )
    .returning({ id: people.id });
  if (rows.length === 0) return false;
  const points = and(
    eq(contactPoints.workspaceId, workspaceId),
    eq(contactPoints.personId, personId),
  );
  await tx.delete(contactPoints).where(points);
  await tx
    .delete(preferences)
    .where(and(eq(preferences.workspaceId, workspaceId), eq(preferences.personId, personId)));
  for (const asked of [addressChanges, erasureRequests]) {
    await tx
      .delete(asked)
      .where(and(eq(asked.workspaceId, workspaceId), eq(asked.personId, personId)));
  }
  await tx
    .update(caseFacts)
    .set({ personId: null })
    .where(and(eq(caseFacts.workspaceId, workspaceId), eq(caseFacts.personId, personId)));
  // What was agreed to stays as proof that it was; whose address it was does not.
  await tx
    .update(consents)
    .set({ address: null, actor: null, evidence: {}, salt: null })
    .where(and(eq(consents.workspaceId, workspaceId), eq(consents.personId, personId)));
  await tx
    .update(messages)
    .set({ to: null, content: null, evidence: null, tried: null })
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.personId, personId)));
  await tx
    .update(events)
    .set({ data: {} })
    .where(and(eq(events.workspaceId, workspaceId), eq(events.personId, personId)));
  await tx
    .update(replies)
    .set({ text: null, fullText: null, subject: null, fromAddress: null })
    .where(and(eq(replies.workspaceId, workspaceId), eq(replies.personId, personId)));
  return true;
}

import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { cases } from "@/db/schema/cases";
import { messages } from "@/db/schema/messages";

/** Open cases of these people, by id; those without one are left out. */
export async function countOpenCases(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ id: cases.personId, n: sql<number>`count(*)::int` })
    .from(cases)
    .where(
      and(
        eq(cases.workspaceId, workspaceId),
        inArray(cases.personId, [...personIds]),
        eq(cases.status, "open"),
      ),
    )
    .groupBy(cases.personId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Messages a person was sent since a moment, by channel: what the eye of the receiver counts. */
export async function countSentTo(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
  since: { day: Date; week: Date },
) {
  return db
    .select({
      channel: messages.channel,
      day: sql<number>`count(*) filter (where ${messages.sentAt} > ${since.day.toISOString()}::timestamptz)::int`,
      week: sql<number>`count(*)::int`,
    })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.personId, personId),
        gt(messages.sentAt, since.week),
        leftByItself,
      ),
    )
    .groupBy(messages.channel)
    .orderBy(asc(messages.channel));
}

/** What left inside another message is none of its own. */
const leftByItself = sql`(${messages.carrierId} is null or ${messages.carrierId} = ${messages.id})`;

/** Messages to a person that are held now, and when the first of them is looked at again. */
export async function countWaitingFor(db: Db | Tx, workspaceId: WorkspaceId, personId: string) {
  const rows = await db
    .select({
      n: sql<number>`count(*)::int`,
      until: sql<number | null>`(extract(epoch from min(${messages.deliverAt})) * 1000)::float8`,
    })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.personId, personId),
        eq(messages.status, "held"),
      ),
    );
  return rows[0] ?? { n: 0, until: null };
}

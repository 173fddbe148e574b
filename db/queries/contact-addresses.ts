import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Db, Tx } from "@/db/client";
import { contactPoints, people, suppressions } from "@/db/schema/people";

export type ContactAddress = { address: string; isSuppressed: boolean };

const SPELLINGS_MAX = 100;

/**
 * An address that some person here has on a channel, as it is kept; capital letters do not matter.
 * Of several spellings it is the one given, or the first; one that is suppressed suppresses them all.
 */
export async function findAddress(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  channel: Channel,
  address: string,
): Promise<ContactAddress | undefined> {
  const rows = await db
    .select({ address: contactPoints.address, reason: suppressions.reason })
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
        eq(contactPoints.channel, channel),
        sql`lower(${contactPoints.address}) = lower(${address})`,
      ),
    )
    .orderBy(
      sql`${contactPoints.address} = ${address} desc`,
      sql`${suppressions.reason} is null`,
      asc(contactPoints.address),
    )
    .limit(SPELLINGS_MAX);
  const [found] = rows;
  const isSuppressed = rows.some(({ reason }) => reason !== null);
  return found && { address: found.address, isSuppressed };
}

/** The language of somebody who is reached at this address; null where nobody's is known. */
export async function findLocaleAt(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  channel: Channel,
  address: string,
): Promise<string | null> {
  const [row] = await db
    .select({ locale: people.locale })
    .from(contactPoints)
    .innerJoin(
      people,
      and(eq(people.workspaceId, contactPoints.workspaceId), eq(people.id, contactPoints.personId)),
    )
    .where(
      and(
        eq(contactPoints.workspaceId, workspaceId),
        eq(contactPoints.channel, channel),
        eq(contactPoints.address, address),
        isNotNull(people.locale),
      ),
    )
    .limit(1);
  return row?.locale ?? null;
}

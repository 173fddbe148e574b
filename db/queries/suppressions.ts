import { and, desc, eq, ilike, inArray, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Db, Tx } from "@/db/client";
import { contactPoints, suppressions } from "@/db/schema/people";
import { afterMoment, containing, microsOf, type Page, type PageOf, pageOf } from "./page";

/** People who share one address, at most. */
const SHARED_BY_MAX = 100;

export type SuppressionRow = typeof suppressions.$inferSelect;

export type SuppressionFilter = {
  channel?: Channel | undefined;
  reason?: SuppressionRow["reason"] | undefined;
  /** A part of the address. */
  address?: string | undefined;
};

const isAt = (channel: Channel, address: string) =>
  and(eq(suppressions.channel, channel), eq(suppressions.address, address));

/** Addresses that are not written to, newest first. */
export async function listSuppressions(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  { channel, reason, address }: SuppressionFilter,
  page: Page,
): Promise<PageOf<SuppressionRow>> {
  const rows = await db
    .select({ row: suppressions, micros: microsOf(sql`${suppressions.at}`), place: placeOf })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.workspaceId, workspaceId),
        channel && eq(suppressions.channel, channel),
        reason && eq(suppressions.reason, reason),
        address ? ilike(suppressions.address, containing(address)) : undefined,
        afterMoment(sql`${suppressions.at}`, placeOf, page),
      ),
    )
    .orderBy(desc(suppressions.at), desc(placeOf))
    .limit(page.limit + 1);
  const found = pageOf(rows, page.limit, ({ micros, place }) => [micros, place]);
  return { rows: found.rows.map(({ row }) => row), nextCursor: found.nextCursor };
}

// Addresses can be longer than a cursor takes.
const placeOf = sql<string>`md5(${suppressions.channel} || ' ' || ${suppressions.address})`;

/** Adds addresses that the workspace itself wants left alone, and gives those that were not listed before. */
export async function insertSuppressions(
  tx: Tx,
  workspaceId: WorkspaceId,
  channel: Channel,
  addresses: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .insert(suppressions)
    // In one order everywhere: two writers of the same addresses cannot wait for each other.
    .values(
      [...new Set(addresses)].sort().map((address) => ({
        workspaceId,
        channel,
        address,
        reason: "manual" as const,
        at: sql`clock_timestamp()`,
      })),
    )
    .onConflictDoNothing()
    .returning({ address: suppressions.address });
  return rows.map(({ address }) => address);
}

/** Whether somebody at this address said stop, in any of these workspaces. */
export async function isStopped(
  db: Db | Tx,
  workspaceIds: readonly WorkspaceId[],
  channel: Channel,
  address: string,
): Promise<boolean> {
  const rows = await db
    .select({ reason: suppressions.reason })
    .from(suppressions)
    .where(
      and(
        inArray(suppressions.workspaceId, [...workspaceIds]),
        isAt(channel, address),
        eq(suppressions.reason, "stopped"),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Takes a suppression away, of one reason or any, and gives it; undefined when there was none. */
export async function deleteSuppression(
  tx: Tx,
  workspaceId: WorkspaceId,
  channel: Channel,
  address: string,
  reason?: SuppressionRow["reason"],
): Promise<SuppressionRow | undefined> {
  const [row] = await tx
    .delete(suppressions)
    .where(
      and(
        eq(suppressions.workspaceId, workspaceId),
        isAt(channel, address),
        reason && eq(suppressions.reason, reason),
      ),
    )
    .returning();
  return row;
}

/** Everybody who is reached at one of these addresses: a suppression bears on all of them. */
export async function listPeopleAt(
  tx: Tx,
  workspaceId: WorkspaceId,
  channel: Channel,
  addresses: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ personId: contactPoints.personId })
    .from(contactPoints)
    .where(
      and(
        eq(contactPoints.workspaceId, workspaceId),
        eq(contactPoints.channel, channel),
        inArray(contactPoints.address, [...addresses]),
      ),
    )
    .limit(SHARED_BY_MAX * addresses.length);
  return rows.map(({ personId }) => personId);
}

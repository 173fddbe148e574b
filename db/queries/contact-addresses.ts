import { and, eq, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Db, Tx } from "@/db/client";
import { contactPoints, suppressions } from "@/db/schema/people";

export type ContactAddress = { address: string; isSuppressed: boolean };

/** An address that some person here has on a channel, as it is kept; capital letters do not matter. */
export async function findAddress(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  channel: Channel,
  address: string,
): Promise<ContactAddress | undefined> {
  const [found] = await db
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
    .limit(1);
  return found && { address: found.address, isSuppressed: found.reason !== null };
}

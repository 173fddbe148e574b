import { and, eq, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { addressChanges, contactPoints, people } from "@/db/schema/people";

/** A channel whose address a person can change by themselves. */
export type WrittenChannel = "email" | "sms";
export type Whose = { workspaceId: WorkspaceId; personId: string; channel: WrittenChannel };

const changeOf = ({ workspaceId, personId, channel }: Whose) =>
  and(
    eq(addressChanges.workspaceId, workspaceId),
    eq(addressChanges.personId, personId),
    eq(addressChanges.channel, channel),
  );

/** The change that waits for its code, with its age by the database's clock. */
export async function findAddressChange(db: Db | Tx, whose: Whose) {
  const [row] = await db
    .select({
      id: addressChanges.id,
      address: addressChanges.address,
      replaces: addressChanges.replaces,
      wrongTries: addressChanges.wrongTries,
      ageMs: sql<number>`(extract(epoch from clock_timestamp() - ${addressChanges.askedAt}) * 1000)::float8`,
      // Named out: in a query of one table columns stand without it, and both addresses would be one.
      isSuppressed: sql<boolean>`exists (select 1 from suppressions s
        where s.workspace_id = ${whose.workspaceId} and s.channel = ${whose.channel}
          and lower(s.address) = lower(address_changes.address))`,
    })
    .from(addressChanges)
    .where(changeOf(whose));
  return row;
}

/** A new one takes the place of the one before, and its code that of the code before. */
export async function writeAddressChange(
  tx: Tx,
  { workspaceId, personId, channel }: Whose,
  change: { id: string; address: string; replaces: string | null },
): Promise<void> {
  const row = { ...change, wrongTries: 0, askedAt: sql`clock_timestamp()` };
  await tx
    .insert(addressChanges)
    .values({ workspaceId, personId, channel, ...row })
    .onConflictDoUpdate({
      target: [addressChanges.workspaceId, addressChanges.personId, addressChanges.channel],
      set: row,
    });
}

export async function countWrongTry(tx: Tx, whose: Whose): Promise<void> {
  await tx
    .update(addressChanges)
    .set({ wrongTries: sql`${addressChanges.wrongTries} + 1` })
    .where(changeOf(whose));
}

export async function deleteAddressChange(tx: Tx, whose: Whose): Promise<void> {
  await tx.delete(addressChanges).where(changeOf(whose));
}

/** Says that whoever reads it proved to read it. */
export async function verifyAddress(
  tx: Tx,
  { workspaceId, personId, channel }: Whose,
  address: string,
): Promise<void> {
  await tx
    .update(contactPoints)
    .set({ verifiedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(contactPoints.workspaceId, workspaceId),
        eq(contactPoints.personId, personId),
        eq(contactPoints.channel, channel),
        eq(contactPoints.address, address),
      ),
    );
}

/** Links made before `at` lead this person's readers nowhere from now on. */
export async function endLinksBefore(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
  at: Date,
): Promise<void> {
  await tx
    .update(people)
    .set({ linksAfter: at })
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, personId)));
}

/** How often something was done about a person within the last hours, as the audit log has it. */
export async function countLately(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
  action: string,
  hours: number,
): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from audit_log
    where workspace_id = ${workspaceId} and target = ${personId} and action = ${action}
      and at > clock_timestamp() - make_interval(hours => ${hours})`);
  return row?.n ?? 0;
}

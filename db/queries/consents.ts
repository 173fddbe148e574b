import { and, desc, eq, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { consents } from "@/db/schema/people";
import { afterMoment, microsOf, type Page, type PageOf, pageOf } from "./page";

export type ConsentRow = typeof consents.$inferSelect;

/** What a person agreed to and withdrew, newest first. The ledger only grows. */
export async function listConsents(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
  page: Page,
): Promise<PageOf<ConsentRow>> {
  const rows = await db
    .select({ row: consents, micros: microsOf(sql`${consents.at}`) })
    .from(consents)
    .where(
      and(
        eq(consents.workspaceId, workspaceId),
        eq(consents.personId, personId),
        afterMoment(sql`${consents.at}`, sql`${consents.id}::text`, page),
      ),
    )
    .orderBy(desc(consents.at), desc(sql`${consents.id}::text`))
    .limit(page.limit + 1);
  const found = pageOf(rows, page.limit, ({ row, micros }) => [micros, row.id]);
  return { rows: found.rows.map(({ row }) => row), nextCursor: found.nextCursor };
}

import { and, desc, eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { calendars, escalationPolicies, rotas, teams } from "@/db/schema/teams";
import { layouts, snippets, templates, topics } from "@/db/schema/workflows";
import { afterMoment, microsOf, type Page, type PageOf, pageOf } from "./page";

/** The tables a workspace fills by key: read, listed and deleted alike. */
const KEYED = {
  topics,
  templates,
  snippets,
  layouts,
  teams,
  calendars,
  rotas,
  policies: escalationPolicies,
};

export type KeyedNoun = keyof typeof KEYED;
export type KeyedRow<N extends KeyedNoun> = (typeof KEYED)[N]["$inferSelect"];

/** All rows of one kind, last changed first. */
export async function listKeyed<N extends KeyedNoun>(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  noun: N,
  page: Page,
): Promise<PageOf<KeyedRow<N>>> {
  const table = KEYED[noun];
  const rows = await db
    .select({ row: table as PgTable, micros: microsOf(sql`${table.updatedAt}`), key: table.key })
    .from(table as PgTable)
    .where(
      and(
        eq(table.workspaceId, workspaceId),
        afterMoment(sql`${table.updatedAt}`, sql`${table.key}`, page),
      ),
    )
    .orderBy(desc(table.updatedAt), desc(table.key))
    .limit(page.limit + 1);
  const found = pageOf(rows, page.limit, ({ micros, key }) => [micros, key]);
  return { rows: found.rows.map(({ row }) => row as KeyedRow<N>), nextCursor: found.nextCursor };
}

export async function findKeyed<N extends KeyedNoun>(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  noun: N,
  key: string,
): Promise<KeyedRow<N> | undefined> {
  const table = KEYED[noun];
  const rows = await db
    .select()
    .from(table as PgTable)
    .where(and(eq(table.workspaceId, workspaceId), eq(table.key, key)));
  return rows[0] as KeyedRow<N> | undefined;
}

/** The row, which nobody else changes until the transaction ends. */
export async function holdKeyed<N extends KeyedNoun>(
  tx: Tx,
  workspaceId: WorkspaceId,
  noun: N,
  key: string,
): Promise<KeyedRow<N> | undefined> {
  const table = KEYED[noun];
  const rows = await tx
    .select()
    .from(table as PgTable)
    .where(and(eq(table.workspaceId, workspaceId), eq(table.key, key)))
    .for("update");
  return rows[0] as KeyedRow<N> | undefined;
}

/** Whether there was one. */
export async function deleteKeyed(
  tx: Tx,
  workspaceId: WorkspaceId,
  noun: KeyedNoun,
  key: string,
): Promise<boolean> {
  const table = KEYED[noun];
  const rows = await tx
    .delete(table)
    .where(and(eq(table.workspaceId, workspaceId), eq(table.key, key)))
    .returning({ key: table.key });
  return rows.length > 0;
}

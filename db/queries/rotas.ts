import { and, count, desc, eq, gt, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Override, RotaFacts } from "@/core/rota/rota";
import type { Db, Tx } from "@/db/client";
import { rotaOverrides, rotas, StoredPlan } from "@/db/schema/teams";
import { afterId, type Page, type PageOf, pageOf } from "./page";

/** Overrides that ended longer ago answer for no moment the engine still asks about. */
const OVERRIDE_KEPT_DAYS = 400;

/** The rotas of a workspace by key, or the one named, with the overrides that can still count. */
export async function loadRotas(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  key?: string,
): Promise<Map<string, RotaFacts>> {
  const one = (column: string) =>
    key === undefined ? sql`` : sql` and ${sql.identifier(column)} = ${key}`;
  const rows = await db.execute<{ key: string; plan: unknown }>(
    sql`select key, plan from rotas where workspace_id = ${workspaceId}${one("key")}`,
  );
  const overrides = await db.execute<Override & { rota: string }>(sql`
    select rota, person_id as "personId", date_part('epoch', from_at) * 1000 as "from",
      date_part('epoch', until_at) * 1000 as "until"
    from rota_overrides
    where workspace_id = ${workspaceId}${one("rota")}
      and until_at > now() - ${OVERRIDE_KEPT_DAYS} * interval '1 day'
    order by created_at, id`);
  const byRota = Map.groupBy(overrides, ({ rota }) => rota);
  return new Map(
    rows.map(({ key, plan }) => [
      key,
      {
        key,
        ...StoredPlan.parse(plan),
        overrides: (byRota.get(key) ?? []).map(({ personId, from, until }) => ({
          personId,
          from,
          until,
        })),
      },
    ]),
  );
}

export type OverrideRow = typeof rotaOverrides.$inferSelect;

const ofRota = (workspaceId: WorkspaceId, rota: string) =>
  and(eq(rotaOverrides.workspaceId, workspaceId), eq(rotaOverrides.rota, rota));

/** The overrides of a rota, newest first. */
export async function listOverrides(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  rota: string,
  page: Page,
): Promise<PageOf<OverrideRow>> {
  const rows = await db
    .select()
    .from(rotaOverrides)
    .where(and(ofRota(workspaceId, rota), afterId(sql`${rotaOverrides.id}`, page)))
    .orderBy(desc(rotaOverrides.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, ({ id }) => [id]);
}

/** Overrides of a rota that are not over at a moment. */
export async function countOverrides(
  tx: Tx,
  workspaceId: WorkspaceId,
  rota: string,
  at: Date,
): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(rotaOverrides)
    .where(and(ofRota(workspaceId, rota), gt(rotaOverrides.until, at)));
  return row?.n ?? 0;
}

export async function insertOverride(
  tx: Tx,
  row: typeof rotaOverrides.$inferInsert,
): Promise<OverrideRow> {
  const [made] = await tx
    .insert(rotaOverrides)
    .values({ ...row, createdAt: sql`clock_timestamp()` })
    .returning();
  if (!made) throw new Error("An insert answered no row");
  return made;
}

/** Takes out one override, or all of a rota; gives how many there were. */
export async function deleteOverrides(
  tx: Tx,
  workspaceId: WorkspaceId,
  rota: string,
  id?: string,
): Promise<number> {
  const rows = await tx
    .delete(rotaOverrides)
    .where(and(ofRota(workspaceId, rota), id === undefined ? undefined : eq(rotaOverrides.id, id)))
    .returning({ id: rotaOverrides.id });
  return rows.length;
}

/** Gives the rota's feed another number, which is in every link to it; whether there is such a rota. */
export async function nextFeed(tx: Tx, workspaceId: WorkspaceId, key: string): Promise<boolean> {
  const rows = await tx
    .update(rotas)
    .set({ feed: sql`${rotas.feed} + 1` })
    .where(and(eq(rotas.workspaceId, workspaceId), eq(rotas.key, key)))
    .returning({ key: rotas.key });
  return rows.length > 0;
}

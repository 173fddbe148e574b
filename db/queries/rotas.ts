import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { type Override, type RotaFacts, RotaPlan } from "@/core/rota/rota";
import type { Db, Tx } from "@/db/client";

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
        ...RotaPlan.parse(plan),
        overrides: (byRota.get(key) ?? []).map(({ personId, from, until }) => ({
          personId,
          from,
          until,
        })),
      },
    ]),
  );
}

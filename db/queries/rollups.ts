import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { keptBucket } from "@/core/metrics/due-moment";
import { readTallyKey } from "@/core/metrics/measure";
import { isMerged, MERGED_MARK, mergedBucket } from "@/core/metrics/merged-sums";
import type { Db, Tx } from "@/db/client";
import type { Counted } from "./raw-cases";

const KEY = `workspace_id, measure, day, workflow, version, arm, stage, channel, bucket`;
const ARRAYS = `$1::uuid[], $2::text[], $3::text[]::date[], $4::text[], $5::smallint[], $6::text[], $7::text[],
  $8::text[], $9::int[]`;

const addTo = (table: string) => `insert into ${table} as r (${KEY}, n)
  select * from unnest(${ARRAYS}, $10::bigint[])
  on conflict on constraint ${table}_pk do update set n = r.n + excluded.n`;

const EQUAL = KEY.split(", ").map((name) => `r.${name} = gone.${name}`);

const clear = (table: string) => `delete from ${table} r using unnest(${ARRAYS}) as gone(${KEY})
  where ${EQUAL.join(" and ")} and r.n = 0`;

type Cells = readonly (string | number)[];

/** Changes of the sums, added up before they are written: one row for each place of them. */
export class SumChanges {
  readonly #days = new Map<string, { cells: Cells; n: number }>();

  /** What a case counts now (`times` 1), or has counted so far (-1). */
  add(workspaceId: WorkspaceId, counted: Counted, times: 1 | -1): void {
    const { day, workflow, version, arm } = counted;
    for (const [key, n] of Object.entries(counted.tallies)) {
      const { measure, stage, channel, bucket } = readTallyKey(key);
      const kept = keptBucket(measure, bucket);
      this.#put(
        [workspaceId, measure, day, workflow, version, arm, stage, channel, kept],
        n * times,
      );
      if (!isMerged(measure)) continue;
      const merged = mergedBucket(measure, kept);
      this.#put([workspaceId, measure + MERGED_MARK, day, "", 0, "", "", "", merged], n * times);
    }
  }

  #put(cells: Cells, n: number): void {
    addAt(this.#days, cells, n);
  }

  async write(tx: Tx): Promise<void> {
    const months = new Map<string, { cells: Cells; n: number }>();
    for (const { cells, n } of this.#days.values()) {
      addAt(months, cells.with(2, `${String(cells[2]).slice(0, 7)}-01`), n);
    }
    await writeSums(tx, "rollup_days", this.#days);
    await writeSums(tx, "rollup_months", months);
  }
}

function addAt(sums: Map<string, { cells: Cells; n: number }>, cells: Cells, n: number): void {
  const name = cells.join("\n");
  const sum = sums.get(name);
  if (sum) sum.n += n;
  else sums.set(name, { cells, n });
}

/** Rows that come to nothing are taken away: whatever waited leaves one for every minute. */
async function writeSums(
  tx: Tx,
  table: "rollup_days" | "rollup_months",
  sums: ReadonlyMap<string, { cells: Cells; n: number }>,
): Promise<void> {
  const changed = [...sums]
    .filter(([, { n }]) => n !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
  if (changed.length === 0) return;
  const columns = columnsOf(changed.map(({ cells }) => cells));
  const n = changed.map((sum) => sum.n);
  await tx.$client.unsafe(addTo(table), [...columns, n] as never[], { prepare: true });
  const less = changed.filter((sum) => sum.n < 0);
  if (less.length === 0) return;
  const gone = columnsOf(less.map(({ cells }) => cells));
  await tx.$client.unsafe(clear(table), gone as never[], { prepare: true });
}

const COLUMNS = 9;
const columnsOf = (rows: readonly Cells[]) =>
  Array.from({ length: COLUMNS }, (_, i) => rows.map((row) => row[i] ?? ""));

/** Whether retention has deleted cases that were opened on these days (both included): only sums know of them. */
export async function hasRetired(
  db: Db,
  workspaceId: WorkspaceId,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const [row] = await db.execute<{ has: boolean }>(sql`
    select exists (select 1 from rollup_retired
      where workspace_id = ${workspaceId} and measure = 'opened'
        and day between ${from}::date and ${to}::date) as has`);
  return row?.has ?? false;
}

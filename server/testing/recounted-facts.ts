import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { keptBucket } from "@/core/metrics/due-moment";
import { readTallyKey } from "@/core/metrics/measure";
import { isMerged, MERGED_MARK, mergedBucket } from "@/core/metrics/merged-sums";
import { type Db, inTransaction } from "@/db/client";
import { countCases } from "../analytics/count-cases";

type Sum = Record<string, unknown> & { n: number };

const nameOf = ({ n, ...place }: Sum): string => `${Object.values(place).join("|")}: ${n}`;

/** The sums as they are kept, and what every case and those that are gone say when they are counted from nothing. */
export async function sumsAndRecount(db: Db, workspaceId: WorkspaceId) {
  const columns = sql`measure, day::text, workflow, version, arm, stage, channel, bucket`;
  const read = (table: string) =>
    db.execute<Sum>(sql`
      select ${columns}, n::int from ${sql.identifier(table)}
      where workspace_id = ${workspaceId} and n <> 0`);
  const ids = await db.execute<{ id: string }>(
    sql`select id from cases where workspace_id = ${workspaceId}`,
  );
  const counted = await inTransaction(db, (tx) =>
    countCases(
      tx,
      ids.map(({ id: caseId }) => ({ workspaceId, caseId })),
    ),
  );
  const days = new Map<string, number>();
  const months = new Map<string, number>();
  const add = (place: (string | number)[], n: number) => {
    for (const sums of [days, months]) {
      const at = sums === days ? place : place.with(1, `${String(place[1]).slice(0, 7)}-01`);
      sums.set(at.join("|"), (sums.get(at.join("|")) ?? 0) + n);
    }
  };
  for (const each of counted) {
    if (!("stored" in each)) throw each.fault;
    const { day, workflow, version, facts } = each.stored;
    for (const [key, n] of Object.entries(facts.tallies)) {
      const { measure, stage, channel, bucket } = readTallyKey(key);
      const kept = keptBucket(measure, bucket);
      add([measure, day, workflow, version, facts.arm, stage, channel, kept], n);
      if (!isMerged(measure)) continue;
      const merged = mergedBucket(measure, kept);
      add([measure + MERGED_MARK, day, "", 0, "", "", "", merged], n);
    }
  }
  for (const { n, ...place } of await read("rollup_retired")) {
    add(Object.values(place) as (string | number)[], n);
  }
  const written = (sums: Map<string, number>) =>
    [...sums].flatMap(([name, n]) => (n === 0 ? [] : [`${name}: ${n}`])).toSorted();
  return {
    kept: {
      days: (await read("rollup_days")).map(nameOf).toSorted(),
      months: (await read("rollup_months")).map(nameOf).toSorted(),
    },
    recounted: { days: written(days), months: written(months) },
  };
}

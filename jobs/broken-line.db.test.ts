import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { type LossyLine, lossyLine } from "@/db/testing-line";
import { bundleWorker, startWorkerProcess } from "./testing";

let database: TestDatabase;
let line: LossyLine;
let bundle: Awaited<ReturnType<typeof bundleWorker>>;
beforeAll(async () => {
  database = await testDatabase();
  line = await lossyLine(database.url);
  bundle = await bundleWorker();
});
afterAll(async () => {
  bundle?.remove();
  await line?.close();
  await database?.drop();
});

const lastBeat = async (): Promise<number> => {
  const [row] = await database.db.execute<{ at: number | null }>(
    sql`select extract(epoch from max(heartbeat_at))::float8 as at from workers`,
  );
  return row?.at ?? 0;
};

test("a worker lives on when the line breaks while it connects", async () => {
  const worker = startWorkerProcess(bundle.file, {
    DATABASE_URL: line.url,
    APP_SECRET: "a secret that only the tests know of",
    APP_URL: "http://followthrough.test",
  });
  try {
    await worker.ready;
    for (let n = 1; n <= 3; n++) {
      line.loseNext("pg_catalog.pg_type");
      await database.db.execute(sql`
        select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()
           and application_name = 'followthrough-worker'`);
      await expect.poll(() => line.cuts, { timeout: 20_000 }).toBe(n);
      const cutAt = await lastBeat();
      await expect.poll(lastBeat, { timeout: 20_000 }).toBeGreaterThan(cutAt);
    }
  } finally {
    await worker.kill("SIGKILL");
  }
});

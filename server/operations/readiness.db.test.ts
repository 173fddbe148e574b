import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { connect } from "@/db/client";
import { workers } from "@/db/schema/operations";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { testCtx } from "@/server/delivery/testing";
import { metricsText } from "./metrics";
import { readiness } from "./readiness";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.db.delete(workers);
});
afterAll(() => database.drop());

async function worker(secondsAgo: number, strandedCases = 0) {
  const heartbeatAt = sql`clock_timestamp() - make_interval(secs => ${secondsAgo})`;
  const id = randomUUID();
  await database.db
    .insert(workers)
    .values({ id, startedAt: sql`now()`, heartbeatAt, strandedCases });
}

const checks = async () => (await readiness(testCtx(database.db).ctx)).checks;

it("is not ready before a worker lives", async () => {
  expect(await checks()).toEqual({ database: true, worker: false, auditor: true });
});

it("is ready with a worker that was heard of in the last 15 seconds", async () => {
  await worker(10);
  expect((await readiness(testCtx(database.db).ctx)).ready).toBe(true);
});

it("forgets a worker that was silent for longer", async () => {
  await worker(20);
  expect((await checks()).worker).toBe(false);
});

it("is not ready while an open case is stranded", async () => {
  await worker(1, 2);
  await worker(1, 0);
  expect(await checks()).toEqual({ database: true, worker: true, auditor: false });
});

it("says so instead of failing when the database does not answer", async () => {
  const nowhere = connect("postgres://nobody@127.0.0.1:1/none");
  const answer = await readiness(testCtx(nowhere).ctx);
  expect(answer).toMatchObject({ ready: false, checks: { database: false } });
  await nowhere.$client.end();
});

it("counts for Prometheus", async () => {
  await worker(1);
  const { text, contentType } = await metricsText(testCtx(database.db).ctx);
  expect(contentType).toContain("text/plain");
  expect(text).toContain("followthrough_workers 1");
  expect(text).toContain('followthrough_queue_lag_seconds{queue="cases"} 0');
});

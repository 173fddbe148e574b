import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { JOB_NAMES, type JobPayload } from "@/core/jobs";
import { inTransaction } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing";
import {
  createBoss,
  createEnqueue,
  type Enqueue,
  type Handlers,
  prepareQueues,
  workJobs,
} from "./queue";

let database: TestDatabase;
let boss: PgBoss;
let enqueue: Enqueue;
const handled: object[] = [];

const payload = (): JobPayload<"message.retry"> => ({
  workspaceId: randomUUID() as WorkspaceId,
  messageId: randomUUID(),
});
const jobs = () =>
  database.db.execute<{ data: object; startAfter: string; retryLimit: number }>(sql`
    select data, retry_limit as "retryLimit", start_after::timestamptz::text as "startAfter"
      from pgboss.job where name = 'message.retry' order by created_on, id`);

beforeAll(async () => {
  database = await testDatabase();
  boss = createBoss(database.url, "worker");
  await boss.start();
  await prepareQueues(boss);
  enqueue = createEnqueue(boss);
});
afterAll(async () => {
  await boss.stop();
  await database.drop();
});
beforeEach(async () => {
  await database.db.execute(sql`delete from pgboss.job`);
});

test("a job enqueued in a transaction that rolls back never existed", async () => {
  const failing = inTransaction(database.db, async (tx) => {
    await enqueue(tx, "message.retry", payload());
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await jobs()).toHaveLength(0);
});

test("a job keeps its payload, its queue's retry limit and the moment it may start", async () => {
  const data = payload();
  const startAfter = new Date("2031-01-01T08:00:00Z");
  await inTransaction(database.db, (tx) => enqueue(tx, "message.retry", data, { startAfter }));
  const [job] = await jobs();
  expect(job).toMatchObject({ data, retryLimit: 5 });
  expect(Date.parse(job?.startAfter ?? "")).toBe(startAfter.getTime());
});

test("one message waits for its retry once, however often it is asked for", async () => {
  const startAfter = new Date("2031-01-01T08:00:00Z");
  for (const singletonKey of ["a", "a", "b"]) {
    const options = { startAfter, singletonKey };
    await inTransaction(database.db, (tx) => enqueue(tx, "message.retry", payload(), options));
  }
  expect(await jobs()).toHaveLength(2);
});

test("of a key that may come once an hour there is one job, also when it is done", async () => {
  const notice = {
    workspaceId: payload().workspaceId,
    to: "+4915112345678",
    kind: "help" as const,
  };
  const ask = (singletonKey: string) =>
    inTransaction(database.db, (tx) =>
      enqueue(tx, "reply.notice", notice, { singletonKey, singletonSeconds: 3_600 }),
    );
  const count = async () => {
    const [row] = await database.db.execute<{ n: number }>(
      sql`select count(*)::int as n from pgboss.job where name = 'reply.notice'`,
    );
    return row?.n;
  };
  await ask("a");
  await ask("a");
  await database.db.execute(
    sql`update pgboss.job set state = 'completed', completed_on = now() where name = 'reply.notice'`,
  );
  await ask("a");
  expect(await count()).toBe(1);
  await ask("b");
  expect(await count()).toBe(2);
});

test("a payload of the wrong shape is refused before it is stored", async () => {
  const bad = { workspaceId: "7" as WorkspaceId, messageId: "8" };
  const failing = inTransaction(database.db, (tx) => enqueue(tx, "message.retry", bad));
  await expect(failing).rejects.toThrow();
  expect(await jobs()).toHaveLength(0);
});

test("a job reaches its handler at once, with its payload", async () => {
  const ignore = async () => {};
  const handlers = Object.fromEntries(JOB_NAMES.map((name) => [name, ignore]));
  let arrived = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  await workJobs(boss, {
    ...handlers,
    "message.retry": async (data) => {
      handled.push(data);
      arrived();
    },
  } as Handlers);
  const data = payload();
  await inTransaction(database.db, (tx) => enqueue(tx, "message.retry", data));
  await arrival;
  expect(handled).toEqual([data]);
});

test("queues prepared twice, and by a second process, stay as they are", async () => {
  await prepareQueues(boss);
  const web = createBoss(database.url, "web");
  await web.start();
  const queues = await web.getQueues();
  expect(queues.map(({ name }) => name)).toEqual(expect.arrayContaining([...JOB_NAMES]));
  expect(new Set(queues.map(({ name }) => name)).size).toBe(queues.length);
  expect(queues.find(({ name }) => name === "message.retry")).toMatchObject({
    policy: "short",
    deadLetter: "message.abandoned",
  });
  await web.stop();
});

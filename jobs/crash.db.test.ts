import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { DURABLE } from "@/db/embedded/settings";
import { migrate } from "@/db/migrate";
import { testDatabase } from "@/db/testing";
import type { Who } from "@/server/cases/verbs";
import { loadConfig } from "@/server/config";
import type { Ctx } from "@/server/context";
import { receiveEvent } from "@/server/events/receive-event";
import { savePeople } from "@/server/people/save-people";
import { acceptedIds, type FakeServer, fakeResend } from "@/server/providers/testing";
import { install, newWorkspace, openMany } from "@/server/testing/house";
import { saveSettings } from "@/server/workspaces/save-settings";
import { bundleWorker, startWorkerProcess, type WorkerProcess } from "./testing";

/** Three messages and a confirmation, two waits, a branch, an escalation and a resolution. */
const workflow = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.id }}",
  key: "invoice:{{ data.id }}",
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "first" }] },
        { id: "w1", kind: "wait", for: "PT1S" },
      ],
    },
    {
      id: "reminder",
      name: "Reminder",
      steps: [
        {
          id: "b1",
          kind: "branch",
          paths: [
            {
              name: "Large",
              when: "data.amount > 100",
              steps: [{ id: "s2", kind: "send", channels: [{ email: "reminder" }] }],
            },
          ],
          otherwise: [],
        },
        { id: "w2", kind: "wait", for: "PT1S" },
        {
          id: "e1",
          kind: "escalate",
          levels: [
            {
              targets: [{ person: "sam" }],
              channels: [{ email: "escalation" }],
              acknowledgeWithin: "PT15S",
            },
          ],
        },
        { id: "done", kind: "close", outcome: "resolved" },
      ],
    },
  ],
  resolution: { steps: [{ id: "c1", kind: "send", channels: [{ email: "thanks" }] }] },
};
// Long beside a recovery: a message whose case has closed meanwhile is not asked for again, but `unknown`.
const STEPS = ["c1", "e1", "s1", "s2"];
const DEADLINE_MS = 100_000;

let worker: Awaited<ReturnType<typeof bundleWorker>>;
let provider: FakeServer;

beforeAll(async () => {
  worker = await bundleWorker();
  provider = await fakeResend();
});
afterAll(async () => {
  await provider?.close();
  worker?.remove();
});

const environment = (url: string) => ({
  DATABASE_URL: url,
  APP_SECRET: "a secret that only the tests know of",
  APP_URL: "http://followthrough.test",
  EMAIL_FROM: "Shop <billing@shop.example.com>",
  RESEND_API_KEY: "re_test",
  RESEND_BASE_URL: provider.url,
});

function contextOf(url: string): Ctx {
  const enqueue = () => Promise.reject(new Error("This workflow has no jobs"));
  const log = pino({ level: "silent" });
  return { db: connect(url), config: loadConfig(environment(url)), log, enqueue };
}

async function ready(ctx: Ctx): Promise<Who> {
  const who = await newWorkspace(ctx, "live");
  // Every message by itself: what is kept from leaving twice is each of them.
  await saveSettings(ctx, who, { frequencyLimits: { helpers: { gapMinutes: 0 } } });
  await install(ctx, who, "invoices", workflow);
  await savePeople(ctx, who, [
    { id: "maria", name: "Maria Lopez", email: "maria@example.com" },
    { id: "sam", name: "Sam Hill", email: "sam@example.com" },
  ]);
  return who;
}

const dataOf = (n: number) => ({ id: String(n), amount: 120 });

/** The sender of the events: told of no success, it sends the same event again. */
async function send(ctx: Ctx, who: Who, count: number): Promise<void> {
  let next = 0;
  const sender = async () => {
    while (next < count) {
      const data = dataOf(next++);
      const event = { id: `evt-${data.id}`, name: "invoice.created", person: "maria", data };
      while (!(await receiveEvent(ctx, who.workspaceId, event).catch(() => null))) await sleep(100);
    }
  };
  await Promise.all([sender(), sender(), sender(), sender()]);
}

/** Opens cases a hundred at a time, a while apart: some are young when the worker dies, some old. */
async function open(ctx: Ctx, who: Who, count: number): Promise<void> {
  for (let first = 0; first < count; first += 100) {
    const cases = Array.from({ length: 100 }, (_, i) => ({
      personId: "maria",
      data: dataOf(first + i),
    }));
    await openMany(ctx, who, "invoices", cases);
    await sleep(400);
  }
}

const number = async (ctx: Ctx, text: string, who: Who): Promise<number | null> => {
  const rows = await ctx.db.$client.unsafe(text, [who.workspaceId]).catch(() => null);
  return rows ? Number(rows[0]?.n) : null;
};
const ended = (ctx: Ctx, who: Who) =>
  number(ctx, "select count(*) as n from cases where workspace_id = $1 and status <> 'open'", who);
const waiting = (ctx: Ctx, who: Who) =>
  number(
    ctx,
    `select count(*) as n from messages where workspace_id = $1
      and status in ('planned', 'held', 'sending')`,
    who,
  );

async function until(
  what: string,
  holds: () => Promise<boolean>,
  otherwise: () => Promise<string> = async () => "",
): Promise<void> {
  const end = performance.now() + DEADLINE_MS;
  while (!(await holds())) {
    if (performance.now() > end) {
      throw new Error(`It takes too long until ${what}\n${await otherwise()}`);
    }
    await sleep(100);
  }
}

const LINES_SHOWN_MAX = 20;

/** What a failure is explained with: the messages that wait, and the worker's last words about trouble. */
async function troubleOf(ctx: Ctx, who: Who, worker: WorkerProcess | null): Promise<string> {
  const rows = await ctx.db.$client
    .unsafe(
      `select step, status, code, params, attempts, attempt_by, attempt_at, deliver_at, tried,
          clock_timestamp() as now
         from messages where workspace_id = $1 and status in ('planned', 'held', 'sending')
        order by planned_at limit 10`,
      [who.workspaceId],
    )
    .catch((error: unknown) => [String(error)]);
  const ended = await Promise.race([worker?.exited, "it runs"]);
  const said = worker?.lines.filter((line) => !line.includes('"level":30')) ?? [];
  const lines = [`The worker: ${ended}`, ...said.slice(-LINES_SHOWN_MAX)];
  return [...rows.map((row) => JSON.stringify(row)), ...lines].join("\n");
}

const noneWaits = (ctx: Ctx, who: Who, worker: WorkerProcess): Promise<void> =>
  until(
    "no message waits",
    async () => (await waiting(ctx, who)) === 0,
    () => troubleOf(ctx, who, worker),
  );

/** Every case went its whole way once, and the provider took each of its messages once. */
async function checkWholeAndOnce(ctx: Ctx, who: Who, count: number): Promise<void> {
  const { workspaceId } = who;
  const cases = await ctx.db.execute<{ status: string; n: number }>(sql`
    select status, count(*)::int as n from cases where workspace_id = ${workspaceId} group by 1`);
  expect([...cases]).toEqual([{ status: "resolved", n: count }]);

  const outcomes = await ctx.db.execute<{ step: string; outcome: string; n: number }>(sql`
    select step, concat_ws(' ', status, code, params->>'text') as outcome, count(*)::int as n from messages
    where workspace_id = ${workspaceId} group by 1, 2 order by 1, 2`);
  expect([...outcomes]).toEqual(
    STEPS.map((step) => ({ step, outcome: "sent sent.plan", n: count })),
  );

  const ids = await ctx.db.execute<{ id: string }>(
    sql`select id from messages where workspace_id = ${workspaceId}`,
  );
  expect(acceptedIds(provider).toSorted()).toEqual(ids.map(({ id }) => id).toSorted());
  expect(provider.mismatched).toEqual([]);

  const timelines = await ctx.db.execute<{ codes: string; n: number }>(sql`
    with entries as (
      select d.case_id, d.id, o.n, o.entry->>'code' as code
      from case_decisions d, jsonb_array_elements(d.entries) with ordinality as o(entry, n)
      where d.workspace_id = ${workspaceId})
    select codes, count(*)::int as n from (
      select string_agg(code, ' ' order by id, n) as codes from entries group by case_id) each
    group by 1`);
  expect([...timelines]).toEqual([{ codes: expect.any(String), n: count }]);
}

test("a worker killed at random moments during 1,000 cases: every case ends, every message leaves once", {
  timeout: 300_000,
}, async () => {
  const COUNT = 1_000;
  const database = await testDatabase();
  const ctx = contextOf(database.url);
  const who = await ready(ctx);
  provider.accepted.length = 0;
  let current: WorkerProcess | null = null;
  let kills = 0;
  let inFlight = 0;
  try {
    const opening = open(ctx, who, COUNT);
    let startMs = 0;
    await until("all cases have ended", async () => {
      const began = performance.now();
      current = startWorkerProcess(worker.file, environment(database.url));
      // Every fifth dies while it starts. The others live for 300 to 1,200 ms, on a busy machine for
      // as much longer as their start took.
      const isEarly = kills % 5 === 4;
      await (isEarly ? sleep(Math.random() * startMs) : current.ready);
      if (!isEarly) startMs = performance.now() - began;
      const slowness = Math.min(Math.max(1, startMs / 700), 2);
      if (!isEarly) await sleep((300 + Math.random() * 900) * slowness);
      await current.kill("SIGKILL");
      kills += 1;
      inFlight +=
        (await number(
          ctx,
          "select count(*) as n from messages where workspace_id = $1 and status = 'sending'",
          who,
        )) ?? 0;
      return (await ended(ctx, who)) === COUNT;
    });
    await opening;
    const last = startWorkerProcess(worker.file, environment(database.url));
    current = last;
    await last.ready;
    await noneWaits(ctx, who, last);
    await last.kill("SIGTERM");
    await checkWholeAndOnce(ctx, who, COUNT);
    // Otherwise this run has shown nothing.
    expect(kills).toBeGreaterThan(3);
    expect(inFlight).toBeGreaterThan(0);
  } finally {
    await (current as WorkerProcess | null)?.kill("SIGKILL");
    await ctx.db.$client.end({ timeout: 2 });
    await database.drop();
  }
});

test("PostgreSQL killed three times during 300 cases: the worker lives on, every message leaves once", {
  timeout: 300_000,
}, async () => {
  const COUNT = 300;
  const base = mkdtempSync(join(tmpdir(), "followthrough-crash-"));
  chmodSync(base, 0o711);
  const start = () => startEmbedded({ folder: join(base, "postgres"), settings: DURABLE });
  let server = await start();
  await migrate(server.url);
  const ctx = contextOf(server.url);
  const who = await ready(ctx);
  provider.accepted.length = 0;
  const child = startWorkerProcess(worker.file, environment(server.url));
  try {
    await child.ready;
    const sending = send(ctx, who, COUNT);
    // At once, with its processes told; killed outright; and once more while it recovers its work.
    for (const signal of ["SIGQUIT", "SIGKILL", "SIGQUIT"] as const) {
      await sleep(700 + Math.random() * 1_500);
      process.kill(server.pid, signal);
      await server.exited;
      server = await start();
    }
    await sending;
    await until(
      "all cases have ended",
      async () => (await ended(ctx, who)) === COUNT,
      () => troubleOf(ctx, who, child),
    );
    await noneWaits(ctx, who, child);
    await child.kill("SIGTERM");
    expect(await child.exited).toBe(0);
    await checkWholeAndOnce(ctx, who, COUNT);
  } finally {
    await child.kill("SIGKILL");
    await ctx.db.$client.end({ timeout: 2 });
    await server.stop();
    rmSync(base, { recursive: true, force: true });
  }
});

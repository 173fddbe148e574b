import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/core/time";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { codesOf, type House, install, newWorkspace, openMany, testHouse } from "../testing/house";
import { LIVE } from "./clock";
import { newFloor, runDue } from "./run-due";
import { moveTestClock } from "./test-clock";

let house: House;
let ctx: Ctx;
let who: Who;

const waiting = (span: string, then: object[] = []) => ({
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  subject: "A matter",
  stopsWhen: [{ event: "matter.settled" }],
  stages: [
    {
      id: "only",
      name: "Only",
      steps: [
        { id: "w1", kind: "wait", for: span },
        { id: "s1", kind: "send", channels: [{ email: "first" }] },
        ...then,
        { id: "w2", kind: "wait", for: "P1D" },
      ],
    },
  ],
});
const people = (count: number) => Array.from({ length: count }, (_, i) => ({ personId: `p${i}` }));

beforeAll(async () => {
  house = await testHouse();
  ctx = house.ctx;
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  // Every test's cases are the only ones of the live clock.
  await ctx.db.execute(sql`update cases set next_action_at = null`);
  who = await newWorkspace(ctx);
});

const live = () => runDue(ctx, { clock: LIVE, floor: newFloor() });
async function stateOf(caseId: string) {
  const [row] = await ctx.db.execute<Record<string, unknown>>(sql`
    select status, waiting_for as "waitingFor", step, fault, next_action_at is null as "isHeld",
      memory from cases where id = ${caseId}`);
  return row;
}
async function planned(): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(
    sql`select case_id as id from messages where workspace_id = ${who.workspaceId}`,
  );
  return rows.map(({ id }) => id);
}

test("two workers share a thousand due cases, and each case moves once", async () => {
  await install(ctx, who, "w", waiting("PT1S"));
  const ids = await openMany(ctx, who, "w", people(1_000));
  await sleep(1_100);
  const shares = [0, 0];
  const worker = async (n: number) => {
    const floor = newFloor();
    for (;;) {
      const { claimed } = await runDue(ctx, { clock: LIVE, floor, limit: 50 });
      if (claimed === 0) return;
      shares[n] = (shares[n] ?? 0) + claimed;
    }
  };
  await Promise.all([worker(0), worker(1)]);
  expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBe(1_000);
  expect(Math.min(...shares)).toBeGreaterThan(0);
  expect((await planned()).toSorted()).toEqual(ids.toSorted());
  const steps = await ctx.db.execute(sql`
    select step, revision, count(*)::int as n from cases where workspace_id = ${who.workspaceId}
    group by 1, 2`);
  expect([...steps]).toEqual([{ step: "w2", revision: 2, n: 1_000 }]);
});

describe("a poisoned case is set aside with its reason while the rest of its batch goes on:", () => {
  /** 500 due cases, of which `break` has broken the one of `p250`; runs their batch. */
  async function run(breakIt: (caseId: string) => Promise<void>) {
    await install(ctx, who, "w", waiting("PT1S"));
    const ids = await openMany(ctx, who, "w", people(500));
    const poisoned = ids[250] ?? "";
    await breakIt(poisoned);
    await sleep(1_100);
    expect(await live()).toEqual({ claimed: 500 });
    expect((await planned()).toSorted()).toEqual(ids.filter((id) => id !== poisoned).toSorted());
    expect(await live()).toEqual({ claimed: 0 });
    expect((await codesOf(ctx.db, poisoned)).at(-1)).toBe("case.fault");
    const state = await stateOf(poisoned);
    expect(state).toMatchObject({ status: "open", waitingFor: "operator", isHeld: true });
    return state;
  }

  test("its place in the program does not exist", async () => {
    const state = await run(async (id) => {
      await ctx.db.execute(sql`update cases set pc = 999 where id = ${id}`);
    });
    expect(state?.fault).toEqual(expect.stringMatching(/.{10}/));
  });

  test("its memory cannot be read, and is kept as evidence", async () => {
    const broken = { turn: "many" };
    const state = await run(async (id) => {
      await ctx.db.execute(
        sql`update cases set memory = ${JSON.stringify(broken)}::jsonb where id = ${id}`,
      );
    });
    expect(state?.fault).toEqual(expect.stringContaining("turn"));
    expect(state?.memory).toEqual(broken);
  });

  test("its workflow version is gone", async () => {
    const state = await run(async (id) => {
      await ctx.db.execute(sql`update cases set version = 99 where id = ${id}`);
    });
    expect(state?.fault).toBe("its workflow version is gone");
  });

  test("its message cannot be stored, in the database's own words", async () => {
    await ctx.db.execute(
      sql`alter table messages add constraint poison check (person_id <> 'p250') not valid`,
    );
    try {
      const state = await run(async () => {});
      expect(state?.fault).toEqual(expect.stringContaining("poison"));
    } finally {
      await ctx.db.execute(sql`alter table messages drop constraint poison`);
    }
  });
});

test("a connection that is lost in the middle of a batch is no case's fault", async () => {
  await install(ctx, who, "w", waiting("PT1S"));
  const ids = await openMany(ctx, who, "w", [...people(3), { personId: "cut" }]);
  await ctx.db.execute(sql`
    create function cut() returns trigger language plpgsql as $$
    begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
  await ctx.db.execute(sql`
    create trigger cut before insert on messages for each row when (new.person_id = 'cut')
    execute function cut()`);
  await sleep(1_100);
  await expect(live()).rejects.toThrow();
  await expect(live()).rejects.toThrow();
  await ctx.db.execute(sql`drop trigger cut on messages`);
  expect(await planned()).toEqual([]);
  expect(await live()).toEqual({ claimed: 4 });
  expect((await planned()).toSorted()).toEqual(ids.toSorted());
});

test("what commits late, below the floor, is found by the sweep", async () => {
  await install(ctx, who, "w", waiting("PT1S"));
  const [late = "", ...others] = await openMany(ctx, who, "w", people(3));
  const [kept] = await ctx.db.execute<{ at: string }>(sql`
    select next_action_at - interval '5 seconds' as at from cases where id = ${late}`);
  await ctx.db.execute(sql`update cases set next_action_at = null where id = ${late}`);
  await sleep(1_100);
  const floor = newFloor();
  expect(await runDue(ctx, { clock: LIVE, floor })).toEqual({ claimed: others.length });
  await ctx.db.execute(sql`update cases set next_action_at = ${kept?.at} where id = ${late}`);
  expect(await runDue(ctx, { clock: LIVE, floor })).toEqual({ claimed: 0 });
  floor.sweptAt = performance.now() - 10_001;
  expect(await runDue(ctx, { clock: LIVE, floor })).toEqual({ claimed: 1 });
});

test("a test clock runs every case at its own moment, in order, and the live clock leaves them alone", async () => {
  const start = Date.parse("2026-03-02T08:00:00Z");
  await install(ctx, who, "two-hours", waiting("PT2H"));
  await install(
    ctx,
    who,
    "one-hour",
    waiting("PT1H", [
      { id: "w1b", kind: "wait", for: "PT30M" },
      { id: "s2", kind: "send", channels: [{ in_app: "second" }] },
    ]),
  );
  await moveTestClock(ctx, who.workspaceId, start);
  await openMany(ctx, who, "two-hours", people(1));
  await openMany(ctx, who, "one-hour", people(1));
  const { now, ran } = await moveTestClock(ctx, who.workspaceId, start + 6 * HOUR_MS);
  expect(now).toBe(start + 6 * HOUR_MS);
  expect(ran).toEqual({ cases: 3, messages: 3 });
  const rows = await ctx.db.execute<{ workflow: string; step: string; at: number }>(sql`
    select workflow, step, date_part('epoch', planned_at) * 1000 as at from messages
    where workspace_id = ${who.workspaceId} order by id`);
  expect([...rows]).toEqual([
    { workflow: "one-hour", step: "s1", at: start + HOUR_MS },
    { workflow: "one-hour", step: "s2", at: start + 1.5 * HOUR_MS },
    { workflow: "two-hours", step: "s1", at: start + 2 * HOUR_MS },
  ]);
  expect(await live()).toEqual({ claimed: 0 });
  await moveTestClock(ctx, who.workspaceId, start + 3 * DAY_MS);
  const closed = await ctx.db.execute<{ at: number }>(sql`
    select date_part('epoch', closed_at) * 1000 as at from cases
    where workspace_id = ${who.workspaceId} order by closed_at`);
  expect(closed.map(({ at }) => at)).toEqual([
    start + 1.5 * HOUR_MS + DAY_MS,
    start + 2 * HOUR_MS + DAY_MS,
  ]);
});

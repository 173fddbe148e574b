import { sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASE_STATUSES, WAITING_FOR } from "@/core/case/state";
import { CLASS_OF, type MessageStatus } from "@/core/delivery/message-status";
import { DAY_MS } from "@/core/time";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { loadConfig } from "../config";
import type { Ctx } from "../context";
import { type Demo, loadDemo } from "./load-demo";

let database: TestDatabase;
let ctx: Ctx;
let demo: Demo;
const parts: number[] = [];

const LOAD_MS_MAX = 240_000;
const CODES_MISSING_MAX = 4;

beforeAll(async () => {
  database = await testDatabase();
  const config = loadConfig({
    DATABASE_URL: database.url,
    APP_SECRET: "a secret that only the tests know of",
    APP_URL: "http://followthrough.test",
  });
  ctx = { db: database.db, config, log: pino({ level: "silent" }), enqueue: async () => {} };
  await leaveHalfMade();
  demo = await loadDemo(ctx, (_, part) => parts.push(part));
}, LOAD_MS_MAX);

afterAll(async () => database?.drop());

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  database.db.execute<T>(query);
const ours = () => sql`workspace_id = ${demo.workspaceId}`;

/** What a crash in the middle of loading leaves behind. */
async function leaveHalfMade() {
  await rows(sql`
    with w as (insert into workspaces (id, slug, name, kind, is_demo, clock_at)
      values (gen_random_uuid(), 'demo', 'Acme (demo)', 'sandbox', true, now() - interval '40 days') returning id)
    insert into people (workspace_id, id, name) select id, 'left-behind', 'Left Behind' from w`);
}

async function totals() {
  const [row] = await rows<Record<string, number>>(sql`
    select (select count(*)::int from workspaces) as workspaces,
      (select count(*)::int from people) as people, (select count(*)::int from cases) as cases,
      (select count(*)::int from messages) as messages, (select count(*)::int from events) as events,
      (select count(*)::int from case_decisions) as decisions`);
  return row;
}

describe("the demo", () => {
  it("has cases of every status, and open ones that wait for each of the things one can wait for", async () => {
    const statuses = await rows<{ status: string; n: number }>(sql`
      select status, count(*)::int as n from cases where ${ours()} group by 1`);
    expect(statuses.map(({ status }) => status).sort()).toEqual([...CASE_STATUSES].sort());
    const waiting = await rows<{ waiting: string; n: number }>(sql`
      select waiting_for as waiting, count(*)::int as n from cases where ${ours()} and status = 'open' group by 1`);
    expect(waiting.map((row) => row.waiting).sort()).toEqual([...WAITING_FOR].sort());
    expect(waiting.find((row) => row.waiting === "acknowledgement")?.n).toBeGreaterThanOrEqual(2);
    const open = waiting.reduce((sum, { n }) => sum + n, 0);
    const all = statuses.reduce((sum, { n }) => sum + n, 0);
    expect(open).toBeGreaterThanOrEqual(25);
    expect(open).toBeLessThanOrEqual(55);
    expect(all).toBeGreaterThanOrEqual(110);
    expect(all).toBeLessThanOrEqual(170);
  });

  it("has messages of every outcome class", async () => {
    const found = await rows<{ status: MessageStatus }>(
      sql`select distinct status from messages where ${ours()}`,
    );
    const classes = new Set(found.map(({ status }) => CLASS_OF[status]));
    expect([...classes].sort()).toEqual(["failed", "held", "not_sent", "sent"]);
  });

  it("explains itself with most reason codes", async () => {
    const found = await rows<{ code: string }>(sql`
      select distinct e->>'code' as code from case_decisions, jsonb_array_elements(entries) e where ${ours()}
      union select distinct code from messages where ${ours()} and code is not null`);
    const codes = new Set(found.map(({ code }) => code));
    const wanted = `case.opened case.opened_resolved case.due_moved case.snoozed case.snooze_ended
      case.reassigned case.resolved case.expired case.canceled case.reopened case.note case.replanned
      response.received wait.started wait.passed await.started await.timed_out branch.taken
      repeat.round repeat.done esc.started esc.level_up esc.ack esc.skipped_unavailable esc.exhausted
      esc.repeated esc.fallback update.set held.missing_due held.missing_data
      sent.plan held.quiet_hours held.digest held.paused_person held.snoozed held.send_window
      skip.responded skip.pref_topic skip.pref_channel skip.no_consent skip.no_address
      skip.suppressed skip.fallback_unneeded skip.no_person fail.render fail.bounced`;
    const missing = wanted.split(/\s+/).filter((code) => !codes.has(code));
    // Which weekday it is decides a few of them: a text message in the evening, a day that was skipped.
    expect(missing.slice(CODES_MISSING_MAX)).toEqual([]);
    expect(codes.has("case.fault")).toBe(false);
  });

  it("leaves no open case without a next moment, except those that are held until somebody acts", async () => {
    const stranded = await rows<{ number: number }>(sql`
      select number from cases where ${ours()} and status = 'open' and next_action_at is null
        and waiting_for not in ('due_date', 'operator')`);
    expect([...stranded]).toEqual([]);
  });

  it("plans no message for a case that is closed", async () => {
    const left = await rows<{ id: string }>(sql`
      select m.id from messages m join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id
      where m.workspace_id = ${demo.workspaceId} and c.status <> 'open' and m.status in ('planned', 'sending')`);
    expect([...left]).toEqual([]);
  });

  it("goes on in real time: nothing is under a test clock, and something is due within a day", async () => {
    const [row] = await rows<{
      clock: string | null;
      cases: number;
      messages: number;
      soon: number;
      late: number;
    }>(sql`
      select clock_at::text as clock,
        (select count(*)::int from cases where ${ours()} and test_clock) as cases,
        (select count(*)::int from messages where ${ours()} and test_clock) as messages,
        (select count(*)::int from cases where ${ours()} and next_action_at between now() and now() + interval '1 day') as soon,
        (select count(*)::int from cases where ${ours()} and next_action_at < now() - interval '1 minute') as late
      from workspaces where id = ${demo.workspaceId}`);
    expect(row).toMatchObject({ clock: null, cases: 0, messages: 0, late: 0 });
    expect(row?.soon).toBeGreaterThanOrEqual(1);
  });

  it("reaches back sixty days, and nothing in it happened later than now", async () => {
    const [row] = await rows<{ first: number; last: number; now: number }>(sql`
      select date_part('epoch', min(at)) * 1000 as first, date_part('epoch', max(at)) * 1000 as last,
        date_part('epoch', clock_timestamp()) * 1000 as now
      from case_decisions where ${ours()}`);
    if (!row) throw new Error("no decisions");
    expect(row.now - row.first).toBeGreaterThan(55 * DAY_MS);
    expect(row.last).toBeLessThanOrEqual(row.now);
  });

  it("says how far it is, never backwards", () => {
    const history = parts.slice(2);
    expect(history.length).toBeGreaterThan(100);
    expect(history).toEqual([...history].sort((a, b) => a - b));
  });

  it("takes the place of one that a crash left half made", async () => {
    const left = await rows(sql`select 1 from people where id = 'left-behind'`);
    expect(left.length).toBe(0);
    expect(await totals()).toMatchObject({ workspaces: 1 });
    expect(demo.slug).toBe("demo");
  });

  it("is left alone when it is there", async () => {
    const before = await totals();
    expect(await loadDemo(ctx)).toEqual(demo);
    expect(await totals()).toEqual(before);
  });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { uuidv7 } from "@/core/ids";
import { DAY_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { cancelCase, type Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { type House, install, newWorkspace, openMany, testHouse } from "../testing/house";
import { applyRetention } from "./apply-retention";
import { countForTerm } from "./count-for-term";
import { saveSettings } from "./save-settings";

let house: House;
let ctx: Ctx;
let who: Who;

const WORKFLOW = {
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
        { id: "s1", kind: "send", channels: [{ in_app: "first" }] },
        { id: "w1", kind: "wait", for: "P900D" },
      ],
    },
  ],
};

beforeAll(async () => {
  house = await testHouse();
  ctx = house.ctx;
});
afterAll(() => house.database.drop());

beforeEach(async () => {
  who = await newWorkspace(ctx);
  await install(ctx, who, "matters", WORKFLOW);
});

const keep = (retention: Record<string, number | null>) => saveSettings(ctx, who, { retention });

/** Rows of the workspace in a table. */
async function count(table: string, also = sql`true`): Promise<number> {
  const [row] = await ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from ${sql.identifier(table)}
    where workspace_id = ${who.workspaceId} and ${also}`);
  return row?.n ?? -1;
}

/** An open and a closed case, both begun and the closed one ended so many days ago, their messages sent then. */
async function twoCases(daysAgo: number): Promise<{ open: string; closed: string }> {
  const [open = "", closed = ""] = await openMany(ctx, who, "matters", [
    { personId: "ana" },
    { personId: "ben" },
  ]);
  await cancelCase(ctx, who, closed, { reason: "end of the test" });
  const then = sql`now() - make_interval(days => ${daysAgo})`;
  await ctx.db.execute(sql`
    update cases set opened_at = ${then}, closed_at = case when closed_at is null then null else ${then} end
    where workspace_id = ${who.workspaceId}`);
  for (const [i, caseId] of [open, closed].entries()) {
    await ctx.db.execute(sql`
      update messages set status = 'sent', deliver_at = null, sent_at = ${then},
        content = ${JSON.stringify(CONTENT)}::jsonb
      where workspace_id = ${who.workspaceId} and case_id = ${caseId}`);
    await ctx.db.execute(sql`
      insert into message_events (workspace_id, message_id, id, type, detail, at)
      select workspace_id, id, ${`r${i}`}, 'replied', '{"text":"I will pay"}', now() from messages
      where workspace_id = ${who.workspaceId} and case_id = ${caseId}`);
  }
  return { open, closed };
}

const CONTENT = {
  locale: "en",
  subject: null,
  preheader: null,
  title: "Hi",
  body: "x",
  actions: [],
};

describe("closed cases", () => {
  test("go with their messages and timeline when their term is over, and open ones never", async () => {
    const { open } = await twoCases(40);
    await keep({ closedCaseDays: 30 });
    await applyRetention(ctx);
    expect(await count("cases")).toBe(1);
    expect(await count("cases", sql`id = ${open}`)).toBe(1);
    for (const table of ["messages", "case_decisions"]) {
      expect(await count(table, sql`case_id <> ${open}`)).toBe(0);
      expect(await count(table)).toBeGreaterThan(0);
    }
    expect(await count("message_events")).toBe(1);
  });

  test("stay until the term is over, and for good without one", async () => {
    await twoCases(20);
    await keep({ closedCaseDays: 30 });
    await applyRetention(ctx);
    expect(await count("cases")).toBe(2);
    await keep({ closedCaseDays: null });
    await ctx.db.execute(sql`
      update cases set closed_at = now() - interval '9 years'
      where workspace_id = ${who.workspaceId} and closed_at is not null`);
    await applyRetention(ctx);
    expect(await count("cases")).toBe(2);
  });

  test("stay while one of their messages may still leave", async () => {
    const { closed } = await twoCases(40);
    await ctx.db.execute(sql`
      update messages set status = 'held', deliver_at = now() + interval '1 day'
      where workspace_id = ${who.workspaceId} and case_id = ${closed}`);
    await keep({ closedCaseDays: 30 });
    await applyRetention(ctx);
    expect(await count("cases")).toBe(2);
  });
});

test("words of messages go, their outcome stays, and open cases keep both", async () => {
  const { open, closed } = await twoCases(40);
  await keep({ messageContentDays: 30 });
  expect(await countForTerm(ctx, who, "messageContentDays", 30)).toBe(1);
  await applyRetention(ctx);
  expect(await count("messages", sql`case_id = ${closed} and content is not null`)).toBe(0);
  expect(await count("messages", sql`case_id = ${closed} and status = 'sent'`)).toBe(1);
  expect(await count("messages", sql`case_id = ${open} and content is not null`)).toBe(1);
  expect(await count("message_events", sql`detail = '{}'`)).toBe(1);
});

test("events go but for those that still count for a case to come", async () => {
  const ids = [newId(), newId(), newId()].sort();
  for (const [i, id] of ids.entries()) {
    const days = i === 2 ? 1 : 40;
    await ctx.db.execute(sql`
      insert into events (workspace_id, id, name, data, occurred_at, received_at, result)
      values (${who.workspaceId}, ${id}, 'a.b', '{}', now(), now() - make_interval(days => ${days}), '{}')`);
  }
  await ctx.db.execute(sql`
    insert into early_answers (workspace_id, workflow, subject, event_id, at)
    values (${who.workspaceId}, 'matters', 'k:1', ${ids[1] ?? ""}, now())`);
  await keep({ eventDays: 30 });
  await applyRetention(ctx);
  const left = await ctx.db.execute<{ id: string }>(
    sql`select id from events where workspace_id = ${who.workspaceId} order by id`,
  );
  expect(left.map(({ id }) => id)).toEqual(ids.slice(1));
});

test("old entries of the audit log go, and the change of the term is itself an entry", async () => {
  await inTransaction(ctx.db, (tx) =>
    audit(tx, who.workspaceId, {
      id: newId(),
      actor: who.actor,
      action: "topic.saved",
      target: "c",
    }),
  );
  await ctx.db.execute(sql`
    update audit_log set at = now() - interval '40 days' where workspace_id = ${who.workspaceId}`);
  await keep({ auditDays: 30 });
  await applyRetention(ctx);
  expect(await count("audit_log")).toBe(1);
  expect(await count("audit_log", sql`action = 'workspace.changed'`)).toBe(1);
});

test("in a live workspace, nothing is older than its id says", async () => {
  who = await newWorkspace(ctx, "live");
  await install(ctx, who, "matters", WORKFLOW);
  await twoCases(40);
  await keep({ closedCaseDays: 30 });
  expect(await countForTerm(ctx, who, "closedCaseDays", 30)).toBe(0);
  const old = uuidv7(Date.now() - 40 * DAY_MS, new Uint8Array(10));
  for (const id of [old, newId()]) {
    await ctx.db.execute(sql`
      insert into events (workspace_id, id, name, data, occurred_at, received_at, result)
      values (${who.workspaceId}, ${id}, 'a.b', '{}', now(), now() - interval '40 days', '{}')`);
  }
  await keep({ eventDays: 30 });
  await applyRetention(ctx);
  expect(await count("cases")).toBe(2);
  expect(await count("events")).toBe(1);
});

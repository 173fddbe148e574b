import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { doVerb, type Who } from "../cases/verbs";
import { moveTestClock } from "../clock/test-clock";
import { newId } from "../new-id";
import { erasePerson } from "../people/erase-person";
import { savePeople } from "../people/save-people";
import { type House, install, newWorkspace, openMany, testHouse } from "../testing/house";
import { foldFacts } from "./fold";

const START = Date.UTC(2026, 8, 28, 9);
const ROLE = `bi_${newId().slice(-12)}`;

const document = {
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  start: { event: "task.created" },
  subject: "A secret matter",
  stopsWhen: [{ event: "task.done" }],
  stages: [
    {
      id: "first",
      name: "First",
      steps: [
        { id: "s1", kind: "send", channels: [{ in_app: "t-app" }, { email: "t-email" }] },
        { id: "w1", kind: "wait_for_response", for: "P2D" },
      ],
    },
  ],
};

let house: House;
let who: Who;
let grants: string[];
let examples: string[];

beforeAll(async () => {
  house = await testHouse();
  const { ctx } = house;
  who = await newWorkspace(ctx);
  await moveTestClock(ctx, who.workspaceId, START);
  const people = Array.from({ length: 9 }, (_, i) => ({ id: `p${i}`, email: `p${i}@example.com` }));
  await savePeople(ctx, who, people);
  await install(ctx, who, "tasks", document);
  const open = () =>
    openMany(
      ctx,
      who,
      "tasks",
      people.map(({ id }) => ({ personId: id })),
    );
  const [first = "", second = ""] = await open();
  await moveTestClock(ctx, who.workspaceId, START + DAY_MS);
  await doVerb(ctx, who, first, "resolve", { reason: "done" });
  await doVerb(ctx, who, second, "cancel", { reason: "no" });
  await open();
  await moveTestClock(ctx, who.workspaceId, START + 3 * DAY_MS);
  while ((await foldFacts(ctx)) > 0);
  const manual = await readFile("docs/reporting.md", "utf8");
  const [role = "", ...rest] = [...manual.matchAll(/```sql\n(.*?)```/gs)].map(
    ([, text = ""]) => text,
  );
  grants = role
    .replaceAll(/\bbi\b/g, ROLE)
    .split(";")
    .filter((line) => line.trim() !== "");
  examples = rest;
  for (const line of grants) await ctx.db.execute(sql.raw(line));
});
afterAll(async () => {
  await house.ctx.db.execute(sql.raw(`drop owned by ${ROLE}; drop role ${ROLE}`));
  await house.database.drop();
});

const asReader = (query: string) =>
  inTransaction(house.ctx.db, async (tx) => {
    await tx.execute(sql.raw(`set local role ${ROLE}`));
    return [...(await tx.execute<Record<string, unknown>>(sql.raw(query)))];
  });

const relations = (schema: string) =>
  house.ctx.db.execute<{
    name: string;
    isReadable: boolean;
    isWritable: boolean;
    isSaid: boolean;
  }>(sql`
    select c.relname as name, has_table_privilege(${ROLE}, c.oid, 'select') as "isReadable",
      has_table_privilege(${ROLE}, c.oid, 'insert, update, delete') as "isWritable",
      obj_description(c.oid, 'pg_class') is not null and not exists (select from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and col_description(c.oid, a.attnum) is null) as "isSaid"
    from pg_class c where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
    order by 1`);

test("a role with nothing but the two grants reads every view and no table", async () => {
  const views = await relations("reporting");
  expect(views.map(({ name }) => name)).toEqual(["cases", "daily", "escalations", "messages"]);
  for (const { name } of views) await asReader(`select * from reporting.${name}`);
  expect(await asReader("select * from reporting.messages")).not.toEqual([]);
  const tables = await relations("public");
  expect(tables.length).toBeGreaterThan(20);
  expect(tables.filter(({ isReadable }) => isReadable)).toEqual([]);
  await expect(asReader("select * from public.people")).rejects.toMatchObject({
    cause: { code: "42501" },
  });
  expect(views.filter(({ isWritable }) => isWritable)).toEqual([]);
});

test("each view and each column says what it is", async () => {
  const views = await relations("reporting");
  expect(views.filter(({ isSaid }) => !isSaid)).toEqual([]);
});

test("no address, no content and nobody's name is in any of them", async () => {
  const all = await Promise.all(
    ["cases", "messages", "escalations", "daily"].map((name) =>
      asReader(`select * from reporting.${name}`),
    ),
  );
  expect(JSON.stringify(all)).not.toMatch(/@example\.com|secret|About/);
});

test("the days count what the cases say", async () => {
  const measures = [
    "reached",
    "responded",
    "resolved",
    "expired",
    "canceled",
    "escalated",
    "dead_end",
  ];
  const days = await asReader(`
    select opened_day::text as day, measure, sum(n)::int as n from reporting.daily
    where measure in ('opened', ${measures.map((name) => `'${name}'`).join()})
    group by 1, 2 order by 1, 2`);
  const cases = await asReader(`
    select opened_day::text as day, measure, count(*)::int as n from reporting.cases,
      lateral (values ('opened', true), ${measures.map((name) => `('${name}', is_${name})`).join()}) as m(measure, holds)
    where holds group by 1, 2 order by 1, 2`);
  expect(days).toEqual(cases);
  expect(new Set(days.map(({ measure }) => measure))).toEqual(
    new Set(["canceled", "expired", "opened", "reached", "resolved", "responded"]),
  );
  const opened = days.filter(({ measure }) => measure === "opened").map(({ n }) => n);
  expect(opened).toEqual([9, 9]);
});

test("the examples of the manual run", async () => {
  expect(examples).toHaveLength(3);
  for (const example of examples) await asReader(example);
});

test("opens count as the reports count them", async () => {
  const { db } = house.ctx;
  await db.execute(sql`
    update messages set tracked = true, status = 'sent' where channel = 'email'
      and workspace_id = ${who.workspaceId}`);
  const emails = await db.execute<{ id: string }>(sql`
    select id from messages where workspace_id = ${who.workspaceId} and channel = 'email' order by id`);
  const hits = ["human", "proxy", "scanner", "unknown"].entries();
  for (const [i, by] of hits) {
    await db.execute(sql`
      insert into message_events (workspace_id, message_id, id, type, by, at)
      values (${who.workspaceId}, ${emails[i]?.id ?? ""}, 'seen', 'opened', ${by}, now())`);
  }
  await db.execute(sql`
    insert into message_events (workspace_id, message_id, id, type, by, at)
    values (${who.workspaceId}, ${emails[4]?.id ?? ""}, 'pressed', 'clicked', 'human', now()),
      (${who.workspaceId}, ${emails[5]?.id ?? ""}, 'fetched', 'clicked', 'scanner', now())`);
  while ((await foldFacts(house.ctx)) > 0);
  const [seen] = await asReader(`
    select count(*) filter (where opened = 'human')::int as opened_human,
      count(*) filter (where opened = 'machine')::int as opened_machine,
      count(*) filter (where clicked)::int as clicked
    from reporting.messages where is_tracked`);
  const counted = await asReader(`
    select measure, sum(n)::int as n from reporting.daily
    where measure in ('opened_human', 'opened_machine', 'clicked') group by 1`);
  expect(seen).toEqual({ opened_human: 2, opened_machine: 2, clicked: 1 });
  expect(Object.fromEntries(counted.map(({ measure, n }) => [measure, n]))).toEqual(seen);
});

test("an erased person is in no view, and their messages stay", async () => {
  const theirs = "select person_id from reporting.messages where person_id = 'p8'";
  const all = "select count(*)::int as n from reporting.messages";
  expect(await asReader(theirs)).not.toEqual([]);
  const before = await asReader(all);
  await erasePerson(house.ctx, who, "p8");
  expect(await asReader(theirs)).toEqual([]);
  expect(await asReader(all)).toEqual(before);
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { foldStepMoves } from "@/db/queries/step-counts";
import { backfillTrails } from "../cases/backfill-trails";
import { doVerb, type Who } from "../cases/verbs";
import { moveTestClock } from "../clock/test-clock";
import { type House, install, newWorkspace, openMany, testHouse } from "../testing/house";
import { countsAndCases } from "../testing/recount";
import { countFlows } from "./count-flows";
import { moveCases } from "./move-cases";

const START = Date.UTC(2026, 10, 2, 9);
const document = {
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  start: { event: "task.created" },
  subject: "A matter",
  stopsWhen: [{ event: "task.done" }],
  stages: [
    {
      id: "only",
      name: "Only",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "t-email" }] },
        { id: "a1", kind: "wait_for_response", for: "P1D", noAnswer: [] },
        { id: "w1", kind: "wait", for: "P20D" },
      ],
    },
  ],
};

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const open = (who: Who, n: number) =>
  openMany(
    house.ctx,
    who,
    "w",
    Array.from({ length: n }, (_, i) => ({ personId: `p${i}` })),
  );

/** 24 cases on the first day and 3 on the eleventh; of the first, 4 are resolved while they wait for an answer. */
async function played(): Promise<Who> {
  const { ctx } = house;
  const who = await newWorkspace(ctx);
  await moveTestClock(ctx, who.workspaceId, START);
  await install(ctx, who, "w", document);
  const first = await open(who, 24);
  await moveTestClock(ctx, who.workspaceId, START + 9 * HOUR_MS);
  for (const id of first.slice(0, 4)) await doVerb(ctx, who, id, "resolve", {});
  await moveTestClock(ctx, who.workspaceId, START + 10 * DAY_MS);
  await open(who, 3);
  return who;
}

test("a period counts the cases that came to a step in it, and what became of them", async () => {
  const { ctx } = house;
  const who = await played();
  const month = await countFlows(ctx.db, who.workspaceId, "w", "month");
  expect(month.asOf).toBe(START + 10 * DAY_MS);
  const a1 = month.flows.get("a1");
  expect(a1).toMatchObject({ in: 27, here: 3, settled: 24 });
  expect(a1?.ended).toMatchObject({ n: 4, share: 4 / 24 });
  expect(a1?.ways.no_answer).toMatchObject({ n: 20, share: 20 / 24 });
  expect(Math.abs((a1?.ways.no_answer?.medianMs ?? 0) / DAY_MS - 1)).toBeLessThan(0.05);
  expect(month.flows.get("w1")).toMatchObject({ in: 20, here: 20, settled: 0 });
  const week = await countFlows(ctx.db, who.workspaceId, "w", "week");
  expect(week.flows.get("a1")).toMatchObject({ in: 3, here: 3, settled: 0 });
  expect(week.flows.get("w1")).toBeUndefined();
});

test("a version counts what followed it: cases that move to it leave the other's shares", async () => {
  const { ctx } = house;
  const who = await played();
  await install(ctx, who, "w", { ...document, subject: "Another matter" });
  const before = await countFlows(ctx.db, who.workspaceId, "w", "version");
  expect(before.flows.size).toBe(0);
  await moveCases(ctx, who, "w", 2);
  const { flows } = await countFlows(ctx.db, who.workspaceId, "w", "version");
  expect(flows.get("w1")).toMatchObject({ in: 20, here: 20 });
  expect(flows.get("a1")).toMatchObject({ in: 3, here: 3, settled: 0 });
});

test("folding changes no count, however many fold at once", async () => {
  const { ctx } = house;
  const who = await played();
  const before = await countFlows(ctx.db, who.workspaceId, "w", "month");
  await Promise.all([1, 2, 3].map(() => inTransaction(ctx.db, foldStepMoves)));
  const [left] = await ctx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from step_moves where workspace_id = ${who.workspaceId}`,
  );
  expect(left?.n).toBe(0);
  expect(await countFlows(ctx.db, who.workspaceId, "w", "month")).toEqual(before);
});

/** As the previous release leaves a workspace: cases without trails, nothing counted. */
async function forget({ workspaceId }: Who): Promise<void> {
  const { db } = house.ctx;
  await db.execute(sql`update cases set trail = null where workspace_id = ${workspaceId}`);
  for (const table of ["step_counts", "step_moves"]) {
    await db.execute(sql`delete from ${sql.identifier(table)} where workspace_id = ${workspaceId}`);
  }
}

const { signal } = new AbortController();

test("cases that are older than their trails are counted from their timelines, once", async () => {
  const { ctx } = house;
  const who = await played();
  const written = await countFlows(ctx.db, who.workspaceId, "w", "month");
  await forget(who);
  expect(await backfillTrails(ctx, signal)).toBe(27);
  expect(await backfillTrails(ctx, signal)).toBe(0);
  const { flows } = await countFlows(ctx.db, who.workspaceId, "w", "month");
  expect(flows).toEqual(written.flows);
  const { counted, recounted } = await countsAndCases(ctx.db, who.workspaceId);
  expect(counted).toEqual(recounted);
});

test("an old case that is answered before the backfill reaches it is counted whole after it", async () => {
  const { ctx } = house;
  const who = await newWorkspace(ctx);
  await moveTestClock(ctx, who.workspaceId, START);
  await install(ctx, who, "w", document);
  const [id = ""] = await open(who, 1);
  await moveTestClock(ctx, who.workspaceId, START + 2 * DAY_MS);
  await forget(who);
  await doVerb(ctx, who, id, "resolve", {});
  expect(await countsAndCases(ctx.db, who.workspaceId)).toEqual({ counted: [], recounted: [] });
  expect(await backfillTrails(ctx, signal)).toBe(1);
  const { counted, recounted } = await countsAndCases(ctx.db, who.workspaceId);
  expect(counted).toEqual(recounted);
  expect(counted.map((line) => line.replace(/ \d+: /, ": "))).toEqual([
    "w a1 no_answer: 1",
    "w s1 on: 1",
    "w w1 end:resolved: 1",
  ]);
});

test("the trail of every case is in its column, out of the memory that the previous release writes back", async () => {
  const { ctx } = house;
  const who = await played();
  const [row] = await ctx.db.execute<{ without: number; inside: number }>(sql`
    select count(*) filter (where trail is null)::int as without,
      count(*) filter (where memory ? 'trail')::int as inside
    from cases where workspace_id = ${who.workspaceId}`);
  expect(row).toEqual({ without: 0, inside: 0 });
});

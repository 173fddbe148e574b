import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type JobPayload, jobPolicy } from "@/core/jobs";
import { MINUTE_MS } from "@/core/time";
import { Definition } from "@/core/workflow/definition";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import {
  type House,
  install,
  messagesIn,
  newWorkspace,
  openMany,
  testHouse,
} from "../testing/house";
import { CASES_AT_ONCE_MAX, moveLater } from "./move-later";
import { publishWorkflow } from "./publish";
import { saveDraft } from "./save-draft";

const CASES = CASES_AT_ONCE_MAX + 200;
const hold = { id: "hold", kind: "wait", for: "P2D" };
const remind = { id: "remind", kind: "send", channels: [{ email: "reminder" }] };
const pause = { id: "pause", kind: "wait", for: "P1D" };
const documentOf = (steps: unknown[]) => ({
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.id }}",
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [{ id: "first", name: "First", steps }],
});

type Job = { payload: JobPayload<"cases.move">; startAfter: Date | undefined };

let house: House;
let ctx: Ctx;
let who: Who;
let jobs: Job[];
let whilePublishing: () => Promise<void>;
beforeAll(async () => {
  house = await testHouse();
  ctx = {
    ...house.ctx,
    enqueue: async (_tx, name, payload, options) => {
      const parsed = jobPolicy(name).payload.parse(payload) as Job["payload"];
      if (name !== "cases.move") return;
      jobs.push({ payload: parsed, startAfter: options?.startAfter });
      await whilePublishing();
    },
  };
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  jobs = [];
  whilePublishing = async () => {};
  who = await newWorkspace(ctx);
  await install(ctx, who, "invoices", documentOf([hold, remind]));
  const many = Array.from({ length: CASES }, (_, i) => ({ personId: `p${i}`, data: { id: i } }));
  await openMany(ctx, who, "invoices", many);
});

async function publish(steps: unknown[], spreadMinutes: number) {
  const definition = Definition.parse(documentOf(steps));
  await saveDraft(ctx, who, "invoices", { name: "Invoices", definition });
  return publishWorkflow(ctx, who, "invoices", { inFlight: "move", spreadMinutes });
}
const onVersion = async (version: number) =>
  (
    await ctx.db.execute(sql`
      select 1 from cases where workspace_id = ${who.workspaceId} and version = ${version}`)
  ).length;
const lastTaken = async () =>
  (
    await ctx.db.execute<{ id: string }>(sql`
      select id from cases where workspace_id = ${who.workspaceId} order by id desc limit 1`)
  )[0]?.id;
const runAll = async (list: readonly Job[]) => {
  for (const { payload } of list) await moveLater(ctx, payload);
};

describe("more open cases than are moved at once", () => {
  it("are all moved by jobs, and the request moves none of them", async () => {
    const done = await publish([{ ...hold, for: "P3D" }, remind], 0);
    expect(done).toEqual({ version: 2, moved: 0, movingLater: CASES });
    expect(await onVersion(1)).toBe(CASES);
    await runAll(jobs);
    expect(await onVersion(2)).toBe(CASES);
    expect(await messagesIn(ctx.db, who.workspaceId)).toEqual([]);
  });

  it("leave nobody behind: a case that another process commits meanwhile moves with the request", async () => {
    const taken = await lastTaken();
    const early = "00000000-0000-7000-8000-000000000001";
    whilePublishing = async () => {
      whilePublishing = async () => {};
      await ctx.db.execute(sql`
        insert into cases select (jsonb_populate_record(c, jsonb_build_object(
          'id', ${early}::text, 'number', 9999, 'subject', 'late'))).*
        from cases c where workspace_id = ${who.workspaceId} and id = ${taken}`);
    };
    const done = await publish([{ ...hold, for: "P3D" }, remind], 0);
    expect(done).toEqual({ version: 2, moved: 1, movingLater: CASES });
    await runAll(jobs);
    expect(await onVersion(1)).toBe(0);
  });

  it("are shared out by the jobs where they would send at once, each of them once", async () => {
    const done = await publish([remind, pause], 60);
    expect(done).toMatchObject({ moved: 0, movingLater: CASES });
    const shares = jobs;
    jobs = [];
    const from = Date.now();
    await runAll(shares);
    expect(await onVersion(2)).toBe(0);
    const moments = jobs.map(({ startAfter }) => (startAfter?.getTime() ?? 0) - from);
    expect(new Set(moments.map((ms) => Math.round(ms / MINUTE_MS))).size).toBe(60);
    expect(Math.max(...moments)).toBeLessThan(60 * MINUTE_MS + MINUTE_MS);
    expect(jobs.flatMap(({ payload }) => payload.ids)).toHaveLength(CASES);
    await runAll(jobs);
    await runAll(shares);
    expect(await onVersion(2)).toBe(CASES);
    expect(await messagesIn(ctx.db, who.workspaceId)).toHaveLength(CASES);
  });
});

it("a token that does not fit is refused before anything is worked out", async () => {
  await saveDraft(ctx, who, "invoices", {
    name: "Invoices",
    definition: Definition.parse(documentOf([{ ...remind, channels: [{ email: "missing" }] }])),
  });
  const input = { inFlight: "move" as const, spreadMinutes: 60, confirmToken: "another" };
  await expect(publishWorkflow(ctx, who, "invoices", input)).rejects.toMatchObject({
    code: "conflict",
  });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { codesOf, type House, install, newWorkspace, openMany, testHouse } from "../testing/house";
import { saveSettings, WorkspaceSettings } from "./save-settings";

let house: House;
let ctx: Ctx;
let who: Who;

beforeAll(async () => {
  house = await testHouse();
  ctx = house.ctx;
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(ctx);
});

const changes = () =>
  ctx.db.execute<{ detail: unknown }>(sql`
    select detail from audit_log
    where workspace_id = ${who.workspaceId} and action = 'workspace.changed' order by id`);

test("a change keeps every other field, and its audit line holds both values", async () => {
  await saveSettings(ctx, who, { brand: { color: "#0a66c2", address: "1 Road" } });
  await saveSettings(ctx, who, { brand: { color: null } });
  expect((await findWorkspace(ctx.db, who.workspaceId))?.brand).toEqual({ address: "1 Road" });
  const [, last] = await changes();
  const from = { color: "#0a66c2", address: "1 Road" };
  expect(last?.detail).toEqual({ brand: { from, to: { address: "1 Road" } } });
});

test("saving what is stored already changes nothing and is not recorded", async () => {
  await saveSettings(ctx, who, { timeZone: "Europe/Berlin" });
  expect(await changes()).toHaveLength(0);
});

test("a new time zone plans open cases again", async () => {
  await install(ctx, who, "matters", {
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
          { id: "w1", kind: "wait", for: "P3D", at: "09:00", zone: "workspace" },
          { id: "s1", kind: "send", channels: [{ email: "first" }] },
        ],
      },
    ],
  });
  const [caseId = ""] = await openMany(ctx, who, "matters", [{ personId: "ana" }]);
  await saveSettings(ctx, who, { timeZone: "Asia/Tokyo" });
  expect(await codesOf(ctx.db, caseId)).toContain("case.replanned");
});

test("a limit is kept beside the others, and what one held is looked at again", async () => {
  await saveSettings(ctx, who, {
    frequencyLimits: { perDay: 2, channels: { sms: { perDay: 1 } } },
  });
  await saveSettings(ctx, who, { frequencyLimits: { perDay: null, gapMinutes: 60 } });
  const limits = async () => (await findWorkspace(ctx.db, who.workspaceId))?.frequencyLimits;
  expect(await limits()).toEqual({ gapMinutes: 60, channels: { sms: { perDay: 1 } } });
  await ctx.db.execute(sql`
    insert into messages (workspace_id, id, case_id, person_id, workflow, version, step, visit, channel,
      template, status, code, planned_at, deliver_at)
    values (${who.workspaceId}, gen_random_uuid(), gen_random_uuid(), 'ana', 'w', 1, 's', 0, 'email', 't',
      'held', 'held.cap', now(), now() + interval '1 day')`);
  await saveSettings(ctx, who, {
    frequencyLimits: { gapMinutes: null, channels: { sms: { perDay: null } } },
  });
  expect(await limits()).toBeNull();
  const [row] = await ctx.db.execute<{ due: boolean }>(sql`
    select deliver_at <= clock_timestamp() as due from messages
    where workspace_id = ${who.workspaceId}`);
  expect(row?.due).toBe(true);
});

test("a calendar that does not exist is refused, and nothing is changed", async () => {
  await expect(saveSettings(ctx, who, { name: "New", calendar: "none" })).rejects.toMatchObject({
    code: "invalid",
  });
  expect(await changes()).toHaveLength(0);
});

test("a logo over plain HTTP and a colour that is none are refused before anything is read", () => {
  for (const brand of [{ logoUrl: "http://x.example/l.png" }, { color: "red" }]) {
    expect(WorkspaceSettings.safeParse({ brand }).success).toBe(false);
  }
});

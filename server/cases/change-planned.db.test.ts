import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { nowOf } from "../clock/clock";
import { moveTestClock } from "../clock/test-clock";
import { receiveEvent } from "../events/receive-event";
import {
  codesOf,
  type House,
  install,
  messagesIn,
  newWorkspace,
  testHouse,
} from "../testing/house";
import { movePlanned, sendPlannedNow, takePlannedOut } from "./change-planned";
import type { Who } from "./verbs";

const workflow = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.id }}",
  key: "invoice:{{ data.id }}",
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [
    {
      id: "only",
      name: "Only",
      steps: [
        { id: "w1", kind: "wait", for: "P2D" },
        { id: "s1", kind: "send", channels: [{ in_app: "reminder" }] },
        { id: "w2", kind: "wait", for: "P1D" },
        { id: "s2", kind: "send", channels: [{ in_app: "final" }] },
        { id: "w3", kind: "wait", for: "P9D" },
      ],
    },
  ],
};

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

async function opened() {
  const { ctx } = house;
  const sandbox = await newWorkspace(ctx);
  const who: Who = { ...sandbox, actor: { kind: "operator", id: "op1", name: "Ana" } };
  await install(ctx, sandbox, "invoices", workflow);
  const start = await nowOf(ctx.db, who.workspaceId);
  const later = (ms: number) => moveTestClock(ctx, who.workspaceId, start + HOUR_MS + ms);
  await later(0);
  const event = {
    name: "invoice.created",
    person: { id: "maria", name: "Maria" },
    data: { id: "7" },
  };
  const { opened: cases } = await receiveEvent(ctx, who.workspaceId, event);
  return { ctx, who, start: start + HOUR_MS, later, caseId: cases[0]?.caseId ?? "" };
}

test("a message sent now leaves by hand, ten seconds later, and once", async () => {
  const { ctx, who, caseId, later } = await opened();
  await sendPlannedNow(ctx, who, caseId, { step: "s1" });
  await later(60_000);
  expect(await messagesIn(ctx.db, who.workspaceId)).toMatchObject([
    { step: "s1", status: "sent", code: "sent.manual" },
  ]);
  await later(3 * DAY_MS);
  const steps = (await messagesIn(ctx.db, who.workspaceId)).map(({ step }) => step);
  expect(steps).toEqual(["s1", "s2"]);
});

test("a message taken out ends unsent at its moment, with who and why, and the next one is sent", async () => {
  const { ctx, who, caseId, later } = await opened();
  await takePlannedOut(ctx, who, caseId, { step: "s1", reason: "She called" });
  expect(await codesOf(ctx.db, caseId)).toContain("planned.taken_out");
  await later(4 * DAY_MS);
  expect(await messagesIn(ctx.db, who.workspaceId)).toMatchObject([
    { step: "s1", status: "not_sent", code: "skip.manual" },
    { step: "s2", status: "sent" },
  ]);
});

test("a message moved is sent at its new moment; one that waits can be moved and taken out itself", async () => {
  const { ctx, who, caseId, later, start } = await opened();
  await movePlanned(ctx, who, caseId, { step: "s1", to: start + 5 * DAY_MS });
  await later(4 * DAY_MS);
  expect(await messagesIn(ctx.db, who.workspaceId)).toEqual([]);
  await later(5 * DAY_MS + 1_000);
  expect(await messagesIn(ctx.db, who.workspaceId)).toMatchObject([{ step: "s1", status: "sent" }]);
  await sendPlannedNow(ctx, who, caseId, { step: "s2" });
  const [waiting] = await ctx.db.execute<{ id: string }>(sql`
    select id from messages where case_id = ${caseId} and status = 'planned'`);
  const messageId = waiting?.id ?? "";
  await movePlanned(ctx, who, caseId, { step: "s2", messageId, to: start + 6 * DAY_MS });
  await takePlannedOut(ctx, who, caseId, { step: "s2", messageId, reason: "She called" });
  const refused = sendPlannedNow(ctx, who, caseId, { step: "s2", messageId });
  await expect(refused).rejects.toMatchObject({ code: "conflict" });
  expect((await messagesIn(ctx.db, who.workspaceId)).at(-1)).toMatchObject({
    step: "s2",
    status: "not_sent",
    code: "skip.manual",
  });
});

test("what is not next, and a moment that has passed, are refused and change nothing", async () => {
  const { ctx, who, caseId, start } = await opened();
  const notNext = sendPlannedNow(ctx, who, caseId, { step: "s2" });
  await expect(notNext).rejects.toMatchObject({ code: "conflict" });
  const passed = movePlanned(ctx, who, caseId, { step: "s1", to: start - 1 });
  await expect(passed).rejects.toMatchObject({ code: "invalid" });
  expect(await codesOf(ctx.db, caseId)).toEqual(["case.opened", "wait.started"]);
});

test("every change by hand stands in the audit log of its case", async () => {
  const { ctx, who, caseId } = await opened();
  await takePlannedOut(ctx, who, caseId, { step: "s1", reason: "She called" });
  const rows = await ctx.db.execute<{ action: string }>(sql`
    select action from audit_log where workspace_id = ${who.workspaceId} and target = ${caseId}`);
  expect(rows.map(({ action }) => action)).toEqual(["case.planned_taken_out"]);
});

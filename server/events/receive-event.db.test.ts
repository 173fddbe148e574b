import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { PreferencesInput } from "@/core/contracts/people";
import type { Who } from "../cases/verbs";
import { moveTestClock } from "../clock/test-clock";
import type { Ctx } from "../context";
import { savePreferences } from "../people/save-preferences";
import {
  codesOf,
  type House,
  install,
  messagesIn,
  newWorkspace,
  testHouse,
} from "../testing/house";
import { deleteWorkflow } from "../workflows/delete-workflow";
import { triggerWorkflow } from "../workflows/trigger";
import { receiveEvent } from "./receive-event";

let house: House;
let ctx: Ctx;
let who: Who;

const invoice = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created", where: "data.amount > 0" },
  subject: "Invoice {{ data.number }}",
  key: "invoice:{{ data.id }}",
  due: { from: "data.due_date" },
  stopsWhen: [{ event: "invoice.paid", key: "invoice:{{ data.id }}" }, { action: "paid" }],
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [{ id: "s1", kind: "send", channels: [{ email: "first" }] }],
    },
    {
      id: "reminder",
      name: "Reminder",
      steps: [
        { id: "w1", kind: "wait", until: { due: "-P2D" }, at: "09:00", days: "business" },
        { id: "s2", kind: "send", channels: [{ email: "reminder" }] },
        { id: "w2", kind: "wait_for_response", for: "P3D", from: "due" },
      ],
    },
  ],
  resolution: { steps: [{ id: "c1", kind: "send", channels: [{ email: "thanks" }] }] },
};

const maria = {
  id: "maria",
  name: "Maria Lopez",
  email: "maria@example.com",
  timeZone: "Europe/Berlin",
};
const created = (id = "2041") => ({
  name: "invoice.created",
  person: maria,
  data: { id, number: id, amount: 120, due_date: "2025-12-15" },
});
const paid = (id = "2041") => ({ name: "invoice.paid", data: { id } });

beforeAll(async () => {
  house = await testHouse();
  ctx = house.ctx;
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(ctx);
  await install(ctx, who, "invoices", invoice);
  await moveTestClock(ctx, who.workspaceId, Date.parse("2025-12-01T10:00:00Z"));
});

const send = (input: Parameters<typeof receiveEvent>[2]) =>
  receiveEvent(ctx, who.workspaceId, input);
const goTo = (text: string) => moveTestClock(ctx, who.workspaceId, Date.parse(text));
const sentSteps = async () =>
  (await messagesIn(ctx.db, who.workspaceId))
    .filter(({ status }) => status === "sent")
    .map(({ step }) => step);

test("an event opens a case and its first message leaves", async () => {
  const result = await send(created());
  expect(result.opened).toMatchObject([{ number: 1, workflow: "invoices" }]);
  await goTo("2025-12-01T10:00:00Z");
  expect(await sentSteps()).toEqual(["s1"]);
});

test("the reminder leaves two days before it is due, on the business day before a weekend", async () => {
  await send(created());
  await goTo("2025-12-12T07:59:59Z");
  expect(await sentSteps()).toEqual(["s1"]);
  await goTo("2025-12-12T08:00:00Z");
  expect(await sentSteps()).toEqual(["s1", "s2"]);
});

test("paying during the wait resolves, thanks, and no reminder leaves", async () => {
  await send(created());
  await goTo("2025-12-05T00:00:00Z");
  const result = await send(paid());
  expect(result.resolved).toMatchObject([{ number: 1 }]);
  await goTo("2026-02-01T00:00:00Z");
  expect(await sentSteps()).toEqual(["s1", "c1"]);
});

test("paying before the invoice is created resolves the case at its opening, and nothing is sent", async () => {
  await send(paid());
  await goTo("2025-12-01T20:00:00Z");
  const result = await send(created());
  expect(result.opened).toHaveLength(1);
  expect(result.resolved).toHaveLength(1);
  await goTo("2026-02-01T00:00:00Z");
  expect(await messagesIn(ctx.db, who.workspaceId)).toEqual([]);
  expect(await codesOf(ctx.db, result.opened[0]?.caseId ?? "")).toEqual([
    "case.opened",
    "case.opened_resolved",
  ]);
});

test("an answer two days before its case does not count", async () => {
  await send(paid());
  await goTo("2025-12-03T20:00:00Z");
  expect((await send(created())).resolved).toEqual([]);
});

test("both in the same second, on two connections: never a reminder", async () => {
  for (let i = 0; i < 20; i++) {
    const id = `same-${i}`;
    await Promise.all([send(created(id)), send(paid(id))]);
  }
  await goTo("2026-03-01T00:00:00Z");
  expect((await sentSteps()).filter((step) => step === "s2")).toEqual([]);
  const rows = await ctx.db.execute(sql`
    select 1 from cases where workspace_id = ${who.workspaceId} and status <> 'resolved'`);
  expect(rows).toHaveLength(0);
});

test("the same event id twice is one event with one answer", async () => {
  const event = { ...created(), id: "evt_1" };
  const [one, two] = await Promise.all([send(event), send(event)]);
  expect(two).toEqual(one);
  expect(await send(event)).toEqual(one);
  expect(one?.opened).toHaveLength(1);
});

test("the same key while a case is open is no second case; its new due date moves the plan", async () => {
  await send(created());
  const again = { ...created(), data: { ...created().data, due_date: "2025-12-10" } };
  expect((await send(again)).ignored).toEqual([{ workflow: "invoices", reason: "already_open" }]);
  await goTo("2025-12-08T08:00:00Z");
  expect(await sentSteps()).toEqual(["s1", "s2"]);
  await goTo("2025-12-12T08:00:00Z");
  expect(await sentSteps()).toEqual(["s1", "s2"]);
});

test("an event nobody listens to is kept, with the reason", async () => {
  expect((await send({ name: "weather.changed" })).ignored).toEqual([
    { workflow: null, reason: "no_workflow_listens" },
  ]);
  expect((await send({ ...created(), data: { amount: 0, id: "1" } })).ignored).toEqual([
    { workflow: "invoices", reason: "condition_false" },
  ]);
});

test("a person without an address gets nothing, with the reason", async () => {
  await send({ ...created(), person: { id: "nobody" } });
  await goTo("2025-12-01T10:00:01Z");
  expect(await messagesIn(ctx.db, who.workspaceId)).toMatchObject([
    { step: "s1", status: "not_sent", code: "skip.no_address" },
  ]);
});

test("a case whose due date is missing is held where it needs it, and goes on when it is there", async () => {
  const { due_date: _, ...data } = created().data;
  const result = await send({ ...created(), data });
  await goTo("2026-01-01T00:00:00Z");
  const [row] = await ctx.db.execute(sql`
    select waiting_for from cases where id = ${result.opened[0]?.caseId}`);
  expect(row).toEqual({ waiting_for: "due_date" });
  await send({ ...created(), data: { ...data, due_date: "2026-02-10" } });
  await goTo("2026-02-06T09:00:00Z");
  expect(await sentSteps()).toEqual(["s1", "s2"]);
});

const data = created().data;
const byHand = () => triggerWorkflow(ctx, who, "invoices", { people: [maria], data });

test("a case opened by hand carries its workflow's key: the payment resolves it, a second one is not opened", async () => {
  const { cases } = await byHand();
  const again = await byHand();
  expect(again).toMatchObject({ cases: [], alreadyOpen: [{ caseId: cases[0]?.caseId }] });
  expect((await send(paid())).resolved).toMatchObject([{ number: cases[0]?.number }]);
});

test("an answer that came before a case opened by hand resolves it at its opening", async () => {
  await send(paid());
  await byHand();
  await goTo("2026-02-01T00:00:00Z");
  expect(await sentSteps()).toEqual([]);
});

test("a condition counts the person's other open cases, without the one that asks", async () => {
  const sending = (id: string) => ({ id, kind: "send", channels: [{ email: "first" }] });
  const paths = [{ name: "more", when: "open.count > 0", steps: [sending("more")] }];
  await install(ctx, who, "counting", {
    ...invoice,
    start: { event: "invoice.counted" },
    stages: [
      {
        id: "only",
        name: "Only",
        steps: [
          { id: "w1", kind: "wait", for: "PT1H" },
          { id: "b1", kind: "branch", paths, otherwise: [sending("one")] },
          { id: "w2", kind: "wait", for: "P30D" },
        ],
      },
    ],
  });
  await send({ ...created("1"), name: "invoice.counted" });
  await goTo("2025-12-01T11:00:00Z");
  await send({ ...created("2"), name: "invoice.counted" });
  await goTo("2025-12-01T12:00:00Z");
  expect(await sentSteps()).toEqual(["one", "more"]);
});

test("who ends their pause gets at once what was held, also the thanks of a case that is over", async () => {
  const pause = (pausedUntil: string | null) =>
    savePreferences(ctx, who, maria.id, PreferencesInput.parse({ pausedUntil }));
  await send(created());
  await goTo("2025-12-02T10:00:00Z");
  await pause("2026-01-15T00:00:00Z");
  await send(paid());
  await goTo("2025-12-03T10:00:00Z");
  expect(await sentSteps()).toEqual(["s1"]);
  await pause(null);
  await goTo("2025-12-03T10:01:00Z");
  expect(await sentSteps()).toEqual(["s1", "c1"]);
});

test("a workflow that was deleted and written anew opens cases by its new document", async () => {
  await send({ name: "other.thing" });
  await deleteWorkflow(ctx, who, "invoices");
  await install(ctx, who, "invoices", { ...invoice, subject: "Bill {{ data.number }}" });
  await send(created());
  const rows = await ctx.db.$client`
    select subject from cases where workspace_id = ${who.workspaceId}`;
  expect(rows.map(({ subject }) => subject)).toEqual(["Bill 2041"]);
});

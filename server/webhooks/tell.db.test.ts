import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Case } from "@/core/contracts/cases";
import { Message } from "@/core/contracts/messages";
import { Preferences, PreferencesInput } from "@/core/contracts/people";
import { WorkflowSummary } from "@/core/contracts/workflows";
import type { WebhookType } from "@/core/webhook/event-type";
import { inTransaction } from "@/db/client";
import {
  acknowledgeCase,
  cancelCase,
  reopenCase,
  resolveCase,
  type Who,
} from "@/server/cases/verbs";
import { LIVE } from "@/server/clock/clock";
import { deliverDue } from "@/server/delivery/deliver";
import { receiveEvent } from "@/server/events/receive-event";
import { newId } from "@/server/new-id";
import { erasePerson } from "@/server/people/erase-person";
import { pausePerson } from "@/server/people/pause-person";
import { savePreferences } from "@/server/people/save-preferences";
import { type House, install, newWorkspace, testHouse } from "@/server/testing/house";
import { addEndpoint } from "./add-endpoint";
import { turnEndpoint } from "./edit-endpoint";
import { tell } from "./tell";

const WORKFLOW = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.id }}",
  key: "invoice:{{ data.id }}",
  stopsWhen: [{ event: "invoice.paid", key: "invoice:{{ data.id }}" }],
  stages: [
    {
      id: "only",
      name: "Only",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "invoice" }] },
        { id: "w1", kind: "wait_for_response", for: "P1D" },
      ],
    },
  ],
};

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
});

const listen = async (eventTypes: WebhookType[] = [], by = who) => {
  const url = "https://receiver.invalid/hook";
  const input = { url, description: "", eventTypes, enabled: true };
  return (await addEndpoint(house.ctx, by, input)).id;
};

type Row = { endpointId: string; type: string; body: string };
const told = async (by = who): Promise<Row[]> => [
  ...(await house.ctx.db.execute<Row>(sql`
    select endpoint_id as "endpointId", type, body from webhook_deliveries
    where workspace_id = ${by.workspaceId} order by id`)),
];
const typesTold = async (endpointId?: string) =>
  (await told()).flatMap((row) =>
    endpointId === undefined || row.endpointId === endpointId ? [row.type] : [],
  );
const dataOf = (row: Row | undefined) => JSON.parse(row?.body ?? "{}").data;

const created = async (id: string, by = who) => {
  const event = {
    name: "invoice.created",
    person: { id: "maria", email: "m@example.com" },
    data: { id },
  };
  const { opened } = await receiveEvent(house.ctx, by.workspaceId, event);
  return opened[0]?.caseId ?? "";
};
const paid = (id: string) =>
  receiveEvent(house.ctx, who.workspaceId, { name: "invoice.paid", data: { id } });

test("a case is told from its opening to its end, each step once, as the API answers it", async () => {
  await install(house.ctx, who, "invoices", WORKFLOW);
  await listen();
  const id = await created("1");
  await acknowledgeCase(house.ctx, who, id, {});
  await paid("1");
  expect(await typesTold()).toEqual([
    "case.opened",
    "case.acknowledged",
    "case.responded",
    "case.resolved",
  ]);
  const rows = await told();
  expect(Object.keys(JSON.parse(rows[0]?.body ?? "{}"))).toEqual(["type", "timestamp", "data"]);
  expect(Case.parse(dataOf(rows[0]))).toMatchObject({ id, status: "open", plan: [] });
  expect(Case.parse(dataOf(rows[3]))).toMatchObject({ id, status: "resolved", key: "invoice:1" });
  await expect(resolveCase(house.ctx, who, id, {})).rejects.toMatchObject({ code: "conflict" });
  await reopenCase(house.ctx, who, id, {});
  await cancelCase(house.ctx, who, id, { reason: "over" });
  expect((await typesTold()).slice(4)).toEqual(["case.reopened", "case.canceled"]);
});

test("an answer that came before its case is told with it", async () => {
  await install(house.ctx, who, "invoices", WORKFLOW);
  await listen();
  await paid("9");
  await created("9");
  expect(await typesTold()).toEqual(["case.opened", "case.responded", "case.resolved"]);
});

test("an endpoint hears only what it asked for, only of its workspace, and only while it is on", async () => {
  await install(house.ctx, who, "invoices", WORKFLOW);
  const [all, some, off] = [await listen(), await listen(["case.resolved"]), await listen()];
  await turnEndpoint(house.ctx, who, off, false);
  const stranger = await newWorkspace(house.ctx);
  await listen([], stranger);
  await created("1");
  await paid("1");
  expect(await typesTold(all)).toEqual(["case.opened", "case.responded", "case.resolved"]);
  expect(await typesTold(some)).toEqual(["case.resolved"]);
  expect(await typesTold(off)).toEqual([]);
  expect(await told(stranger)).toEqual([]);
});

test("what was rolled back is told to nobody, also when the next transaction takes its connection", async () => {
  await install(house.ctx, who, "invoices", WORKFLOW);
  await listen();
  const { workspaceId } = who;
  const broken = Array.from({ length: 20 }, () =>
    inTransaction(house.ctx.db, async (tx) => {
      tell(tx, workspaceId, { type: "workflow.published", workflow: "invoices" });
      await tx.execute(sql`select 1`);
      throw new Error("no");
    }),
  );
  await Promise.allSettled(broken);
  await Promise.all(
    Array.from({ length: 20 }, () =>
      inTransaction(house.ctx.db, (tx) => tx.execute(sql`select 1`)),
    ),
  );
  expect(await typesTold()).toEqual([]);
});

test("a transaction that fails while it is told leaves nothing behind, neither the change nor the event", async () => {
  await install(house.ctx, who, "invoices", WORKFLOW);
  await listen();
  const { workspaceId } = who;
  const failing = inTransaction(house.ctx.db, async (tx) => {
    tell(tx, workspaceId, { type: "workflow.published", workflow: "invoices" });
    await tx.execute(sql`select 1 / 0`).catch(() => {});
  });
  await expect(failing).rejects.toThrow();
  expect(await typesTold()).toEqual([]);
});

test("whatever commits beside each other is told exactly once to each endpoint", async () => {
  await install(house.ctx, who, "invoices", WORKFLOW);
  const endpoints = [
    await listen(),
    await listen(["case.opened", "case.resolved", "case.canceled"]),
  ];
  const acts = fc.array(
    fc.record({
      id: fc.integer({ min: 0, max: 5 }),
      act: fc.constantFrom("create", "pay", "cancel"),
    }),
    { minLength: 30, maxLength: 60 },
  );
  const script = fc.sample(acts, { numRuns: 3, seed: 7 }).flat();
  const cases = new Map<number, string>();
  const results = await Promise.allSettled(
    script.map(async ({ id, act }) => {
      if (act === "create") cases.set(id, (await created(String(id))) || (cases.get(id) ?? ""));
      else if (act === "pay") await paid(String(id));
      else if (cases.get(id))
        await cancelCase(house.ctx, who, cases.get(id) ?? "", { reason: "x" });
    }),
  );
  expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
  const codes = await house.ctx.db.execute<{ code: string; n: number }>(sql`
    select e->>'code' as code, count(*)::int as n
    from case_decisions d cross join lateral jsonb_array_elements(d.entries) e
    where d.workspace_id = ${who.workspaceId}
      and e->>'code' in ('case.opened', 'case.resolved', 'case.canceled')
    group by 1`);
  const born = await house.ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from case_decisions d cross join lateral jsonb_array_elements(d.entries) e
    where d.workspace_id = ${who.workspaceId} and e->>'code' = 'case.opened_resolved'`);
  const expected: Record<string, number> = Object.fromEntries(
    codes.map(({ code, n }) => [code, n]),
  );
  expected["case.resolved"] = (expected["case.resolved"] ?? 0) + (born[0]?.n ?? 0);
  for (const endpoint of endpoints) {
    const counted: Record<string, number> = {};
    for (const type of await typesTold(endpoint)) {
      if (type === "case.responded") continue;
      counted[type] = (counted[type] ?? 0) + 1;
    }
    expect(counted).toEqual(expected);
  }
});

test("what becomes of messages, choices and workflows is told as the API answers it", async () => {
  await listen(["message.sent", "preference.updated", "workflow.published"]);
  await install(house.ctx, who, "invoices", WORKFLOW);
  await created("1");
  await deliverDue(house.ctx, { workerId: newId(), clock: LIVE });
  const input = PreferencesInput.parse({ preferredChannel: "sms" });
  await savePreferences(house.ctx, who, "maria", input);
  await pausePerson(house.ctx, who, "maria", "2099-01-01");
  const rows = await told();
  expect(rows.map(({ type }) => type)).toEqual([
    "workflow.published",
    "message.sent",
    "preference.updated",
    "preference.updated",
  ]);
  expect(WorkflowSummary.parse(dataOf(rows[0]))).toMatchObject({ key: "invoices", liveVersion: 1 });
  expect(Message.parse(dataOf(rows[1]))).toMatchObject({ status: "sent", personId: "maria" });
  expect(Preferences.loose().parse(dataOf(rows[2]))).toMatchObject({ preferredChannel: "sms" });
  expect(Preferences.loose().parse(dataOf(rows[3]))).toMatchObject({
    personId: "maria",
    pausedUntil: expect.stringMatching(/^2098-12-31|^2099-01-01/),
  });
});

test("an event of many cases at once tells of every one of them", async () => {
  await install(house.ctx, who, "invoices", WORKFLOW);
  await listen(["case.opened"]);
  const ids = await Promise.all(Array.from({ length: 40 }, (_, n) => created(String(n))));
  const heard = (await told()).map((row) => dataOf(row).id);
  expect(heard.sort()).toEqual(ids.sort());
});

test("what was told about a person goes when they are erased", async () => {
  await install(house.ctx, who, "invoices", WORKFLOW);
  await listen();
  await created("1");
  expect((await told()).length).toBeGreaterThan(0);
  await erasePerson(house.ctx, who, "maria");
  expect((await told()).filter(({ body }) => body.includes("maria"))).toEqual([]);
});

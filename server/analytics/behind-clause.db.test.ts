import { afterAll, beforeAll, expect, it } from "vitest";
import type { FunnelReport } from "@/core/contracts/analytics/funnel";
import type { Ratio } from "@/core/contracts/analytics/shapes";
import { type BehindNumber, behindValues } from "@/core/filter/behind";
import type { WorkspaceId } from "@/core/ids";
import { countCases } from "@/db/queries/cases";
import { moveTestClock } from "@/server/clock/test-clock";
import { testApi } from "@/server/http/testing";
import { type House, testHouse } from "@/server/testing/house";
import { behindClause } from "./behind-clause";

const wait = (id: string, days: number) => ({ id, kind: "wait_for_response", for: `P${days}D` });
const invoices = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.number }}",
  due: { after: "P3D" },
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [
    {
      id: "initial",
      name: "First letter",
      steps: [{ id: "s1", kind: "send", channels: [{ email: "hello" }] }, wait("w1", 1)],
    },
    {
      id: "reminder",
      name: "Reminder",
      steps: [{ id: "s2", kind: "send", channels: [{ sms: "again" }] }, wait("w2", 2)],
    },
  ],
};

let house: House;
let api: ReturnType<typeof testApi>;
let key: string;
let workspaceId: WorkspaceId;

async function ok(method: string, path: string, body?: unknown) {
  const answer = await api.call(key, method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
  return answer.json;
}

const clockTo = (to: string) => moveTestClock(house.ctx, workspaceId, Date.parse(to));
const upTo = (n: number, from = 0) => Array.from({ length: n - from }, (_, i) => from + i);
const events = (name: string, numbers: readonly number[]) =>
  ok("POST", "/events/batch", {
    events: numbers.map((number) => ({
      name,
      key: `thing:${number}`,
      person: {
        id: `p${number}`,
        email: `p${number}@example.com`,
        phone: `+4915100${10_000 + number}`,
        locale: number % 2 ? "de" : "en",
      },
      data: { number: `${number}` },
    })),
  });

/** 24 invoices: 7 paid after the first letter, 5 after the reminder, 12 expire; 3 more still wait for theirs. */
beforeAll(async () => {
  house = await testHouse();
  api = testApi(house.database.db);
  key = await api.newKey();
  const { headers } = await api.call(key, "GET", "/topics");
  workspaceId = headers.get("x-workspace-id") as WorkspaceId;
  await ok("PUT", "/topics/billing", { name: "Billing" });
  const content = { subject: "About {{ case.subject }}", body: "Please." };
  await ok("PUT", "/templates/hello", { channel: "email", content });
  await ok("PUT", "/templates/again", { channel: "sms", content: { body: "Please." } });
  await ok("PUT", "/workflows/invoices", { name: "Invoices", definition: invoices });
  const { confirmToken } = await ok("POST", "/workflows/invoices/publish?preview=true");
  await ok("POST", "/workflows/invoices/publish", { confirmToken, inFlight: "finish" });
  await clockTo("2031-06-02T09:00:00Z");
  await events("invoice.created", upTo(24));
  await clockTo("2031-06-02T10:00:00Z");
  await events("invoice.paid", upTo(7));
  await clockTo("2031-06-03T12:00:00Z");
  await events("invoice.paid", upTo(12, 7));
  await clockTo("2031-06-06T18:00:00Z");
  await events("invoice.created", upTo(27, 24));
  await clockTo("2031-06-06T20:00:00Z");
}, 120_000);
afterAll(() => house.database.drop());

const days = { from: "2031-06-02", to: "2031-06-08" };
const DAYS = `from=${days.from}&to=${days.to}`;

async function listed(number: Omit<BehindNumber, "days" | "filters"> & Partial<BehindNumber>) {
  const values = behindValues({ days, filters: {}, ...number });
  const { db } = house.ctx;
  const clause = await behindClause(db, workspaceId, values);
  return countCases(db, workspaceId, { clauses: [clause] }, 1_000);
}

const FUNNEL = [
  ["entered", "stage_entered"],
  ["delivered", "stage_delivered"],
  ["responded", "stage_responded"],
  ["resolved", "stage_resolved"],
  ["passed", "stage_passed"],
  ["here", "stage_here"],
  ["ended", "stage_ended"],
  ["noAnswer", "stage_unanswered"],
] as const;

it.each([{}, { locale: "de" }, { version: 1 }, { channel: "sms" as const }, { stage: "reminder" }])(
  "the list has as many cases as the funnel says, of %j",
  async (more) => {
    const filters = { workflow: "invoices", ...more };
    const query = new URLSearchParams(Object.entries(filters).map(([k, v]) => [k, String(v)]));
    const report = await ok("GET", `/analytics/funnel?${DAYS}&${query}`);
    const stages = report.stages as FunnelReport["stages"];
    expect(stages).toHaveLength(2);
    for (const stage of stages) {
      for (const [field, measure] of FUNNEL) {
        const n = await listed({ measure, stage: stage.stage, filters });
        expect({ stage: stage.stage, field, n }).toEqual({
          stage: stage.stage,
          field,
          n: stage[field],
        });
      }
    }
  },
);

it("says no answer of cases that left a stage without one", async () => {
  const filters = { workflow: "invoices" };
  expect(await listed({ measure: "stage_unanswered", stage: "initial", filters })).toBe(17);
  expect(await listed({ measure: "stage_unanswered", stage: "reminder", filters })).toBe(12);
});

it("has the cases behind each number of the strip", async () => {
  const report = await ok("GET", `/analytics/summary?${DAYS}`);
  const kpis = report.kpis as Record<"onTime" | "response" | "resolution", Ratio>;
  expect(await listed({ measure: "opened" })).toBe(27);
  expect(await listed({ measure: "due_met" })).toBe(kpis.onTime.n);
  expect(await listed({ measure: "due_missed" })).toBe(12);
  expect(await listed({ measure: "responded" })).toBe(kpis.response.n);
  expect(await listed({ measure: "reached" })).toBe(kpis.response.of);
  expect(await listed({ measure: "resolved" })).toBe(kpis.resolution.n);
});

it("lists cases, not messages, of a measure of messages, on its own channel and the page's", async () => {
  expect(await listed({ measure: "delivered" })).toBe(27);
  expect(await listed({ measure: "delivered", channel: "sms" })).toBe(17);
  expect(await listed({ measure: "delivered", filters: { stage: "reminder" } })).toBe(17);
  expect(
    await listed({ measure: "delivered", channel: "sms", filters: { channel: "email" } }),
  ).toBe(0);
});

it("leaves out other days, and finds nothing for what is no number", async () => {
  expect(await listed({ measure: "opened", days: { from: "2031-06-06", to: "2031-06-06" } })).toBe(
    3,
  );
  expect(await listed({ measure: "opened", days: { from: "soon", to: "2031-06-06" } })).toBe(0);
  const segment = "00000000-0000-4000-8000-000000000000";
  expect(await listed({ measure: "opened", filters: { segment } })).toBe(0);
  const clause = await behindClause(house.ctx.db, workspaceId, ["opened"]);
  expect(clause).toEqual({ on: "behind", number: null });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, toRfc3339 } from "@/core/time";
import { inTransaction } from "@/db/client";
import type { Who } from "@/server/cases/verbs";
import { newId } from "@/server/new-id";
import { type House, install, newWorkspace, openMany, testHouse } from "@/server/testing/house";
import { logEscalations, type ToldRow } from "./escalation-log";
import { loadOfHelpers } from "./helper-load";

const NOW = Date.now();
let house: House;
let who: Who;
let cases: string[];

beforeAll(async () => {
  house = await testHouse();
  who = await newWorkspace(house.ctx, "live");
  const steps = [
    { id: "w", kind: "wait", for: "P30D" },
    { id: "s", kind: "send", channels: [{ email: "first" }] },
  ];
  await install(house.ctx, who, "incidents", {
    schema: 1,
    purpose: "escalation",
    topic: "incidents",
    start: { event: "incident.declared" },
    stopsWhen: [{ event: "incident.closed" }],
    subject: "Incident",
    stages: [{ id: "one", name: "One", steps }],
  });
  const person = { personId: "ana" };
  cases = await openMany(house.ctx, who, "incidents", [person, person, person, person]);
});
afterAll(() => house.database.drop());

const set = (at: number, values: ReturnType<typeof sql>) =>
  house.ctx.db.execute(sql`update cases set ${values}
    where workspace_id = ${who.workspaceId} and id = ${cases[at]}`);

const asked = (at: number, people: string[]): ToldRow => ({
  workspaceId: who.workspaceId,
  caseId: cases[at] ?? "",
  visit: 1,
  target: "team:billing/members",
  workflow: "incidents",
  version: 1,
  step: "e",
  policy: null,
  level: 1,
  lap: 0,
  byHand: false,
  team: "billing",
  people,
  why: null,
  at: NOW - HOUR_MS,
  deadline: NOW + HOUR_MS,
  isWaitedFor: true,
  testClock: false,
});

const sent = (at: number, personId: string, channel: string, agoMs: number, audience: string) =>
  house.ctx.db.execute(sql`
    insert into messages (workspace_id, id, case_id, person_id, workflow, version, step, visit,
      channel, template, request, status, planned_at, sent_at)
    values (${who.workspaceId}, ${newId()}, ${cases[at]}, ${personId}, 'incidents', 1, 'e', 1,
      ${channel}, 'escalation', ${JSON.stringify({ audience })}::jsonb, 'sent',
      ${toRfc3339(NOW - agoMs)}, ${toRfc3339(NOW - agoMs)})`);

const load = async (...ids: string[]) =>
  loadOfHelpers(house.ctx.db, who.workspaceId, ids, NOW - DAY_MS);

test("what stands with a helper is counted in cases, each once", async () => {
  await set(0, sql`owner_person_id = 'lena', acknowledged_at = now(), level = 1`);
  await set(1, sql`owner_person_id = 'lena', level = 1, waiting_for = 'acknowledgement'`);
  await set(
    2,
    sql`level = 1, waiting_for = 'acknowledgement',
    memory = coalesce(memory, '{}') || '{"climb":{"level":1,"lap":0,"deadline":0,"acknowledged":["max"]}}'`,
  );
  await set(3, sql`owner_person_id = 'lena', status = 'resolved', closed_at = now()`);
  await inTransaction(house.ctx.db, (tx) =>
    logEscalations(
      tx,
      [asked(1, ["lena", "max"]), asked(2, ["lena", "max"]), asked(3, ["lena"])],
      [],
    ),
  );
  await sent(1, "lena", "email", HOUR_MS, "escalation");
  await sent(1, "lena", "sms", HOUR_MS, "escalation");
  await sent(2, "lena", "email", 2 * DAY_MS, "escalation");
  await sent(2, "lena", "push", HOUR_MS, "involved");

  expect([...(await load("lena", "max", "nobody")).values()]).toEqual([
    { personId: "lena", owned: 2, acknowledged: 1, waiting: 2, told: 1 },
    { personId: "max", owned: 0, acknowledged: 0, waiting: 1, told: 0 },
    { personId: "nobody", owned: 0, acknowledged: 0, waiting: 0, told: 0 },
  ]);
});

test("nobody of another workspace is counted, and nobody asked for is no question", async () => {
  const other = await newWorkspace(house.ctx, "live");
  const elsewhere = await loadOfHelpers(house.ctx.db, other.workspaceId, ["lena"], NOW - DAY_MS);
  expect(elsewhere.get("lena")).toMatchObject({ owned: 0, waiting: 0, told: 0 });
  expect((await load()).size).toBe(0);
});

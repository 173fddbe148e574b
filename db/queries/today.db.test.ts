import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/core/time";
import type { Who } from "@/server/cases/verbs";
import { savePeople } from "@/server/people/save-people";
import { type House, install, newWorkspace, openMany, testHouse } from "@/server/testing/house";
import { searchCases, searchPeople, searchWorkflows } from "./search";
import {
  countAnsweredByDay,
  countNeedyCases,
  countNextByHour,
  listNeedyCases,
  readBeginnings,
} from "./today";

const workflow = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  subject: "Invoice {{ data.number }}",
  key: "inv_{{ data.number }}",
  due: { from: "data.due_date" },
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [
    {
      id: "only",
      name: "Only",
      steps: [
        { id: "w1", kind: "wait", until: { due: "-P1D" }, at: "09:00", zone: "person" },
        { id: "s1", kind: "send", channels: [{ in_app: "reminder" }] },
        { id: "w2", kind: "wait", for: "P90D" },
      ],
    },
  ],
};

let house: House;
let who: Who;

beforeAll(async () => {
  house = await testHouse();
  who = await newWorkspace(house.ctx, "live");
  await savePeople(house.ctx, who, [
    { id: "ana", name: "Ana Lopez", email: "ana@example.com" },
    { id: "boss", name: "Dana Field", email: "dana@example.com" },
  ]);
  await install(house.ctx, who, "invoices", workflow);
  const due = new Date(Date.now() + DAY_MS + 40 * HOUR_MS).toISOString();
  await openMany(house.ctx, who, "invoices", [
    { personId: "ana", key: "inv_1", data: { number: "1", due_date: due } },
    { personId: "ana", key: "inv_2", data: { number: "2" } },
    { personId: "ana", key: "inv_3", data: { number: "3", due_date: due } },
    { personId: "ana", key: "inv_4", data: { number: "4", due_date: due } },
  ]);
  await house.ctx.db.execute(sql`
    update cases set level = 1, owner_person_id = case key when 'inv_3' then 'boss' else 'ana' end
    where workspace_id = ${who.workspaceId} and key in ('inv_3', 'inv_4')`);
});
afterAll(() => house.database.drop());

describe("what needs somebody", () => {
  test("is every case without its due date, and the escalations of these people only", async () => {
    const { db } = house.ctx;
    const keysFor = async (whose: Parameters<typeof listNeedyCases>[2]) =>
      (await listNeedyCases(db, who.workspaceId, whose)).map(({ subject, why }) => [subject, why]);
    expect(await keysFor({ personId: "boss", teams: [] })).toEqual([
      ["Invoice 3", "escalated"],
      ["Invoice 2", "due_date"],
    ]);
    expect(await countNeedyCases(db, who.workspaceId, "everybody")).toBe(3);
  });

  test("is no case that somebody has taken on", async () => {
    const { db } = house.ctx;
    await db.execute(sql`update cases set acknowledged_at = clock_timestamp()
      where workspace_id = ${who.workspaceId} and key = 'inv_4'`);
    expect(await countNeedyCases(db, who.workspaceId, "everybody")).toBe(2);
  });

  test("is nothing of another workspace", async () => {
    const other = await newWorkspace(house.ctx, "live");
    expect(await countNeedyCases(house.ctx.db, other.workspaceId, "everybody")).toBe(0);
    expect(await readBeginnings(house.ctx.db, other.workspaceId)).toEqual({
      cases: false,
      workflows: false,
    });
  });
});

test("cases count in the hour of their next moment, late ones in the first", async () => {
  const { db } = house.ctx;
  await db.execute(sql`update cases set next_action_at = case key
      when 'inv_1' then clock_timestamp() + interval '150 minutes'
      else clock_timestamp() - interval '1 day' end
    where workspace_id = ${who.workspaceId} and key in ('inv_1', 'inv_3')`);
  const groups = await countNextByHour(db, who.workspaceId, Date.now());
  expect(groups.map(({ hour, n }) => [hour, n]).sort()).toEqual([
    [0, 1],
    [2, 1],
  ]);
});

test("answers count on the day their case was opened", async () => {
  const { db } = house.ctx;
  await db.execute(sql`update cases set first_response_at = clock_timestamp()
    where workspace_id = ${who.workspaceId} and key = 'inv_1'`);
  const asked = { since: Date.now() - 2 * DAY_MS, zone: "UTC" };
  for (const byId of [true, false]) {
    const rows = await countAnsweredByDay(db, who.workspaceId, { ...asked, byId });
    const sum = (of: "opened" | "answered") => rows.reduce((n, row) => n + row[of], 0);
    expect([sum("opened"), sum("answered")]).toEqual([4, 1]);
  }
});

describe("the search", () => {
  const cases = (text: string) => searchCases(house.ctx.db, who.workspaceId, text);

  test("finds a case by its number, with and without the C", async () => {
    const [first] = await cases("inv_1");
    const number = first?.number ?? 0;
    expect((await cases(`c-${number}`))[0]?.key).toBe("inv_1");
    expect((await cases(String(number))).map(({ key }) => key)).toContain("inv_1");
  });

  test("finds a case by its key and by a part of the subject, signs of a pattern being letters", async () => {
    expect((await cases("inv_2")).map(({ key }) => key)).toEqual(["inv_2"]);
    expect(await cases("invoice")).toHaveLength(4);
    expect(await cases("inv%2")).toEqual([]);
  });

  test("finds a person by the beginning of an email address, a part of the name, the id", async () => {
    const people = (text: string) => searchPeople(house.ctx.db, who.workspaceId, text);
    const dana = { id: "boss", name: "Dana Field", email: "dana@example.com" };
    expect(await people("Dana@exam")).toEqual([dana]);
    expect(await people("field")).toEqual([dana]);
    expect(await people("bos")).toEqual([dana]);
  });

  test("finds a workflow, and nothing of another workspace", async () => {
    const other = await newWorkspace(house.ctx, "live");
    const { db } = house.ctx;
    expect(await searchWorkflows(db, who.workspaceId, "INVO")).toEqual([
      { key: "invoices", name: "invoices", status: "live" },
    ]);
    expect(await searchCases(db, other.workspaceId, "inv_1")).toEqual([]);
    expect(await searchPeople(db, other.workspaceId, "dana@example.com")).toEqual([]);
    expect(await searchWorkflows(db, other.workspaceId, "invo")).toEqual([]);
  });
});

import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CASE_LIST } from "@/core/filter/case-fields";
import { COUNTED_MAX } from "@/core/filter/counted";
import { readListAddress } from "@/core/filter/list-address";
import { countCases } from "@/db/queries/cases";
import type { Whose } from "@/db/queries/needy-clauses";
import { ALONE_MAX, listStorms } from "@/db/queries/storms";
import { countNeedyCases, listNeedyCases } from "@/db/queries/today";
import type { Who } from "@/server/cases/verbs";
import { savePeople } from "@/server/people/save-people";
import { type House, install, newWorkspace, openMany, testHouse } from "@/server/testing/house";
import { caseFilter, casesAddress } from "../cases/search-params";
import { stormHref } from "./storm-href";

const workflow = {
  schema: 1,
  purpose: "escalation",
  topic: "billing",
  subject: "Incident {{ data.number }}",
  stopsWhen: [{ event: "incident.over" }],
  stages: [{ id: "only", name: "Only", steps: [{ id: "w", kind: "wait", for: "P90D" }] }],
};

const TOLD_AT = new Date("2026-03-02T10:02:00Z");
const CASES = 20;

let house: House;
let who: Who;

beforeAll(async () => {
  house = await testHouse();
  who = await newWorkspace(house.ctx, "live");
  await savePeople(house.ctx, who, [
    { id: "ana", name: "Ana Lopez", email: "ana@example.com" },
    { id: "dana", name: "Dana Field", email: "dana@example.com" },
  ]);
  await install(house.ctx, who, "incident", workflow);
  await openMany(
    house.ctx,
    who,
    "incident",
    Array.from({ length: CASES }, (_, n) => ({ personId: "ana", data: { number: String(n) } })),
  );
});
afterAll(() => house.database.drop());

/** Sets what these cases of the workspace, counted from 1, stand at. */
const setCases = (from: number, to: number, values: SQL) =>
  house.ctx.db.execute(sql`update cases set ${values}
    where workspace_id = ${who.workspaceId} and number between ${from} and ${to}`);

const calm = () =>
  setCases(
    1,
    CASES,
    sql`level = 0, owner_person_id = null, owner_team = null, acknowledged_at = null, fault = null`,
  );

async function today(whose: Whose = "everybody") {
  const { db } = house.ctx;
  const storms = await listStorms(db, who.workspaceId, whose);
  const cases = await listNeedyCases(db, who.workspaceId, whose, storms);
  const alone = await countNeedyCases(db, who.workspaceId, whose, storms);
  return { storms, cases, alone };
}

/** How many cases the link of a storm leads to. */
async function listed(storm: Parameters<typeof stormHref>[1]): Promise<number> {
  const query = new URL(stormHref("acme", storm), "https://example.com").searchParams;
  const address = casesAddress(Object.fromEntries(query));
  expect(address.unread).toBeUndefined();
  const reader = { now: Date.now(), viewerZone: "UTC", me: { personId: null, teams: [] } };
  return countCases(
    house.ctx.db,
    who.workspaceId,
    caseFilter(address.filters, reader),
    COUNTED_MAX,
  );
}

describe("a storm of escalations", () => {
  test("is one row from the sixth on, and told since its first", async () => {
    await calm();
    await setCases(1, ALONE_MAX, sql`level = 2, owner_person_id = 'dana'`);
    expect(await today()).toMatchObject({ storms: [], alone: ALONE_MAX });

    await setCases(1, 9, sql`level = 2, owner_person_id = 'dana'`);
    await house.ctx.db.execute(sql`
      insert into escalations (workspace_id, case_id, visit, target, workflow, version, step, level,
        lap, by_hand, people, at)
      select workspace_id, id, 1, 'person:dana', workflow, version, 'e', 2, 0, false, '{dana}',
        ${TOLD_AT.toISOString()}::timestamptz + number * interval '1 minute'
      from cases where workspace_id = ${who.workspaceId} and number <= 9`);
    const { storms, cases, alone } = await today();
    expect(storms).toEqual([
      {
        workflow: "incident",
        workflowName: "incident",
        level: 2,
        ownerPersonId: "dana",
        ownerTeam: null,
        n: 9,
        isMore: false,
        since: new Date(TOLD_AT.getTime() + 60_000),
      },
    ]);
    expect([cases.length, alone]).toEqual([0, 0]);
  });

  test("is one of a workflow, a level and an owner; its link leads to exactly its cases", async () => {
    await calm();
    await setCases(1, 6, sql`level = 2, owner_person_id = 'dana'`);
    await setCases(7, 13, sql`level = 1, owner_team = 'billing'`);
    await setCases(14, 20, sql`level = 1`);
    const { storms, alone } = await today();
    expect(storms.map(({ level, n }) => [level, n])).toEqual([
      [2, 6],
      [1, 7],
      [1, 7],
    ]);
    expect(alone).toBe(0);
    for (const storm of storms) expect(await listed(storm)).toBe(storm.n);
  });

  test("leaves out what is taken on, and shows what is set aside by itself", async () => {
    await calm();
    await setCases(1, 10, sql`level = 2, owner_person_id = 'dana'`);
    await setCases(1, 2, sql`acknowledged_at = clock_timestamp()`);
    await setCases(3, 3, sql`fault = 'a step threw'`);
    await setCases(11, 12, sql`level = 2, owner_person_id = 'ana'`);
    const { storms, cases, alone } = await today();
    expect(storms.map(({ n }) => n)).toEqual([7]);
    for (const storm of storms) expect(await listed(storm)).toBe(7);
    expect(cases.map(({ number, why }) => [number, why])).toEqual([
      [3, "fault"],
      [11, "escalated"],
      [12, "escalated"],
    ]);
    expect(alone).toBe(3);
  });

  test("is shown to those it is with", async () => {
    await calm();
    await setCases(1, 10, sql`level = 1, owner_team = 'billing'`);
    expect((await today({ personId: "ana", teams: [] })).storms).toEqual([]);
    const { storms, cases } = await today({ personId: "ana", teams: ["billing"] });
    expect([storms.map(({ n }) => n), cases]).toEqual([[10], []]);
  });

  test("is led to by a link also where names have commas", () => {
    const storm = { workflow: "a,b", level: 2, ownerPersonId: "d,1", ownerTeam: null };
    const query = new URL(stormHref("acme", storm), "https://example.com").searchParams;
    const address = readListAddress(CASE_LIST, Object.fromEntries(query));
    expect(address.filters.find(({ field }) => field === "owner")?.values).toEqual(["d,1"]);
    expect(address.filters.find(({ field }) => field === "workflow")?.values).toEqual(["a,b"]);
  });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS, SECOND_MS, toRfc3339 } from "@/core/time";
import { inTransaction } from "@/db/client";
import { logEscalations, type ToldRow } from "@/db/queries/escalation-log";
import { resolveCase, type Who } from "@/server/cases/verbs";
import { type House, install, newWorkspace, openMany, testHouse } from "@/server/testing/house";
import { escalationsCsv } from "./escalations-csv";
import { readEscalationsReport } from "./escalations-report";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const STEPS = [
  { id: "w", kind: "wait", for: "P30D" },
  { id: "s", kind: "send", channels: [{ email: "first" }] },
];
const workflow = {
  schema: 1,
  purpose: "escalation",
  topic: "incidents",
  start: { event: "incident.declared" },
  stopsWhen: [{ event: "incident.closed" }],
  subject: "Incident",
  stages: [{ id: "one", name: "One", steps: STEPS }],
};

async function workspaceWith(count: number): Promise<{ who: Who; cases: string[] }> {
  const who = await newWorkspace(house.ctx);
  await install(house.ctx, who, "incidents", workflow);
  const many = Array.from({ length: count }, () => ({ personId: "ana" }));
  return { who, cases: await openMany(house.ctx, who, "incidents", many) };
}

const NOW = Date.now();
const told = (who: Who, caseId: string, more: Partial<ToldRow> = {}): ToldRow => ({
  workspaceId: who.workspaceId,
  caseId,
  visit: 1,
  target: "team:billing/lead",
  workflow: "incidents",
  version: 1,
  step: "e",
  policy: null,
  level: 1,
  lap: 0,
  byHand: false,
  team: "billing",
  people: ["lena"],
  why: null,
  at: NOW - HOUR_MS,
  deadline: NOW - HOUR_MS / 2,
  isWaitedFor: true,
  testClock: false,
  ...more,
});
const acknowledged = (row: ToldRow, by: string, afterMs: number) => ({
  workspaceId: row.workspaceId,
  caseId: row.caseId,
  visit: row.visit,
  how: "acknowledged" as const,
  by,
  at: row.at + afterMs,
});
const log = (rows: ToldRow[], ended: Parameters<typeof logEscalations>[2] = []) =>
  inTransaction(house.ctx.db, (tx) => logEscalations(tx, rows, ended));
const report = (who: Who, asked: object = {}) =>
  readEscalationsReport(house.ctx.db, who.workspaceId, { timeZone: "Europe/Berlin", ...asked });

describe("escalations by level, target and team", () => {
  test("a level that climbed, one that was acknowledged, and nobody there: each is counted as what it was", async () => {
    const { who, cases } = await workspaceWith(3);
    const [climbs = "", taken = "", empty = ""] = cases;
    const first = told(who, climbs);
    const second = told(who, climbs, {
      visit: 2,
      level: 2,
      target: "person:boss",
      team: null,
      people: ["boss"],
      at: NOW - HOUR_MS / 2,
      deadline: NOW + HOUR_MS,
    });
    const third = told(who, taken);
    const nobody = { people: [], why: "no_lead", deadline: null, isWaitedFor: false };
    await log(
      [first, second, third, told(who, empty, nobody)],
      [
        { ...acknowledged(first, "", HOUR_MS / 2), how: "climbed", by: null },
        acknowledged(third, "lena", 10 * MINUTE_MS),
      ],
    );
    await resolveCase(house.ctx, who, taken, {});
    const found = await report(who);
    expect(found.byLevel).toMatchObject([
      {
        key: "1",
        escalated: 2,
        acknowledged: 1,
        acknowledgedInTime: 1,
        climbed: 1,
        nobody: 1,
        resolvedAfter: 1,
      },
      { key: "2", escalated: 1, acknowledged: 0, waiting: 1, nobody: 0 },
    ]);
    expect(found.byTeam).toMatchObject([{ key: "billing", escalated: 2, nobody: 1 }]);
    expect(found.byTarget.map(({ key }) => key)).toEqual(["team:billing/lead", "person:boss"]);
    expect(found.unavailable).toEqual([{ why: "no_lead", target: "team:billing/lead", n: 1 }]);
    expect(found.cases).toEqual({
      opened: 3,
      escalated: 2,
      byHand: 0,
      failed: 1,
      decided: 3,
      rate: null,
    });
  });

  test("of two targets of a level the one whose people acknowledged gets it; an operator's counts for both", async () => {
    const { who, cases } = await workspaceWith(2);
    const rows = cases.flatMap((caseId) => [
      told(who, caseId),
      told(who, caseId, { target: "rota:nights", team: null, people: ["nora"] }),
    ]);
    const [a, , b] = rows;
    if (!a || !b) throw new Error("two cases");
    await log(rows, [acknowledged(a, "nora", MINUTE_MS), acknowledged(b, "operator:7", MINUTE_MS)]);
    const { byTarget, byLevel } = await report(who);
    expect(Object.fromEntries(byTarget.map(({ key, acknowledged: n }) => [key, n]))).toEqual({
      "team:billing/lead": 1,
      "rota:nights": 2,
    });
    expect(byLevel).toMatchObject([{ escalated: 2, acknowledged: 2 }]);
  });

  test("a climb of a case in a holdout is none, unless its topic is owed", async () => {
    const { who, cases } = await workspaceWith(2);
    const [held = "", open = ""] = cases;
    const { db } = house.ctx;
    await db.execute(sql`
      update cases set memory = memory || '{"holdout": true}'
      where workspace_id = ${who.workspaceId} and id = ${held}`);
    const unavailable = told(who, held, { visit: 2, people: [], why: "absent", deadline: null });
    await log([told(who, held), unavailable, told(who, open)]);
    const found = await report(who);
    expect(found.cases).toMatchObject({ opened: 1, escalated: 1, failed: 0 });
    expect(found.byLevel).toMatchObject([{ escalated: 1, waiting: 1, nobody: 0 }]);
    expect(found.unavailable).toEqual([]);
    await db.execute(sql`
      insert into topics (workspace_id, key, name, required, default_channels)
      values (${who.workspaceId}, 'incidents', 'Incidents', true, '[]')
      on conflict (workspace_id, key) do update set required = true`);
    expect((await report(who)).cases).toMatchObject({ opened: 2, escalated: 2 });
  });

  test("the median counts what climbed for as long as it was waited for, and has a least number", async () => {
    const { who, cases } = await workspaceWith(35);
    const rows = cases.map((caseId) => told(who, caseId));
    const ends = rows.map((row, i) =>
      i < 20
        ? acknowledged(row, "lena", (i + 1) * SECOND_MS)
        : { ...acknowledged(row, "", HOUR_MS / 2), how: "climbed" as const, by: null },
    );
    await log(rows, ends);
    const { byLevel, byTeam } = await report(who);
    // Of the twenty alone it would be 10 s.
    expect(byLevel[0]?.medianToAcknowledge).toEqual({ seconds: 18, why: null });
    expect(byTeam[0]?.medianToAcknowledge).toEqual({ seconds: 18, why: null });
    const [few] = (await report(who, { workflow: "none" })).byLevel;
    expect(few).toBeUndefined();
  });

  test("the period is of whole local days, and a bad one is refused at its place", async () => {
    const { who, cases } = await workspaceWith(1);
    await log([told(who, cases[0] ?? "", { at: Date.parse("2026-03-29T21:59:59Z") })]);
    const day = (date: string) => report(who, { from: date, to: date });
    expect((await day("2026-03-29")).byLevel).toHaveLength(1);
    expect((await day("2026-03-30")).byLevel).toHaveLength(0);
    await expect(report(who, { from: "2026-13-01" })).rejects.toMatchObject({
      code: "invalid",
      errors: [{ path: "from" }],
    });
  });

  test("as CSV every group is a line, told apart by its first column", async () => {
    const { who, cases } = await workspaceWith(1);
    await log([told(who, cases[0] ?? "")]);
    const lines = escalationsCsv(await report(who))
      .trim()
      .split("\r\n");
    expect(lines).toEqual([
      expect.stringMatching(/^by,key,escalated/),
      "level,1,1,0,0,,too_few,1,0,0,0,0",
      "target,team:billing/lead,1,0,0,,too_few,1,0,0,0,0",
      "team,billing,1,0,0,,too_few,1,0,0,0,0",
    ]);
  });
});

test("what is told twice in one visit is one escalation, and an end that is known stays", async () => {
  const { who, cases } = await workspaceWith(1);
  const row = told(who, cases[0] ?? "");
  await log([row, row], [acknowledged(row, "lena", MINUTE_MS)]);
  await log([row], [{ ...acknowledged(row, "", 2 * MINUTE_MS), how: "climbed", by: null }]);
  const { byLevel, from } = await report(who);
  expect(byLevel).toMatchObject([{ escalated: 1, acknowledged: 1, climbed: 0 }]);
  expect(Date.parse(from)).toBeLessThan(Date.parse(toRfc3339(NOW)));
});

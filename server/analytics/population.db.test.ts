import { afterAll, beforeAll, expect, test } from "vitest";
import { HOUR_MS } from "@/core/time";
import { doVerb, type Who } from "../cases/verbs";
import { moveTestClock } from "../clock/test-clock";
import { savePeople } from "../people/save-people";
import { type House, install, newWorkspace, openMany, testHouse } from "../testing/house";
import { adviceCsv } from "./advice-csv";
import { openReport } from "./open-report";
import { readAdvice } from "./read-advice";
import { readSummary } from "./read-summary";

const START = Date.UTC(2026, 8, 28, 9);
/** How many are resolved after so many hours; the others never. */
const RESOLVED: [hours: number, n: number][] = [
  [2, 70],
  [5, 40],
  [10, 25],
  [22, 15],
];
const CASES = 220;
const ANSWERED = RESOLVED.reduce((sum, [, n]) => sum + n, 0);

const document = {
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  start: { event: "task.created" },
  subject: "A matter",
  stopsWhen: [{ event: "task.done" }],
  stages: [
    {
      id: "first",
      name: "First",
      steps: [
        { id: "s1", kind: "send", channels: [{ in_app: "t-app" }] },
        { id: "w1", kind: "wait", for: "P6D" },
      ],
    },
    {
      id: "second",
      name: "Second",
      steps: [
        { id: "s2", kind: "send", channels: [{ in_app: "t-app" }] },
        { id: "w2", kind: "wait", for: "P9D" },
      ],
    },
  ],
};

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
  const { ctx } = house;
  who = await newWorkspace(ctx);
  await moveTestClock(ctx, who.workspaceId, START);
  const people = Array.from({ length: CASES }, (_, i) => ({ id: `p${i}`, timeZone: "UTC" }));
  await savePeople(ctx, who, people);
  await install(ctx, who, "tasks", document);
  const opened = await openMany(
    ctx,
    who,
    "tasks",
    people.map(({ id }) => ({ personId: id })),
  );
  let next = 0;
  for (const [hours, n] of RESOLVED) {
    await moveTestClock(ctx, who.workspaceId, START + hours * HOUR_MS);
    for (const id of opened.slice(next, next + n)) {
      await doVerb(ctx, who, id, "resolve", { reason: "done" });
    }
    next += n;
  }
  await moveTestClock(ctx, who.workspaceId, START + 7 * 24 * HOUR_MS);
}, 120_000);
afterAll(() => house.database.drop());

const report = () =>
  openReport(house.ctx.db, who.workspaceId, { workflow: "tasks", timeZone: "UTC" });

test("a small population that the engine ran has the numbers it was made with", async () => {
  const { kpis } = await readSummary(await report());
  const share = { n: ANSWERED, of: CASES, rate: ANSWERED / CASES };
  expect(kpis).toMatchObject({
    opened: CASES,
    reach: { n: CASES, of: CASES, rate: 1 },
    response: share,
    resolution: share,
    escalation: { n: 0, of: ANSWERED, rate: 0 },
    delivery: { rate: 1 },
    messagesPerResolved: { messages: CASES + (CASES - ANSWERED), resolved: ANSWERED },
    deadEnd: { n: 0, of: CASES },
  });
  // 70 of 220 after 2 h, 110 after 5: half of all by then.
  expect(kpis.medianToResponse.seconds).toBeCloseTo(5 * 3_600, -2);
});

test("what nobody answered after the first day is advised not to wait for", async () => {
  const found = await readAdvice(await report(), "tasks");
  // They answered at few hours of a Monday, which the next reminder misses.
  expect(found?.advice.map(({ kind }) => kind)).toEqual(["shorter", "hours"]);
  expect(found?.advice[0]).toMatchObject({
    stage: "first",
    hours: 24,
    answers: { n: 0, of: CASES - ANSWERED },
    change: { do: "wait_for", step: "w1", for: "PT24H" },
  });
  const [, shorter] = found ? adviceCsv(found).split("\r\n") : [];
  expect(shorter).toContain(`shorter,first,w1,wait_for,PT24H,0,${CASES - ANSWERED},0,`);
});

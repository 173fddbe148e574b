import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endOfDay, localDate } from "@/core/calendar/zone";
import { DAY_MS, type Instant, toRfc3339 } from "@/core/time";
import { inTransaction } from "@/db/client";
import { retireFacts, type StoredFacts, storeFacts } from "@/db/queries/case-facts";
import type { Who } from "@/server/cases/verbs";
import { type House, install, newWorkspace, testHouse } from "@/server/testing/house";
import { experimentsCsv } from "./experiments-csv";
import { openReport } from "./open-report";
import { readExperiments } from "./read-experiments";
import { readResponseTime } from "./read-response-time";
import { storedFacts } from "./testing";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const split = (weights: Record<string, number>, holdout?: number) => ({
  id: "tone",
  kind: "split",
  title: "Which tone",
  arms: Object.entries(weights).map(([name, weight]) => ({
    name,
    weight,
    steps: [{ id: `s-${name.toLowerCase()}`, kind: "send", channels: [{ email: "first" }] }],
  })),
  ...(holdout && { holdout }),
});
const workflow = (step: object) => ({
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  stopsWhen: [{ event: "invoice.paid" }],
  subject: "Invoice",
  due: { after: "P7D" },
  stages: [
    { id: "one", name: "One", steps: [step, { id: "w", kind: "wait_for_response", for: "P3D" }] },
  ],
});

const ZONE = "Europe/Berlin";
const OPENED = Date.now() - 40 * DAY_MS;

type Given = {
  arm: string;
  person: string;
  onTime?: boolean;
  version?: number;
  openedAt?: Instant;
};

const factsOf = (
  { workspaceId }: Who,
  { arm, person, onTime = false, version = 1, openedAt = OPENED }: Given,
): StoredFacts =>
  storedFacts({
    workspaceId,
    day: localDate(openedAt, ZONE),
    version,
    personId: person,
    facts: {
      arm,
      holdout: arm.endsWith("=holdout"),
      openedAt,
      respondedAt: onTime ? openedAt + DAY_MS : null,
      endedAt: onTime ? openedAt + DAY_MS : null,
      status: onTime ? "resolved" : "open",
      dueAt: openedAt + 7 * DAY_MS,
    },
  });

const many = (who: Who, arm: string, n: number, onTime: number, more: Partial<Given> = {}) =>
  Array.from({ length: n }, (_, i) =>
    factsOf(who, { arm, person: `${arm} ${i}`, onTime: i < onTime, ...more }),
  );

const read = (who: Who, asked: object = {}) =>
  readExperiments(house.ctx.db, who.workspaceId, {
    workflow: "invoices",
    timeZone: ZONE,
    ...asked,
  });

test("each split is an experiment: its arms as assigned, held against the first one or the one asked for", async () => {
  const who = await newWorkspace(house.ctx);
  await install(house.ctx, who, "invoices", workflow(split({ Soft: 50, Hard: 50 }, 25)));
  await inTransaction(house.ctx.db, (tx) =>
    storeFacts(tx, [
      ...many(who, "tone=Soft", 400, 120),
      ...many(who, "tone=Hard", 400, 280),
      ...many(who, "tone=holdout", 200, 40),
      ...many(who, "other=Soft", 10, 10),
    ]),
  );
  const report = await read(who);
  expect(report).toMatchObject({ metric: "on_time", horizonDays: 14, isLimited: false });
  const [experiment] = report.experiments;
  expect(report.experiments).toHaveLength(1);
  expect(experiment).toMatchObject({
    step: "tone",
    title: "Which tone",
    isLive: true,
    control: "Soft",
    isRatioOff: false,
    winner: "Hard",
    arms: [
      { name: "Soft", isHoldout: false, people: 400, counted: 400, had: 120 },
      { name: "Hard", people: 400, had: 280 },
      { name: "holdout", isHoldout: true, people: 200, had: 40 },
    ],
    comparisons: [
      { arm: "Hard", verdict: "better", fixed: null },
      { arm: "holdout", verdict: "open" },
    ],
  });
  const held = await read(who, { control: "holdout" });
  expect(held.experiments[0]).toMatchObject({ control: "holdout", winner: "Hard" });
  const lines = experimentsCsv(report).trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/^tone,Hard,no,Soft,400,400,0,400,280,0,0,0,400,280,0\.(4|39999)/);
});

test("people are expected by the weights of the version they came with; a period takes its own cases", async () => {
  const who = await newWorkspace(house.ctx);
  await install(house.ctx, who, "invoices", workflow(split({ Soft: 90, Hard: 10 })));
  await install(house.ctx, who, "invoices", workflow(split({ Soft: 50, Hard: 50 })));
  const later = { version: 2, openedAt: OPENED + DAY_MS };
  await inTransaction(house.ctx.db, (tx) =>
    storeFacts(tx, [
      ...many(who, "tone=Soft", 900, 0),
      ...many(who, "tone=Hard", 100, 0),
      ...many(who, "tone=Soft", 100, 0, later).map((row, i) => ({ ...row, personId: `s${i}` })),
      ...many(who, "tone=Hard", 100, 0, later).map((row, i) => ({ ...row, personId: `h${i}` })),
      // Whom the new weights moved: still Soft.
      factsOf(who, { arm: "tone=Hard", person: "tone=Soft 1", ...later }),
    ]),
  );
  const [experiment] = (await read(who)).experiments;
  expect(experiment).toMatchObject({
    isRatioOff: false,
    crossed: 1,
    arms: [
      { people: 1_000, cases: 1_001 },
      { people: 200, cases: 200 },
    ],
  });
  const empty = await read(who, { from: "2020-01-01", to: "2020-01-31" });
  expect(empty.experiments[0]).toMatchObject({ ratioP: null, winner: null });
  await expect(read(who, { workflow: undefined })).rejects.toMatchObject({
    code: "invalid",
    errors: [{ path: "workflow" }],
  });
});

test("cases beside which retention has deleted others count in no arm: who is left there is no fair part", async () => {
  const who = await newWorkspace(house.ctx);
  await install(house.ctx, who, "invoices", workflow(split({ Soft: 50, Hard: 50 })));
  const openedAt = OPENED + 2 * DAY_MS;
  const later = (arm: string, onTime: number) =>
    many(who, `tone=${arm}`, 100, onTime, { openedAt }).map((row, i) => ({
      ...row,
      personId: `later ${arm} ${i}`,
    }));
  const early = [...many(who, "tone=Soft", 100, 60), ...many(who, "tone=Hard", 100, 20)];
  const over = early.flatMap(({ caseId, facts }) => (facts.status === "open" ? [] : [caseId]));
  // Cases that came to no split, and those of others, cut nothing.
  const apart = [
    factsOf(who, { arm: "", person: "a", onTime: true, openedAt }),
    { ...factsOf(who, { arm: "tone=Soft", person: "b", openedAt }), workflow: "visits" },
  ];
  const gone = [...over, ...apart.map(({ caseId }) => caseId)];
  await inTransaction(house.ctx.db, (tx) =>
    storeFacts(tx, [...early, ...later("Soft", 60), ...later("Hard", 60), ...apart]),
  );
  expect(await read(who)).toMatchObject({ keptSince: null });
  await inTransaction(house.ctx.db, (tx) =>
    retireFacts(tx, who.workspaceId, sql`any(${sql.param(gone)}::uuid[])`),
  );

  const report = await read(who);
  const since = toRfc3339(endOfDay(localDate(OPENED, ZONE), ZONE) + 1);
  expect(report).toMatchObject({ from: since, keptSince: since });
  expect(report.experiments[0]).toMatchObject({
    arms: [
      { name: "Soft", cases: 100, had: 60 },
      { name: "Hard", cases: 100, had: 60 },
    ],
  });
  expect(await read(who, { from: toRfc3339(openedAt) })).toMatchObject({ keptSince: null });

  const day = localDate(OPENED, ZONE);
  const before = await read(who, { from: day, to: day });
  expect(before).toMatchObject({ from: since, to: since, keptSince: since });
  expect(before.experiments[0]).toMatchObject({ arms: [{ cases: 0 }, { cases: 0 }] });
});

test("times to response by arm stand side by side without a difference, which experiments alone give", async () => {
  const who = await newWorkspace(house.ctx);
  const answered = (arm: string, version: number, responseSeconds: number) =>
    many(who, arm, 30, 30, { version }).map(({ facts, ...row }) => ({
      ...row,
      facts: { ...facts, responseSeconds, tallies: { "opened|||0": 1, "reached|||0": 1 } },
    }));
  await inTransaction(house.ctx.db, (tx) =>
    storeFacts(tx, [...answered("tone=Soft", 1, 7_200), ...answered("tone=Hard", 2, 3_600)]),
  );
  const from = localDate(OPENED, ZONE);
  const asked = { from, timeZone: ZONE, workflow: "invoices" };
  const report = await openReport(house.ctx.db, who.workspaceId, asked);
  expect(await readResponseTime(report, { by: "version" })).toMatchObject({
    compared: { groups: ["1", "2"], hoursSaved: { value: 0 } },
  });
  expect(await readResponseTime(report, { by: "arm" })).toMatchObject({
    curves: [{ key: "tone=Hard" }, { key: "tone=Soft" }],
    compared: null,
  });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { durationBucket } from "@/core/metrics/duration-bucket";
import type { Observed } from "@/core/metrics/risk-set";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { recountRollups, retireFacts, type StoredFacts, storeFacts } from "@/db/queries/case-facts";
import type { Who } from "@/server/cases/verbs";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { openTallySource } from "./tally-source";
import { storedFacts } from "./testing";

const CASES = 600;
const DAYS = 130;
const ZONE = "UTC";
const MIDNIGHT = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const FROM = MIDNIGHT - DAYS * DAY_MS;

/** Every third waits; the others took between minutes and weeks. */
const tookOf = (n: number): number | null =>
  n % 3 === 0 ? null : 300 + Math.floor(((n * 7_919) % 10_007) ** 1.6);
const workflowOf = (n: number) => ["invoices", "offers"][n % 2] ?? "";

function factsOf({ workspaceId }: Who, n: number): StoredFacts {
  const openedAt = FROM + Math.floor((n * DAYS * DAY_MS) / CASES);
  const took = tookOf(n);
  const tally =
    took === null
      ? `response_waiting||email|${Math.floor(openedAt / MINUTE_MS)}`
      : `response_time||email|${durationBucket(took)}`;
  return storedFacts({
    workspaceId,
    day: new Date(openedAt).toISOString().slice(0, 10),
    workflow: workflowOf(n),
    version: 1 + (n % 4),
    facts: {
      openedAt,
      arm: n % 5 === 0 ? "tone=Soft" : "",
      responseSeconds: took,
      respondedAt: took === null ? null : openedAt + took * SECOND_MS,
      tallies: { "opened|||0": 1, "reached|||0": 1, [tally]: 1, [`heat_response|||${n % 168}`]: 1 },
    },
  });
}

let house: House;
let who: Who;
const numbers = Array.from({ length: CASES }, (_, n) => n);

beforeAll(async () => {
  house = await testHouse();
  who = await newWorkspace(house.ctx);
  await house.ctx.db.execute(
    sql`update workspaces set time_zone = ${ZONE} where id = ${who.workspaceId}`,
  );
  const stored = numbers.map((n) => factsOf(who, n));
  await inTransaction(house.ctx.db, async (tx) => {
    await storeFacts(tx, stored);
    await recountRollups(tx, who.workspaceId);
  });
}, 60_000);
afterAll(() => house.database.drop());

const sourceOf = (only?: "cases") =>
  openTallySource(
    house.ctx.db,
    who.workspaceId,
    { period: { from: FROM, to: MIDNIGHT + DAY_MS }, zone: ZONE },
    only && { only },
  );

const byText = (sums: object[]) => sums.map((sum) => JSON.stringify(sum)).toSorted();

test("over everything, by day or not, merged sums are the sums of single cases", async () => {
  const [kept, single] = [await sourceOf(), await sourceOf("cases")];
  for (const measures of [["response_time"], ["heat_response"]]) {
    for (const by of [[], ["day"]] as const) {
      const asked = { measures, together: true };
      const sums = await kept.sums(asked, by);
      expect(sums.length).toBeGreaterThan(100);
      expect(byText(sums)).toEqual(byText(await single.sums(asked, by)));
    }
  }
});

/** Seconds, one for each case, in order. */
const spread = (rows: readonly Observed[], of: "events" | "censored"): number[] =>
  rows.flatMap((row) => Array.from({ length: row[of] }, () => row.x)).toSorted((a, b) => a - b);

const waitedAt = (now: Instant, wanted: readonly number[]) =>
  wanted
    .filter((n) => tookOf(n) === null)
    .map((n) => (now - factsOf(who, n).facts.openedAt) / SECOND_MS)
    .toSorted((a, b) => a - b);

function expectNear(
  read: readonly number[],
  actual: readonly number[],
  offOf: (seconds: number) => number,
) {
  expect(read).toHaveLength(actual.length);
  for (const [i, seconds] of actual.entries()) {
    expect(Math.abs((read[i] ?? 0) - seconds)).toBeLessThanOrEqual(offOf(seconds));
  }
}

test("durations of sums are to 1 %, and since when a case waits to half an hour or, by workflow, 1 % more", async () => {
  const { db } = house.ctx;
  // Of cases that retention has deleted sums alone know.
  await inTransaction(db, (tx) =>
    retireFacts(
      tx,
      who.workspaceId,
      sql`(select case_id from case_facts where workspace_id = ${who.workspaceId}
        and response_seconds is not null order by opened_at limit 1)`,
    ),
  );
  const source = await sourceOf();
  const tookBy = (wanted: readonly number[]) =>
    wanted.flatMap((n) => tookOf(n) ?? []).toSorted((a, b) => a - b);

  const all = (await source.durations("response", "wall")).get("all") ?? [];
  expectNear(spread(all, "events"), tookBy(numbers), (s) => 1 + 0.0101 * s);
  const halfAnHour = HOUR_MS / 2 / SECOND_MS;
  expectNear(
    spread(all, "censored"),
    waitedAt(source.asOf, numbers),
    (s) => 60 + halfAnHour + 0.0101 * s,
  );

  const byWorkflow = await source.durations("response", "wall", "workflow");
  for (const workflow of ["invoices", "offers"]) {
    const wanted = numbers.filter((n) => workflowOf(n) === workflow);
    const rows = byWorkflow.get(workflow) ?? [];
    expectNear(spread(rows, "events"), tookBy(wanted), (s) => 1 + 0.0101 * s);
    expectNear(spread(rows, "censored"), waitedAt(source.asOf, wanted), (s) => 60 + 0.0202 * s);
  }
});

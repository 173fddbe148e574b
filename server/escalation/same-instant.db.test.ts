import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newFloor, runDue } from "../clock/run-due";
import { moveTestClock } from "../clock/test-clock";
import { EscalationScene, level, MONDAY } from "../testing/escalation-scene";
import { type House, testHouse } from "../testing/house";
import { brokenRules, installWitness } from "../testing/witness";

let house: House;
beforeAll(async () => {
  house = await testHouse();
  await installWitness(house.ctx.db);
});
afterAll(() => house.database.drop());

const DUE = MONDAY + 30 * 60_000;
const CASES = 40;
const acknowledged = {
  type: "acknowledged",
  at: DUE,
  by: { kind: "person", id: "max", name: null },
} as const;

test("acknowledged and the level change in the same instant: one of the two, consistently told", async () => {
  const { ctx } = house;
  const scene = await EscalationScene.open(ctx, { levels: [level(["max"]), level(["lena"])] });
  const ids: string[] = [];
  for (let n = 0; n < CASES; n++) ids.push(await scene.begin());
  await scene.goTo(DUE - 1);
  const { workspaceId } = scene.who;
  await ctx.db.execute(sql`
    update workspaces set clock_at = to_timestamp(${DUE} / 1000.0) where id = ${workspaceId}`);
  const clock = { kind: "test" as const, workspaceId, now: DUE };
  const work = async () => {
    const floor = newFloor();
    while ((await runDue(ctx, { clock, floor, limit: 3 })).claimed > 0);
  };
  const press = async () => {
    for (const id of ids.toReversed()) await scene.happen(id, acknowledged);
  };
  // A busy machine lets the worker win every race: one press has a head start.
  await scene.happen(ids.at(-1) ?? "", acknowledged);
  await Promise.all([work(), press()]);
  await moveTestClock(ctx, workspaceId, DUE + 10 * 60_000);

  let before = 0;
  for (const id of ids) {
    const codes = await scene.codes(id);
    const tellings = await scene.tellings(id);
    const { level: reached, owner, acknowledgedBy } = await scene.state(id);
    expect({ owner, acknowledgedBy }).toEqual({ owner: "max", acknowledgedBy: "max" });
    if (reached === 1) {
      before += 1;
      expect(codes).toEqual(["esc.started", "esc.ack"]);
      expect(tellings).toEqual(["0 max 1"]);
    } else {
      expect(codes).toEqual(["esc.started", "esc.level_up", "esc.ack"]);
      expect(tellings).toEqual(["0 max 1", "30 lena 2"]);
    }
  }
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(CASES);
  expect(await brokenRules(ctx.db, workspaceId)).toEqual([]);
});

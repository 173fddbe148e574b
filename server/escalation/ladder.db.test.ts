import { afterAll, beforeAll, expect, test } from "vitest";
import { MINUTE_MS } from "@/core/time";
import { EscalationScene, level, MONDAY } from "../testing/escalation-scene";
import { type House, testHouse } from "../testing/house";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const LADDER = {
  levels: [level(["max"]), level(["lena"])],
  fallback: { person: "boss" },
};

test("nobody acknowledges level 1 in 30 min: level 2 at 30:00, not before, not twice; the ladder's end tells the fallback", async () => {
  const scene = await EscalationScene.open(house.ctx, LADDER);
  const id = await scene.begin();
  await scene.goTo(MONDAY + 30 * MINUTE_MS - 1);
  expect(await scene.tellings(id)).toEqual(["0 max 1"]);
  expect(await scene.state(id)).toMatchObject({ level: 1, owner: "max" });
  await scene.after(30);
  expect(await scene.tellings(id)).toEqual(["0 max 1", "30 lena 2"]);
  await scene.after(30);
  await scene.after(59);
  expect(await scene.tellings(id)).toEqual(["0 max 1", "30 lena 2"]);
  await scene.after(60);
  expect(await scene.tellings(id)).toEqual(["0 max 1", "30 lena 2", "60 boss -"]);
  expect(await scene.codes(id)).toEqual([
    "esc.started",
    "esc.level_up",
    "esc.fallback",
    "esc.exhausted",
  ]);
  await scene.after(10_000);
  expect(await scene.told(id)).toHaveLength(3);
});

test("acknowledged at 29:59: no level 2", async () => {
  const scene = await EscalationScene.open(house.ctx, LADDER);
  const id = await scene.begin();
  await scene.goTo(MONDAY + 30 * MINUTE_MS - 1_000);
  expect(await scene.do(id, "acknowledge", {}, "max")).toBeNull();
  await scene.after(10_000);
  expect(await scene.tellings(id)).toEqual(["0 max 1"]);
  expect(await scene.state(id)).toMatchObject({ acknowledgedBy: "max", owner: "max", level: 1 });
});

test("repeat to level 2 three times: levels 1, 2, 3, 2, 3, 2, 3, 2, 3, then the fallback", async () => {
  const levels = [level(["max"]), level(["lena"]), level(["rita"])];
  const repeat = { toLevel: 2, timesMax: 3 };
  const scene = await EscalationScene.open(house.ctx, { ...LADDER, levels, repeat });
  const id = await scene.begin();
  await scene.after(10_000);
  const told = await scene.told(id);
  expect(told.map((each) => each.level)).toEqual([1, 2, 3, 2, 3, 2, 3, 2, 3, null]);
  expect(told.map(({ at }) => at)).toEqual([0, 30, 60, 90, 120, 150, 180, 210, 240, 270]);
  expect(told.at(-1)?.personId).toBe("boss");
});

test("the messages of every turn are sent, each once", async () => {
  const scene = await EscalationScene.open(house.ctx, LADDER);
  const id = await scene.begin();
  await scene.after(100);
  const told = await scene.told(id);
  expect(told.map(({ status }) => status)).toEqual(["sent", "sent", "sent"]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/core/time";
import { saveCalendar } from "../calendars/save-calendar";
import type { Who } from "../cases/verbs";
import { savePeople } from "../people/save-people";
import { saveRota } from "../rotas/save-rota";
import { saveTeam } from "../teams/save-team";
import { EscalationScene, level } from "../testing/escalation-scene";
import { type House, testHouse } from "../testing/house";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const shifts = (timeZone: string, layer: Record<string, unknown> = {}) => ({
  name: "Midnight",
  timeZone,
  layers: [
    {
      name: "Midnight",
      people: ["rita", "rob"],
      startsOn: "2026-01-01",
      handoverAt: "00:00",
      rotation: { every: 1, unit: "day" as const },
      ...layer,
    },
  ],
});

test("level 1 has nobody on duty: skipped with the reason, level 2 at once, not after the delay", async () => {
  const scene = await EscalationScene.open(
    house.ctx,
    { levels: [level([{ rota: "over" }]), level(["lena"])] },
    {
      prepare: (who) =>
        saveRota(house.ctx, who, "over", shifts("Europe/Berlin", { endsOn: "2026-02-01" })),
    },
  );
  const id = await scene.begin();
  expect(await scene.tellings(id)).toEqual(["0 lena 2"]);
  expect((await scene.lines(id))[0]).toEqual({
    code: "esc.skipped_unavailable",
    params: { level: 1, target: "Midnight", why: "nobody_on_call" },
  });
  await scene.after(30);
  expect(await scene.codes(id)).toEqual([
    "esc.skipped_unavailable",
    "esc.started",
    "esc.exhausted",
  ]);
});

test("clock on working hours, started Friday 16:30, 2 h to acknowledge, Monday a holiday: level 2 on Tuesday 10:30", async () => {
  const days = ["mon" as const, "tue" as const, "wed" as const, "thu" as const, "fri" as const];
  const easterMonday = { country: "DE", extra: [], except: [] };
  const hours = [{ days, from: "09:00", to: "17:00" }];
  const prepare = async (who: Who) => {
    const calendar = { timeZone: "Europe/Berlin", hours, holidays: easterMonday };
    await saveCalendar(house.ctx, who, "office", calendar as never);
    await saveTeam(house.ctx, who, "desk", {
      name: "Desk",
      leadId: "max",
      members: [{ personId: "max", role: "member" }],
      calendar: "office",
    });
  };
  const times = { acknowledgeWithin: "PT2H", clock: "working_hours" };
  const levels = [level([{ team: "desk" }], times), level(["lena"])];
  // Before Easter: the Friday of the week before is worked, Good Friday and Easter Monday are not.
  const thursday = Date.parse("2026-04-02T14:30:00Z");
  const scene = await EscalationScene.open(house.ctx, { levels }, { prepare, at: thursday });
  const id = await scene.begin();
  const { nextAt } = await scene.state(id);
  expect(new Date(nextAt ?? 0).toISOString()).toBe("2026-04-07T08:30:00.000Z");

  const friday = Date.parse("2026-05-22T14:30:00Z");
  const whit = await EscalationScene.open(house.ctx, { levels }, { prepare, at: friday });
  const whitId = await whit.begin();
  const tuesday = Date.parse("2026-05-26T08:30:00Z");
  await whit.goTo(tuesday - 1);
  expect(await whit.tellings(whitId)).toEqual(["0 max 1"]);
  await whit.goTo(tuesday);
  expect(await whit.tellings(whitId)).toEqual([
    "0 max 1",
    `${(tuesday - friday) / MINUTE_MS} lena 2`,
  ]);
});

test("no manager: the fallback, with the reason; the next target of the level where there is one", async () => {
  const prepare = (who: Who) =>
    savePeople(house.ctx, who, [{ id: "mara", name: "Mara", managerId: null }]);
  const alone = { levels: [level([{ manager: "person" }])], fallback: { person: "boss" } };
  const scene = await EscalationScene.open(house.ctx, alone, { prepare });
  const id = await scene.begin();
  expect(await scene.tellings(id)).toEqual(["0 boss -"]);
  expect((await scene.lines(id))[0]).toMatchObject({
    code: "esc.skipped_unavailable",
    params: { level: 1, why: "no_manager" },
  });
  const both = { levels: [level([{ manager: "person" }, "lena"])] };
  const other = await EscalationScene.open(house.ctx, both, { prepare });
  const otherId = await other.begin();
  expect(await other.tellings(otherId)).toEqual(["0 lena 1"]);
});

test("the manager is the person followed up: the manager's manager", async () => {
  const prepare = (who: Who) =>
    savePeople(house.ctx, who, [
      { id: "max", name: "Max", managerId: "mara" },
      { id: "mara", name: "Mara", managerId: "lena" },
    ]);
  const levels = [level(["max"]), level([{ manager: "owner" }])];
  const scene = await EscalationScene.open(house.ctx, { levels }, { prepare });
  const id = await scene.begin();
  await scene.after(30);
  expect(await scene.tellings(id)).toEqual(["0 max 1", "30 lena 2"]);
});

const NIGHTS: [string, string, Instant, Instant][] = [
  ["Europe/Berlin", "forward", Date.parse("2026-03-28T18:00Z"), Date.parse("2026-03-28T23:00Z")],
  ["Europe/Berlin", "back", Date.parse("2026-10-24T18:00Z"), Date.parse("2026-10-24T22:00Z")],
  // Here the clocks change at midnight itself: on one night it is skipped, on the other it comes twice.
  ["Africa/Cairo", "forward", Date.parse("2026-04-23T18:00Z"), Date.parse("2026-04-23T22:00Z")],
  ["Africa/Cairo", "back", Date.parse("2026-10-29T16:00Z"), Date.parse("2026-10-29T22:00Z")],
];

test.each(NIGHTS)(
  "hand-over at midnight when the clocks of %s go %s: exactly one person on duty at every moment",
  async (zone, _, from, midnight) => {
    const prepare = (who: Who) => saveRota(house.ctx, who, "midnight", shifts(zone));
    const levels = [level([{ rota: "midnight" }], { acknowledgeWithin: "P9D" })];
    const scene = await EscalationScene.open(house.ctx, { levels }, { prepare, at: from });
    const onDuty: [Instant, string[]][] = [];
    const moments = Array.from({ length: 24 }, (_unused, n) => from + (n * HOUR_MS) / 2);
    for (const at of [...moments, midnight - 1, midnight].toSorted((a, b) => a - b)) {
      await scene.goTo(at);
      const id = await scene.begin();
      onDuty.push([at, (await scene.told(id)).map(({ personId }) => personId)]);
    }
    expect(onDuty.every(([, people]) => people.length === 1)).toBe(true);
    const of = (isBefore: boolean) =>
      new Set(onDuty.filter(([at]) => at < midnight === isBefore).map(([, [one]]) => one));
    expect([of(true).size, of(false).size]).toEqual([1, 1]);
    expect(of(true)).not.toEqual(of(false));
    expect((onDuty.at(-1)?.[0] ?? 0) - from).toBeLessThan(DAY_MS);
  },
);

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS, toRfc3339 } from "@/core/time";
import { newFloor, runDue } from "../clock/run-due";
import { moveTestClock } from "../clock/test-clock";
import type { Ctx } from "../context";
import { savePeople } from "../people/save-people";
import { type House, install, newWorkspace, openMany, testHouse } from "../testing/house";
import { brokenRules, installWitness } from "../testing/witness";
import { moveDue, snoozeCase, type Who } from "./verbs";

const workflow = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  subject: "A matter",
  due: { from: "data.due_date" },
  stopsWhen: [{ event: "matter.settled" }],
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
const START = Date.parse("2026-03-02T08:00:00Z");
const DUE = "2026-03-10T16:00:00Z";
/** 9:00 in Berlin on the day before it is due. */
const OLD = Date.parse("2026-03-09T08:00:00Z");
const CASES = 24;
const ACTORS = 3;
const ROUNDS = 5;

let house: House;
beforeAll(async () => {
  house = await testHouse();
  await installWitness(house.ctx.db);
});
afterAll(() => house.database.drop());

type Change = {
  moment: number;
  do: (ctx: Ctx, who: Who, id: string, nth: number) => Promise<unknown>;
};
const changes: Record<string, Change> = {
  "the due date moves": {
    moment: OLD + 2 * DAY_MS,
    do: (ctx, who, id) => moveDue(ctx, who, id, { dueAt: toRfc3339(Date.parse(DUE) + 2 * DAY_MS) }),
  },
  "the person moves to another zone": {
    moment: Date.parse("2026-03-09T13:00:00Z"),
    do: (ctx, who, _id, nth) =>
      savePeople(ctx, who, [{ ...person(nth), timeZone: "America/New_York" }]),
  },
  "the case is snoozed": {
    moment: OLD + 3 * DAY_MS,
    do: (ctx, who, id) => snoozeCase(ctx, who, id, { until: toRfc3339(OLD + 3 * DAY_MS) }),
  },
};
const person = (nth: number) => ({ id: `p${nth}`, name: `P ${nth}`, timeZone: "Europe/Berlin" });

async function messages(ctx: Ctx, who: Who): Promise<Map<string, number[]>> {
  const rows = await ctx.db.execute<{ id: string; at: number[] }>(sql`
    select c.id, array_remove(array_agg(date_part('epoch', m.planned_at) * 1000), null) as at
    from cases c left join messages m on m.workspace_id = c.workspace_id and m.case_id = c.id
    where c.workspace_id = ${who.workspaceId} group by 1`);
  return new Map(rows.map(({ id, at }) => [id, at]));
}

for (const [what, change] of Object.entries(changes)) {
  test(`${what} at the very moment the reminder is due: it leaves once, then or at its new moment`, async () => {
    const { ctx } = house;
    let sooner = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const who = await newWorkspace(ctx);
      await install(ctx, who, "w", workflow);
      await moveTestClock(ctx, who.workspaceId, START);
      const nths = Array.from({ length: CASES }, (_, nth) => nth);
      await savePeople(ctx, who, nths.map(person));
      const ids = await openMany(
        ctx,
        who,
        "w",
        nths.map((nth) => ({ personId: `p${nth}`, data: { due_date: DUE } })),
      );
      await moveTestClock(ctx, who.workspaceId, OLD - 1);
      await ctx.db.execute(sql`
        update workspaces set clock_at = to_timestamp(${OLD} / 1000.0) where id = ${who.workspaceId}`);

      const clock = { kind: "test" as const, workspaceId: who.workspaceId, now: OLD };
      const worker = async () => {
        const floor = newFloor();
        while ((await runDue(ctx, { clock, floor, limit: 3 })).claimed > 0);
      };
      const actor = async (first: number) => {
        for (let nth = first; nth < CASES; nth += ACTORS)
          await change.do(ctx, who, ids[nth] ?? "", nth);
      };
      // A busy machine lets the worker win every race, so in some rounds one change has a head start.
      if (round % 2 === 1) await change.do(ctx, who, ids[0] ?? "", 0);
      const actors = Array.from({ length: ACTORS }, (_, n) => actor(n));
      await Promise.all([worker(), worker(), ...actors]);

      const early = await messages(ctx, who);
      for (const id of ids) {
        const at = early.get(id) ?? [];
        expect([[], [OLD]]).toContainEqual(at);
        if (at.length > 0) continue;
        sooner += 1;
        const [row] = await ctx.db.execute<{ at: number }>(
          sql`select date_part('epoch', next_action_at) * 1000 as at from cases where id = ${id}`,
        );
        expect(row?.at).toBe(change.moment);
      }
      await moveTestClock(ctx, who.workspaceId, change.moment - 1);
      expect(await messages(ctx, who)).toEqual(early);
      await moveTestClock(ctx, who.workspaceId, change.moment + 30 * DAY_MS);
      const late = await messages(ctx, who);
      for (const id of ids) {
        const before = early.get(id) ?? [];
        expect(late.get(id)).toEqual(before.length > 0 ? before : [change.moment]);
      }
      expect(await brokenRules(ctx.db, who.workspaceId)).toEqual([]);
    }
    // The change was first at least once, and so was the clock: otherwise nothing raced.
    expect(sooner).toBeGreaterThan(0);
    expect(sooner).toBeLessThan(ROUNDS * CASES);
  });
}

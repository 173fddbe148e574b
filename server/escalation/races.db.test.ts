import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseEvent } from "@/core/case/case-event";
import type { Actor } from "@/core/case/state";
import { newFloor, runDue } from "../clock/run-due";
import { deliverDue } from "../delivery/deliver";
import { newId } from "../new-id";
import { EscalationScene, level, MONDAY } from "../testing/escalation-scene";
import { type House, openMany, testHouse } from "../testing/house";
import { brokenRules, installWitness } from "../testing/witness";

let house: House;
beforeAll(async () => {
  house = await testHouse();
  await installWitness(house.ctx.db);
});
afterAll(() => house.database.drop());

const CASES = 300;
const ACTORS = 4;
const DUE = MONDAY + 30 * 60_000;
const HELPERS = ["max", "lena", "boss", "rita"] as const;

const script = fc.array(
  fc.record({
    what: fc.constantFrom(
      ...(["acknowledged", "acknowledged", "escalated_now", "taken_over"] as const),
      ...(["handed_over", "resolved"] as const),
    ),
    who: fc.constantFrom(...HELPERS),
  }),
  { minLength: CASES * ACTORS, maxLength: CASES * ACTORS },
);

function eventOf(what: CaseEvent["type"], id: string): CaseEvent {
  const by: Actor = { kind: "person", id, name: null };
  const at = DUE;
  if (what === "escalated_now") return { type: what, at, by, expectedLevel: 1 };
  if (what === "handed_over") return { type: what, at, by, to: { team: "billing" } };
  if (what === "taken_over" || what === "resolved") return { type: what, at, by };
  return { type: "acknowledged", at, by };
}

test("hundreds of cases raced for by helpers and the clock on many connections: the end wins, nobody is told after it, one has it", async () => {
  const { ctx } = house;
  const levels = [level(["max"]), level(["lena", "rita"]), level(["boss"])];
  const rules = { acknowledgementTimeout: { after: "PT1H" } };
  const after = [{ id: "w", kind: "wait", for: "P9D" }];
  const scene = await EscalationScene.open(ctx, { levels, ...rules }, { after });
  const { workspaceId } = scene.who;
  const many = Array.from({ length: CASES }, () => ({ personId: "mara" }));
  const ids = await openMany(ctx, scene.who, "w", many);
  await scene.goTo(DUE - 1);
  await ctx.db.execute(sql`
    update workspaces set clock_at = to_timestamp(${DUE} / 1000.0) where id = ${workspaceId}`);
  const clock = { kind: "test" as const, workspaceId, now: DUE };
  const work = async () => {
    const floor = newFloor();
    const workerId = newId();
    for (let idle = 0; idle < 2; ) {
      const { claimed: cases } = await runDue(ctx, { clock, floor, limit: 20 });
      const { claimed } = await deliverDue(ctx, { workerId, clock, limit: 50 });
      idle = cases + claimed === 0 ? idle + 1 : 0;
    }
  };
  const [moves = []] = fc.sample(script, { numRuns: 1, seed: 11 });
  const refused = new Map<string, number>();
  const actor = async (nth: number) => {
    // Everybody goes through the same cases in the same order: they meet at each of them.
    for (const [n, id] of ids.entries()) {
      const { what, who } = moves[n * ACTORS + nth] ?? { what: "resolved", who: "max" };
      const why = await scene.happen(id, eventOf(what, who));
      if (why) refused.set(why.code, (refused.get(why.code) ?? 0) + 1);
    }
  };
  const actors = Array.from({ length: ACTORS }, (_, nth) => actor(nth));
  await Promise.all([...actors, work(), work()]);
  await work();

  expect(await brokenRules(ctx.db, workspaceId)).toEqual([]);
  const [seen] = await ctx.db.execute<Record<string, number>>(sql`
    select count(*) filter (where status = 'resolved')::int as resolved,
      count(*) filter (where num_nonnulls(owner_person_id, owner_team) <> 1)::int as "withoutOne",
      count(*) filter (where status <> 'open' and memory ?| array['climb', 'announced', 'interrupted',
        'acknowledgementEnd'])::int as "climbsOn",
      count(*) filter (where status = 'open' and acknowledged_at is not null)::int as taken
    from cases where workspace_id = ${workspaceId}`);
  expect(seen).toMatchObject({ withoutOne: 0, climbsOn: 0 });
  expect(Math.min(seen?.resolved ?? 0, seen?.taken ?? 0)).toBeGreaterThan(CASES / 10);
  // Of every case one turn is waited for at most, and none of a closed one.
  const turns = await ctx.db.execute(sql`
    select e.case_id from escalations e
    join cases c on c.workspace_id = e.workspace_id and c.id = e.case_id
    where e.workspace_id = ${workspaceId} and e.ended is null and e.deadline is not null
      and e.people <> '{}'
    group by e.case_id, c.status having c.status <> 'open' or count(distinct e.visit) > 1`);
  expect([...turns]).toEqual([]);
  expect([...refused.keys()]).toEqual(
    expect.arrayContaining(["already_acknowledged", "already_closed", "level_changed"]),
  );
});

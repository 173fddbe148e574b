import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { bumpFacts } from "@/db/queries/workspaces";
import type { Who } from "../cases/verbs";
import { erasePerson } from "../people/erase-person";
import { savePolicy } from "../policies/save-policy";
import { saveTeam } from "../teams/save-team";
import { EMAIL, EscalationScene, level } from "../testing/escalation-scene";
import { type House, testHouse } from "../testing/house";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

/** As it goes when no live version names it any more; this case's older version does. */
const gone = (who: Who, table: SQL, key: string) =>
  inTransaction(house.ctx.db, async (tx) => {
    await tx.execute(
      sql`delete from ${table} where workspace_id = ${who.workspaceId} and key = ${key}`,
    );
    await bumpFacts(tx, who.workspaceId);
  });

const LADDER = { levels: [level(["max"]), level(["lena"])] };

test("acknowledged, not resolved, time-out 4 h: back to level 1, the acknowledger and whoever is on duty now are told", async () => {
  // Rita is on duty until 8:00 on Tuesday, Rob after her.
  const rule = { acknowledgementTimeout: { after: "PT24H" } };
  const levels = [level([{ rota: "night" }]), level(["lena"])];
  const scene = await EscalationScene.open(
    house.ctx,
    { levels, ...rule },
    {
      after: [{ id: "w", kind: "wait", for: "P9D" }],
    },
  );
  const id = await scene.begin();
  const [first] = await scene.told(id);
  const next = first?.personId === "rita" ? "rob" : "rita";
  expect(await scene.do(id, "acknowledge", {}, first?.personId ?? "")).toBeNull();
  const { nextAt } = await scene.state(id);
  await scene.after(24 * 60 - 1);
  expect(await scene.told(id)).toHaveLength(1);
  expect(await scene.state(id)).toMatchObject({ step: "w", acknowledgedBy: first?.personId });
  await scene.after(24 * 60);
  const again = (await scene.tellings(id)).slice(1);
  expect(again.toSorted()).toEqual([`1440 ${first?.personId} 1`, `1440 ${next} 1`].toSorted());
  expect(await scene.codes(id)).toEqual([
    "esc.started",
    "esc.ack",
    "esc.ack_timeout",
    "esc.started",
  ]);
  expect(await scene.state(id)).toMatchObject({ level: 1, owner: next, acknowledgedBy: null });
  // Taken again, it goes on with the wait it stood at; the next time-out counts from here.
  expect(await scene.do(id, "acknowledge", {}, next)).toBeNull();
  expect(await scene.state(id)).toMatchObject({ step: "w", acknowledgedBy: next });
  expect((await scene.state(id)).nextAt).toBe((nextAt ?? 0) + 24 * 3_600_000);
});

test("two people press Acknowledge: the first owns it, the second reads who has it", async () => {
  const levels = [level(["max", "lena"])];
  const scene = await EscalationScene.open(house.ctx, { levels });
  const id = await scene.begin();
  const presses = await Promise.all([
    scene.do(id, "acknowledge", {}, "max"),
    scene.do(id, "acknowledge", {}, "lena"),
  ]);
  const { owner, acknowledgedBy } = await scene.state(id);
  const second = presses.find((refused) => refused !== null);
  expect(presses.filter((refused) => refused === null)).toHaveLength(1);
  expect(["max", "lena"]).toContain(owner);
  expect(acknowledgedBy).toBe(owner);
  expect(second).toMatchObject({ code: "already_acknowledged", params: { by: owner } });
});

test("Escalate pressed twice: one level, the second press is explained", async () => {
  const scene = await EscalationScene.open(house.ctx, LADDER);
  const id = await scene.begin();
  const press = () => scene.do(id, "escalate", { expectedLevel: 1 }, "max");
  const presses = await Promise.all([press(), press()]);
  expect(await scene.tellings(id)).toEqual(["0 max 1", "0 lena 2"]);
  expect(presses.filter((refused) => refused === null)).toHaveLength(1);
  expect(presses.find((refused) => refused !== null)).toMatchObject({
    code: "level_changed",
    params: { level: 2, expected: 1, owner: { personId: "lena" } },
  });
});

test("escalate pressed in a level-1 message after level 2 began: nothing changes, explained", async () => {
  const scene = await EscalationScene.open(house.ctx, LADDER);
  const id = await scene.begin();
  await scene.after(31);
  const before = await scene.state(id);
  const refused = await scene.do(id, "escalate", { expectedLevel: 1 }, "max");
  expect(refused).toMatchObject({
    code: "level_changed",
    params: { level: 2, owner: { personId: "lena" }, at: expect.any(Number) },
  });
  expect(await scene.state(id)).toEqual(before);
  expect(await scene.tellings(id)).toEqual(["0 max 1", "30 lena 2"]);
});

const policy = (levels: unknown) =>
  ({ name: "Ladder", levels, repeat: null, fallback: null }) as Parameters<typeof savePolicy>[3];

test("the policy is edited while a case climbs: that case keeps it, the next one has the new one", async () => {
  const { ctx } = house;
  const prepare = (who: Who) => savePolicy(ctx, who, "desk", policy(LADDER.levels));
  const scene = await EscalationScene.open(ctx, { policy: "desk" }, { prepare });
  const old = await scene.begin();
  await savePolicy(ctx, scene.who, "desk", policy([level(["rita"]), level(["boss"])]));
  const later = await scene.begin();
  await gone(scene.who, sql`escalation_policies`, "desk");
  await scene.after(30);
  expect(await scene.tellings(old)).toEqual(["0 max 1", "30 lena 2"]);
  expect(await scene.tellings(later)).toEqual(["0 rita 1", "30 boss 2"]);
});

test("a deleted person or team is unavailable, with the reason", async () => {
  const { ctx } = house;
  const levels = [level(["max"]), level([{ team: "desk" }]), level(["noah"]), level(["lena"])];
  const prepare = (who: Who) => saveTeam(ctx, who, "desk", { name: "Desk", members: [] });
  const scene = await EscalationScene.open(ctx, { levels }, { prepare });
  const id = await scene.begin();
  await gone(scene.who, sql`teams`, "desk");
  await erasePerson(ctx, scene.who, "olga");
  await scene.after(30);
  expect(await scene.tellings(id)).toEqual(["0 max 1", "30 lena 4"]);
  const why = (await scene.lines(id, "esc.skipped")).map(({ params }) => params.why);
  expect(why).toEqual(["no_such_team", expect.stringMatching(/^(erased|unknown_person)$/)]);
});

test("everyone must acknowledge, three people, two do: it climbs for the third only", async () => {
  const everyone = level(["max", "rita", "rob"], { everyone: true });
  const levels = [everyone, { ...level(["max", "boss"]), channels: EMAIL }];
  const scene = await EscalationScene.open(house.ctx, { levels });
  const id = await scene.begin();
  expect(await scene.do(id, "acknowledge", {}, "max")).toBeNull();
  expect(await scene.do(id, "acknowledge", {}, "rita")).toBeNull();
  expect((await scene.lines(id, "esc.ack_partly")).at(-1)?.params.left).toEqual(["rob Example"]);
  await scene.after(30);
  expect((await scene.tellings(id)).slice(3)).toEqual(["30 boss 2"]);
  expect(await scene.do(id, "acknowledge", {}, "rob")).toBeNull();
  await scene.after(10_000);
  expect(await scene.told(id)).toHaveLength(4);
  expect(await scene.state(id)).toMatchObject({ owner: "max", acknowledgedBy: "rob" });
});

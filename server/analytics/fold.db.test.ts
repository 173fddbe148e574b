import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { DUE_MEASURES, dueBy } from "@/core/metrics/due-moment";
import type { Cohort, TallyGroup } from "@/core/metrics/tally-sums";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { doVerb, type Who } from "../cases/verbs";
import { moveTestClock } from "../clock/test-clock";
import { newId } from "../new-id";
import { erasePerson } from "../people/erase-person";
import { savePeople } from "../people/save-people";
import {
  type House,
  install,
  newOperator,
  newWorkspace,
  openMany,
  testHouse,
} from "../testing/house";
import { sumsAndRecount } from "../testing/recounted-facts";
import { applyRetention } from "../workspaces/apply-retention";
import { saveSettings } from "../workspaces/save-settings";
import { fold, foldFacts } from "./fold";
import { rebuildFacts } from "./rebuild";
import { openTallySource } from "./tally-source";

const START = Date.UTC(2026, 8, 28, 9);
const ROUNDS = 6;

const document = {
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  start: { event: "task.created" },
  subject: "A matter",
  due: { after: "PT50H" },
  stopsWhen: [{ event: "task.done" }],
  stages: [
    {
      id: "first",
      name: "First",
      steps: [
        { id: "s1", kind: "send", channels: [{ in_app: "t-app" }] },
        { id: "a1", kind: "wait_for_response", for: "P2D", noAnswer: [] },
      ],
    },
    {
      id: "second",
      name: "Second",
      steps: [
        { id: "s2", kind: "send", channels: [{ in_app: "t-app" }, { email: "t-email" }] },
        { id: "w2", kind: "wait", for: "P9D" },
      ],
    },
  ],
};

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const move = fc.record({
  what: fc.constantFrom(
    ...["resolve", "acknowledge", "snooze", "cancel", "escalate", "reopen", "open", "zone"],
    ...["delivered", "bounced", "seen", "clicked", "unsubscribed", "stopped", "failed", "climbed"],
  ),
  n: fc.nat(1_000),
});
const rounds = fc.array(
  fc.record({
    moves: fc.array(move, { minLength: 4, maxLength: 12 }),
    pass: fc.integer({ min: MINUTE_MS, max: 4 * DAY_MS }),
    /** How the fold of the round ends. */
    ends: fc.constantFrom("well", "well", "crash", "replay"),
  }),
  { minLength: ROUNDS, maxLength: ROUNDS },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

async function begin(): Promise<Who> {
  const { ctx } = house;
  const who = await newWorkspace(ctx);
  await moveTestClock(ctx, who.workspaceId, START);
  await savePeople(
    ctx,
    who,
    Array.from({ length: 9 }, (_, i) => ({
      id: `p${i}`,
      email: `p${i}@example.com`,
      timeZone: i % 2 ? "America/New_York" : "Europe/Berlin",
      locale: i % 3 ? "de" : "en",
    })),
  );
  await install(ctx, who, "a", document);
  await install(ctx, who, "b", document);
  await openSome(who, 5);
  return who;
}

const openSome = async (who: Who, n: number) => {
  const many = Array.from({ length: n }, (_, i) => ({ personId: `p${(n + i) % 9}` }));
  await openMany(house.ctx, who, n % 2 ? "a" : "b", many);
};

/** Whatever somebody does; what the case refuses is done by nobody. */
async function act(who: Who, { what, n }: Move): Promise<void> {
  const { ctx } = house;
  const { workspaceId } = who;
  const nth = async (table: string, where = sql`true`) => {
    const [row] = await ctx.db.execute<{ id: string }>(sql`
      select id from (select id, row_number() over (order by id) - 1 as place, count(*) over () as of
        from ${sql.identifier(table)} where workspace_id = ${workspaceId} and ${where}) as numbered
      where place = ${n} % of`);
    return row?.id;
  };
  if (what === "open") return openSome(who, 1 + (n % 4));
  if (what === "zone") {
    const timeZone = ["Asia/Tokyo", "Europe/Berlin", "America/New_York"][n % 3] ?? "UTC";
    await savePeople(ctx, who, [{ id: `p${n % 9}`, timeZone }]);
    return;
  }
  if (["resolve", "acknowledge", "snooze", "cancel", "escalate", "reopen"].includes(what)) {
    const caseId = await nth("cases");
    const input = what === "snooze" ? { until: new Date(START + 40 * DAY_MS).toISOString() } : {};
    if (caseId === undefined) return;
    await doVerb(ctx, who, caseId, what as "resolve", { reason: "x", ...input } as never).catch(
      () => {},
    );
    return;
  }
  if (what === "climbed") {
    const caseId = await nth("cases");
    await ctx.db.execute(sql`
      insert into escalations (workspace_id, case_id, visit, target, workflow, version, step, level, lap,
        by_hand, people, why, at)
      select workspace_id, id, ${n}, 'team', workflow, version, 's1', 1, 0, ${n % 3 === 0},
        ${n % 2 ? sql`array['p1']` : sql`array[]::text[]`}, ${n % 2 ? null : "nobody"}, now()
      from cases where workspace_id = ${workspaceId} and id = ${caseId ?? null}::uuid
      on conflict do nothing`);
    return;
  }
  const messageId = await nth("messages");
  if (messageId === undefined) return;
  const message = sql`workspace_id = ${workspaceId} and id = ${messageId}`;
  const came = (type: string, by: string | null) =>
    ctx.db.execute(sql`
      insert into message_events (workspace_id, message_id, id, type, by, at)
      values (${workspaceId}, ${messageId}, ${`${type}:${n % 3}`}, ${type}, ${by}, now()) on conflict do nothing`);
  if (what === "delivered") {
    await ctx.db.execute(sql`
      update messages set status = 'delivered', sent_at = coalesce(sent_at, planned_at),
        delivered_at = coalesce(sent_at, planned_at), deliver_at = null, tracked = channel = 'email'
      where ${message}`);
    await came("delivered", null);
  }
  if (what === "bounced" || what === "failed") {
    await ctx.db.execute(sql`
      update messages set status = 'failed', code = ${what === "failed" ? "fail.rejected" : "fail.bounced"},
        deliver_at = null where ${message}`);
  }
  if (what === "seen") await came("opened", n % 2 ? "human" : "proxy");
  if (what === "clicked") await came("clicked", n % 2 ? "human" : "scanner");
  if (what === "unsubscribed") await came("unsubscribed", "human");
  if (what === "stopped") {
    await ctx.db.execute(sql`
      insert into consents (workspace_id, person_id, id, channel, granted, source, evidence, at)
      select workspace_id, person_id, ${newId()}, channel, false, 'test',
        ${n % 2 ? JSON.stringify({ messageId }) : "{}"}::jsonb,
        coalesce(sent_at, planned_at) + interval '1 hour'
      from messages where ${message}`);
  }
}

class Crash extends Error {}

/** A worker that folds, dies before it commits, or is told of the same changes again. */
async function foldOnce(who: Who, ends: "well" | "crash" | "replay"): Promise<void> {
  const { ctx } = house;
  await inTransaction(ctx.db, async (tx) => {
    await fold(tx, [who.workspaceId]);
    if (ends === "crash") throw new Crash();
    if (ends === "replay") {
      await tx.execute(sql`
        insert into fact_changes (workspace_id, case_id)
        select workspace_id, id from cases where workspace_id = ${who.workspaceId}`);
    }
  }).catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
}

/** Writes first and commits last: a fold in between must not lose it. */
async function lateCommit(who: Who, meanwhile: () => Promise<unknown>): Promise<void> {
  await inTransaction(house.ctx.db, async (tx) => {
    await tx.execute(sql`
      update cases set owner_team = 'late', first_response_at = coalesce(first_response_at, opened_at + interval '1 hour')
      where workspace_id = ${who.workspaceId}
        and id = (select id from cases where workspace_id = ${who.workspaceId} order by id desc limit 1)`);
    await meanwhile();
  });
}

const foldAll = async () => {
  while ((await foldFacts(house.ctx)) > 0);
};

async function expectExact(who: Who): Promise<void> {
  const { kept, recounted } = await sumsAndRecount(house.ctx.db, who.workspaceId);
  expect(kept.days).toEqual(recounted.days);
  expect(kept.months).toEqual(recounted.months);
}

const countedIn = async (workspaceId: WorkspaceId, measure: string): Promise<number> => {
  const [row] = await house.ctx.db.execute<{ n: number }>(sql`
    select coalesce(sum(n), 0)::int as n from rollup_months
    where workspace_id = ${workspaceId} and measure = ${measure}`);
  return row?.n ?? -1;
};

/** The same numbers straight from what is stored, by rules written down a second time. */
async function naive(workspaceId: WorkspaceId): Promise<Record<string, number>> {
  const [row] = await house.ctx.db.execute<Record<string, number>>(sql`
    with m as (select *, status in ('sent', 'delivered') as came from messages
        where workspace_id = ${workspaceId}),
      c as (select * from cases where workspace_id = ${workspaceId})
    select (select count(*) from c)::int as opened,
      (select count(*) from c where status = 'open')::int as open,
      (select count(*) from c where status = 'resolved')::int as resolved,
      (select count(*) from c where status = 'canceled')::int as canceled,
      (select count(*) from c where status = 'expired')::int as expired,
      (select count(*) from m where came)::int as delivered,
      (select count(distinct case_id) from m where came and request ->> 'audience' = 'person'
        and coalesce(request ->> 'ending', 'false') <> 'true')::int as reached,
      (select count(*) from m where status = 'held')::int as held,
      (select count(*) from m where came and exists (select from message_events e
        where e.workspace_id = m.workspace_id and e.message_id = m.id and e.type = 'clicked'
          and e.by = 'human'))::int as clicked,
      (select count(*) from m where status = 'failed' and (sent_at is not null or code = 'fail.bounced'))::int
        as bounced`);
  return row ?? {};
}

const GROUPS: (readonly TallyGroup[])[] = [[], ["day"], ["workflow", "version"], ["arm"]];

async function expectSameFromCases(who: Who, n: number): Promise<void> {
  const { db } = house.ctx;
  const day = (back: number) => Date.UTC(2026, 8, 20 + back, -2);
  const cohort: Cohort = {
    zone: "Europe/Berlin",
    period: { from: day(n % 20), to: day((n % 20) + 1 + (n % 70)) },
    ...(n % 2 && { workflow: "a" }),
    ...(n % 3 === 0 && { version: 1 }),
    ...(n % 5 === 0 && { channel: "in_app" as const }),
    ...(n % 7 === 0 && { stage: "first" }),
  };
  const narrow = cohort.channel ?? cohort.stage;
  const kept = await openTallySource(db, who.workspaceId, cohort);
  const single = await openTallySource(db, who.workspaceId, cohort, { only: "cases" });
  const asked = narrow
    ? { measures: ["sent", "delivered", "bounced", "clicked"], prefix: "not_sent/" }
    : {
        measures: ["opened", "reached", "delivered", "response_waiting"],
        prefix: "failed/",
      };
  const by = GROUPS[n % GROUPS.length] ?? [];
  const sorted = (sums: object[]) => sums.map((sum) => JSON.stringify(sum)).toSorted();
  expect(sorted(await kept.sums(asked, by))).toEqual(sorted(await single.sums(asked, by)));
  if (narrow) return;
  expect(kept.kind).toBe("rollups");
  const due = { measures: DUE_MEASURES, upTo: dueBy(kept.asOf) };
  expect(sorted(await kept.sums(due, by))).toEqual(sorted(await single.sums(due, by)));
}

test("whoever writes meanwhile, crashes or says it again, every case counts exactly once", async () => {
  await fc.assert(
    fc.asyncProperty(
      rounds,
      fc.array(fc.nat(1_000), { minLength: 6, maxLength: 6 }),
      async (played, cohorts) => {
        const who = await begin();
        let now = START;
        for (const { moves, pass, ends } of played) {
          await Promise.all([
            ...moves.map((each) => act(who, each)),
            foldOnce(who, ends),
            foldOnce(who, "well"),
            foldFacts(house.ctx),
          ]);
          now += pass;
          await Promise.all([moveTestClock(house.ctx, who.workspaceId, now), foldOnce(who, ends)]);
          await lateCommit(who, () => foldOnce(who, "well"));
        }
        await foldAll();
        await expectExact(who);
        for (const [measure, n] of Object.entries(await naive(who.workspaceId))) {
          expect([measure, await countedIn(who.workspaceId, measure)]).toEqual([measure, n]);
        }
        for (const n of cohorts) await expectSameFromCases(who, n);
      },
    ),
    { numRuns: 6 },
  );
}, 240_000);

test("single cases answer by hour, by who their people are, and how long each has waited", async () => {
  const { ctx } = house;
  const { db } = ctx;
  const who = await begin();
  await moveTestClock(ctx, who.workspaceId, START + 5 * HOUR_MS);
  const [{ id = "" } = {}] = await db.execute<{ id: string }>(
    sql`select id from cases where workspace_id = ${who.workspaceId} order by id limit 1`,
  );
  await doVerb(ctx, who, id, "resolve", {});
  const operatorId = await newOperator(ctx, who, "Olga");
  const segment = newId();
  await db.execute(sql`
    insert into saved_views (workspace_id, id, operator_id, list, name, query)
    values (${who.workspaceId}, ${segment}, ${operatorId}, 'people', 'German', 'language=de')`);
  const cohort: Cohort = {
    zone: "Europe/Berlin",
    period: { from: START - DAY_MS, to: START + DAY_MS },
  };
  const all = await openTallySource(db, who.workspaceId, cohort);
  const opened = { measures: ["opened"] };
  expect(await all.sums(opened, ["hour"])).toMatchObject([{ day: "2026-09-28T11", n: 5 }]);
  for (const by of [undefined, "version", "channel", "arm", "workflow"] as const) {
    for (const clock of ["wall", "working"] as const) {
      const groups = [...(await all.durations("response", clock, by)).values()].flat();
      expect(groups.reduce((n, { events }) => n + events, 0)).toBe(1);
      expect(groups.reduce((n, { censored }) => n + censored, 0)).toBe(4);
    }
  }
  const [{ x = 0 } = {}] =
    (await all.durations("response", "wall")).get("all")?.filter(({ events }) => events > 0) ?? [];
  expect(Math.round(x / 3_600)).toBe(5);
  const german = await openTallySource(db, who.workspaceId, { ...cohort, segment });
  const [{ n = 0 } = {}] = await german.sums(opened);
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from case_facts where workspace_id = ${who.workspaceId} and locale = 'de'`);
  expect(n).toBe(row?.n);
  expect(n).toBeGreaterThan(0);
});

test("cases that retention lets go of stay in the numbers, also after a recount", async () => {
  const { ctx } = house;
  const who = await begin();
  const ids = await ctx.db.execute<{ id: string }>(
    sql`select id from cases where workspace_id = ${who.workspaceId} order by id`,
  );
  for (const { id } of ids.slice(0, 3)) await doVerb(ctx, who, id, "resolve", {});
  await moveTestClock(ctx, who.workspaceId, START + 60 * DAY_MS);
  await foldAll();
  const before = await sumsAndRecount(ctx.db, who.workspaceId);
  const resolvedOf = async () => {
    const midnight = Date.parse("2026-09-01T00:00:00+02:00");
    const period = { from: midnight, to: midnight + 100 * DAY_MS };
    const zone = "Europe/Berlin";
    const source = await openTallySource(ctx.db, who.workspaceId, { period, zone });
    const all = (await source.durations("resolution", "wall")).get("all") ?? [];
    return all.reduce((sum, { events }) => sum + events, 0);
  };
  const resolved = await resolvedOf();
  await saveSettings(ctx, who, { retention: { closedCaseDays: 7 } });
  expect((await applyRetention(ctx)).closedCaseDays).toBeGreaterThanOrEqual(3);
  await foldAll();
  const after = await sumsAndRecount(ctx.db, who.workspaceId);
  expect(after.kept).toEqual(before.kept);
  expect(await resolvedOf(), "deleted cases count in the curve").toBe(resolved);
  await expectExact(who);
  await rebuildFacts(ctx, who.workspaceId);
  await foldAll();
  expect((await sumsAndRecount(ctx.db, who.workspaceId)).kept).toEqual(before.kept);
});

test("a new zone of the workspace moves its cases to the days they have there", async () => {
  const { ctx } = house;
  const who = await begin();
  await moveTestClock(ctx, who.workspaceId, START + 13 * HOUR_MS + 30 * MINUTE_MS);
  await openSome(who, 3);
  await foldAll();
  await saveSettings(ctx, who, { timeZone: "Pacific/Auckland" });
  await foldAll();
  await expectExact(who);
  const days = await ctx.db.execute<{ day: string; n: number }>(sql`
    select day::text, n::int from rollup_days
    where workspace_id = ${who.workspaceId} and measure = 'opened' order by day`);
  expect([...days].map(({ day }) => day)).toEqual(["2026-09-28", "2026-09-29"]);
});

test("an erased person is in no facts, and the numbers stay", async () => {
  const { ctx } = house;
  const who = await begin();
  await foldAll();
  const opened = await countedIn(who.workspaceId, "opened");
  const [row] = await ctx.db.execute<{ person: string }>(
    sql`select person_id as person from case_facts where workspace_id = ${who.workspaceId} limit 1`,
  );
  await erasePerson(ctx, who, row?.person ?? "");
  const left = () =>
    ctx.db.execute(sql`
    select 1 from case_facts where workspace_id = ${who.workspaceId} and person_id = ${row?.person ?? ""}`);
  expect(await left()).toHaveLength(0);
  await foldAll();
  expect(await left()).toHaveLength(0);
  expect(await countedIn(who.workspaceId, "opened")).toBe(opened);
  await expectExact(who);
});

test("a workspace that cannot be counted does not keep the others from it", async () => {
  const { db } = house.ctx;
  const [broken, sound] = [await begin(), await begin()];
  await db.execute(
    sql.raw(
      `alter table case_facts add constraint broken check (workspace_id <> '${broken.workspaceId}') not valid`,
    ),
  );
  await foldAll();
  expect(await countedIn(sound.workspaceId, "opened")).toBe(5);
  expect(await countedIn(broken.workspaceId, "opened")).toBe(0);
  await db.execute(sql`alter table case_facts drop constraint broken`);
  await foldAll();
  expect(await countedIn(broken.workspaceId, "opened")).toBe(5);
});

test("a calendar that comes or goes has all cases of its workspace counted anew", async () => {
  const { db } = house.ctx;
  const { workspaceId } = await begin();
  const changes = async () => {
    const found = await db.execute(
      sql`select 1 from fact_changes where workspace_id = ${workspaceId}`,
    );
    return found.length;
  };
  await foldAll();
  await db.execute(sql`
    insert into calendars (workspace_id, key, calendar) values (${workspaceId}, 'at', '{}')`);
  expect(await changes()).toBe(5);
  await db.execute(sql`delete from fact_changes where workspace_id = ${workspaceId}`);
  await db.execute(sql`delete from calendars where workspace_id = ${workspaceId}`);
  expect(await changes()).toBe(5);
});

test("a case that cannot be counted is put aside, and the others count", async () => {
  const { ctx } = house;
  const who = await begin();
  await ctx.db.execute(sql`
    update cases set trail = '[1]' where workspace_id = ${who.workspaceId}
      and id = (select id from cases where workspace_id = ${who.workspaceId} order by id limit 1)`);
  await foldAll();
  expect(await countedIn(who.workspaceId, "opened")).toBe(4);
});

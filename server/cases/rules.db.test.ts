import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "@/core/errors";
import { DAY_MS, HOUR_MS, MINUTE_MS, toRfc3339 } from "@/core/time";
import { type Definition, walk } from "@/core/workflow/definition";
import { DEPTH_MAX, randomDefinition, STEP_KINDS } from "@/core/workflow/random-definition";
import { inTransaction } from "@/db/client";
import { foldStepMoves } from "@/db/queries/step-counts";
import { newFloor, runDue } from "../clock/run-due";
import type { Ctx } from "../context";
import { deliverDue } from "../delivery/deliver";
import { receiveEvent } from "../events/receive-event";
import { isRetryable } from "../http/database-error";
import { newId } from "../new-id";
import { savePeople } from "../people/save-people";
import { savePreferences } from "../people/save-preferences";
import { forceLive, setUpCompany, startedByEvents } from "../testing/company";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { countsAndCases, countsAndTimelines } from "../testing/recount";
import { brokenRules, installWitness, unfinished } from "../testing/witness";
import { doVerb, type Who } from "./verbs";

const START = Date.UTC(2026, 10, 24, 9, 12);
const MATTERS = 3;
/** What is left runs out in jumps, so that a year costs a few hundred rounds at most. */
const JUMP_MS = 8 * HOUR_MS;
const JUMPS_MAX = 3_000;

/** One thing somebody does to a random case, or to the person all cases are about. */
const move = fc.record({
  who: fc.nat(1_000),
  what: fc.constantFrom(
    ...["resolve", "acknowledge", "acknowledge", "snooze", "due", "due", "escalate", "escalate"],
    ...["cancel", "reopen", "reopen", "reassign", "answer", "answer", "settle", "again"],
    ...["zone", "preferences"],
  ),
  ms: fc.integer({ min: MINUTE_MS, max: 6 * DAY_MS }),
  n: fc.nat(5),
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

/** Rounds of what happens at once, and how the time goes on after each. */
const rounds = fc.array(
  fc.record({
    moves: fc.array(move, { minLength: 3, maxLength: 9 }),
    pass: fc.oneof(fc.constant("next" as const), fc.integer({ min: 1, max: 2 * DAY_MS })),
  }),
  { minLength: 6, maxLength: 10 },
);

let house: House;
beforeAll(async () => {
  house = await testHouse();
  await installWitness(house.ctx.db);
});
afterAll(() => house.database.drop());

/** A sandbox at its own time, with some workflows, and some matters going through each. */
class Scene {
  readonly ctx: Ctx;
  readonly who: Who;
  readonly keys: string[];
  now = START;

  constructor(ctx: Ctx, who: Who, keys: string[]) {
    this.ctx = ctx;
    this.who = who;
    this.keys = keys;
  }

  static async open(ctx: Ctx, definitions: readonly Definition[]): Promise<Scene> {
    const who = await newWorkspace(ctx);
    await setUpCompany(ctx, who);
    const keys = definitions.map((_, i) => `w${i}`);
    for (const [i, definition] of definitions.entries()) {
      await forceLive(ctx, who, `w${i}`, startedByEvents(definition, `w${i}`));
    }
    const scene = new Scene(ctx, who, keys);
    await scene.goTo(START);
    const openings = keys.flatMap((key) =>
      Array.from({ length: MATTERS }, (_, n) => scene.event(key, "created", n)),
    );
    await Promise.all(openings);
    return scene;
  }

  async goTo(now: number): Promise<void> {
    this.now = now;
    await this.ctx.db.execute(sql`
      update workspaces set clock_at = to_timestamp(${now} / 1000.0) where id = ${this.who.workspaceId}`);
  }

  event(key: string, name: string, n: number, dueInMs = 18 * DAY_MS) {
    // The last matter has no due date: what counts from it waits until there is one.
    const due = n === MATTERS - 1 ? {} : { due_date: toRfc3339(this.now + dueInMs) };
    const data = { id: String(n), amount: 120, starts_at: "2026-12-01T09:00:00Z", ...due };
    const full = name.includes(".") ? name : `${key}.${name}`;
    return receiveEvent(this.ctx, this.who.workspaceId, { name: full, person: "mara", data });
  }

  /** Two workers, and whoever else does something now. */
  async together(others: readonly Promise<unknown>[]): Promise<void> {
    await Promise.all([this.#work(), this.#work(), this.#fold(), this.#fold(), ...others]);
    await this.#work();
  }

  async #work(): Promise<void> {
    const clock = { kind: "test" as const, workspaceId: this.who.workspaceId, now: this.now };
    const workerId = newId();
    const floor = newFloor();
    for (let idle = 0; idle < 2; ) {
      const { claimed: cases } = await repeated(() => runDue(this.ctx, { clock, floor }));
      const { claimed } = await repeated(() => deliverDue(this.ctx, { workerId, clock }));
      idle = cases + claimed === 0 ? idle + 1 : 0;
    }
  }

  #fold(): Promise<number> {
    return inTransaction(this.ctx.db, foldStepMoves);
  }

  async nextDue(): Promise<number | null> {
    const [row] = await this.ctx.db.execute<{ at: number | null }>(sql`
      select ceil(date_part('epoch', least(
        (select min(next_action_at) from cases where workspace_id = ${this.who.workspaceId}),
        (select min(deliver_at) from messages where workspace_id = ${this.who.workspaceId}))) * 1000) as at`);
    return row?.at ?? null;
  }

  async do({ who: nth, what, ms, n }: Move): Promise<unknown> {
    const { ctx, who } = this;
    const key = this.keys[nth % this.keys.length] ?? "";
    if (what === "answer") return this.event(key, "form.sent", n % MATTERS);
    if (what === "settle") return this.event(key, "done", n % MATTERS);
    if (what === "again") return this.event(key, "created", n % MATTERS, ms);
    const zones = ["America/New_York", "Asia/Kolkata", "Pacific/Auckland"] as const;
    const timeZone = zones[n % zones.length] ?? "UTC";
    if (what === "zone") {
      const mara = { id: "mara", name: "Mara", email: "mara@example.com", managerId: "lena" };
      return savePeople(ctx, who, [{ ...mara, timeZone }]);
    }
    if (what === "preferences") {
      const frequencies = ["as_it_happens", "daily", "off", "last_reminder"] as const;
      const frequency = frequencies[n % frequencies.length] ?? "off";
      const days = ["mon" as const, "tue" as const, "fri" as const];
      const quietHours = n % 2 === 0 ? [] : [{ days, from: "21:00", to: "07:00" }];
      const tasks = { channels: {}, frequency, digestAt: null };
      const unset = { pausedUntil: null, preferredChannel: null };
      const choice = { timeZone, locale: null, ...unset, quietHours };
      return savePreferences(ctx, who, "mara", { ...choice, topics: { tasks } });
    }
    const rows = await ctx.db.execute<{ id: string }>(
      sql`select id from cases where workspace_id = ${who.workspaceId} order by id`,
    );
    const later = toRfc3339(this.now + ms);
    const params: Record<string, object> = {
      snooze: { until: later },
      due: { dueAt: toRfc3339(this.now + ms - 2 * DAY_MS) },
      cancel: { reason: "test" },
      reassign: n % 2 === 0 ? { personId: "max" } : { team: "billing" },
    };
    const verb = what as Parameters<typeof doVerb>[3];
    return doVerb(ctx, who, rows[nth % rows.length]?.id ?? "", verb, params[what] ?? {});
  }

  async check(): Promise<void> {
    const { ctx, who } = this;
    expect(await brokenRules(ctx.db, who.workspaceId)).toEqual([]);
    const byCases = await countsAndCases(ctx.db, who.workspaceId);
    expect(byCases.counted).toEqual(byCases.recounted);
    const byTimelines = await countsAndTimelines(ctx.db, who.workspaceId);
    expect(byTimelines.counted).toEqual(byTimelines.recounted);
  }
}

/** Repeats what PostgreSQL stopped to resolve a deadlock, as every caller is told to. */
async function repeated<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error)) throw error;
    }
  }
}

/** A refusal is an answer: the case was closed meanwhile, or the workflow has no escalation. */
const attempted = (work: () => Promise<unknown>) =>
  repeated(work).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
  });

test("whatever happens at once, in whatever order, on many connections: the rules hold, and everything ends", {
  timeout: 120_000,
}, async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(randomDefinition, { minLength: 4, maxLength: 4 }),
      rounds,
      async (definitions, happening) => {
        for (const definition of definitions) {
          for (const { step, depth } of walk(definition)) kinds.add(`${step.kind} ${depth}`);
        }
        const scene = await Scene.open(house.ctx, definitions);
        for (const { moves, pass } of happening) {
          await scene.together(moves.map((one) => attempted(() => scene.do(one))));
          await scene.check();
          const next = await scene.nextDue();
          await scene.goTo(pass === "next" ? (next ?? scene.now) : scene.now + pass);
        }
        let jumps = 0;
        for (let due = await scene.nextDue(); due !== null; due = await scene.nextDue()) {
          await scene.goTo(Math.max(due, scene.now + JUMP_MS));
          await scene.together([]);
          jumps += 1;
          expect(jumps, "it never ends").toBeLessThan(JUMPS_MAX);
        }
        await scene.check();
        expect(await unfinished(scene.ctx.db, scene.who.workspaceId)).toEqual([]);
        const stuck = await scene.ctx.db.execute(sql`
          select id, step, waiting_for from cases where workspace_id = ${scene.who.workspaceId}
            and status = 'open' and waiting_for not in ('due_date', 'operator')`);
        expect([...stuck]).toEqual([]);
      },
    ),
    { numRuns: 6, endOnFailure: true },
  );
  // Otherwise this run has shown little.
  expect([...new Set([...kinds].map((kind) => kind.split(" ")[0]))].toSorted()).toEqual(
    STEP_KINDS.toSorted(),
  );
  expect([...kinds].some((kind) => kind.endsWith(String(DEPTH_MAX)))).toBe(true);
  const [seen] = await house.ctx.db.execute<{ left: number; ended: number; reopened: number }>(sql`
    select count(*) filter (where now_is = 'sent')::int as left,
      count(*) filter (where what = 'case' and was = 'open')::int as ended,
      count(*) filter (where what = 'case' and now_is = 'open')::int as reopened from witness`);
  expect(Math.min(seen?.left ?? 0, seen?.ended ?? 0)).toBeGreaterThan(20);
  expect(seen?.reopened).toBeGreaterThan(0);
  const [counts] = await house.ctx.db.execute<{ folded: number }>(
    sql`select coalesce(sum(n), 0)::int as folded from step_counts`,
  );
  expect(counts?.folded).toBeGreaterThan(100);
});

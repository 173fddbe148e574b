import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDuration } from "@/core/calendar/duration";
import { runScenario, type ScenarioRun } from "@/core/case/run-scenario";
import { type Behaviour, Scenario } from "@/core/case/scenario";
import { ScenarioTest } from "@/core/case/scenario-test";
import type { SimulationFacts } from "@/core/case/simulation-facts";
import { worldOf } from "@/core/case/world-of";
import type { FrequencyLimits } from "@/core/delivery/caps";
import type { MessageRequest } from "@/core/delivery/request";
import { DAY_MS, type Instant, toRfc3339 } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition, walk } from "@/core/workflow/definition";
import { DEPTH_MAX, STEP_KINDS } from "@/core/workflow/random-definition";
import { workspaces } from "@/db/schema";
import { saveCalendar } from "../calendars/save-calendar";
import type { Who } from "../cases/verbs";
import { runInstant } from "../clock/test-clock";
import type { Ctx } from "../context";
import { type Acted, answerCalls, carryOut, sentOf } from "../testing/carried-out";
import { addCompanies, CONTENTS, inCompany, nameIn, PEOPLE_IN_COMPANY } from "../testing/companies";
import { type House, newWorkspace, openMany, testHouse } from "../testing/house";
import {
  documentsOf,
  PLAIN,
  SIMULATED_FROM,
  type SimulatedDocument,
} from "../testing/simulated-documents";
import { sourceSeed } from "../testing/source-seed";
import { loadSimulationFacts, SIMULATION_PEOPLE_MAX } from "./simulation-facts";

/** Random documents that are simulated and run. */
const DOCUMENTS = Number(process.env.SIMULATED_DOCUMENTS ?? 1_000);
/** From so many on, every kind of step and outcome is among them. */
const ENOUGH = 500;
/** Documents whose facts are read together: no more people than a simulation knows. */
const GROUP = Math.floor(SIMULATION_PEOPLE_MAX / PEOPLE_IN_COMPANY) - 1;
/** Scenes that are played at once: each waits for the database most of its time. */
const SCENES = 3;
const LAST = SIMULATED_FROM + 3 * 365 * DAY_MS;
const MOMENTS_MAX = 100_000;

/** What becomes of messages: the rarer of these need a few hundred documents. */
const CODES_SEEN =
  "sent.plan fail.render fail.bounced skip.responded skip.case_closed skip.suppressed \
skip.fallback_unneeded skip.pref_channel skip.pref_topic skip.no_consent skip.holdout skip.not_told".split(
    /\s+/,
  );

/** A message and the end of a case, as far as both worlds must agree. */
type Fate = string;
const fateOf = (m: {
  step: string;
  visit: number;
  channel: string;
  personId: string;
  status: string;
  code: string | null;
  request: Pick<MessageRequest, "preferred">;
  sentAt: Instant | null;
}): Fate => {
  const { step, visit, channel, personId, status, code, request, sentAt } = m;
  const { preferred } = request;
  return [
    ...[step, visit, channel, personId, status, code],
    `${preferred ? "preferred" : "ordered"} ${sentAt && toRfc3339(sentAt)}`,
  ].join(" ");
};

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

test(`${DOCUMENTS} random documents and scenarios: the simulation gives the same messages at the same moments as the worker on a moved clock`, {
  timeout: 1_200_000,
}, async () => {
  const seed = Number(process.env.SIMULATED_SEED ?? sourceSeed());
  const documents = documentsOf(seed, DOCUMENTS);
  const kinds = new Set(
    documents.flatMap(({ definition }) =>
      [...walk(definition)].map(({ step, depth }) => `${step.kind} ${depth}`),
    ),
  );
  const tally = { messages: 0, preferred: 0, codes: new Set<string>() };
  const play = async (some: SimulatedDocument[]): Promise<void> => {
    const scene = await Scene.open(house.ctx, some);
    await scene.play();
    for (const { n, simulated, real } of await scene.compared()) {
      expect(simulated, `document ${n} of seed ${seed}`).toEqual(real);
      tally.messages += simulated.messages.length;
      for (const fate of simulated.messages) {
        const [, , , , , code = "", order] = fate.split(" ");
        tally.codes.add(code);
        if (order === "preferred") tally.preferred += 1;
      }
    }
  };
  await Promise.all(slicesOf(documents, Math.ceil(documents.length / SCENES)).map(play));
  if (DOCUMENTS < ENOUGH) return;
  // Otherwise this run has shown little.
  expect([...new Set([...kinds].map((kind) => kind.split(" ")[0]))].toSorted()).toEqual(
    STEP_KINDS.toSorted(),
  );
  expect([...kinds].some((kind) => kind.endsWith(String(DEPTH_MAX)))).toBe(true);
  expect(tally.messages).toBeGreaterThan(3 * DOCUMENTS);
  expect(tally.preferred).toBeGreaterThan(DOCUMENTS / 50);
  expect([...tally.codes]).toEqual(expect.arrayContaining(CODES_SEEN));
});

test("with limits on how much a person gets, and what is collected because of them, both agree as well", {
  timeout: 600_000,
}, async () => {
  const seed = Number(process.env.SIMULATED_SEED ?? sourceSeed());
  const codes = new Set<string>();
  const limits: FrequencyLimits[] = [
    { perDay: 1 },
    { perWeek: 2, gapMinutes: 90 },
    { channels: { email: { perDay: 1 }, sms: { perWeek: 1 }, in_app: { perDay: 1 } } },
  ];
  for (const frequencyLimits of limits) {
    const documents = documentsOf(seed, Math.ceil(DOCUMENTS / 5));
    const scene = await Scene.open(house.ctx, documents, async (ctx, { workspaceId }) => {
      await ctx.db
        .update(workspaces)
        .set({ frequencyLimits })
        .where(eq(workspaces.id, workspaceId));
    });
    await scene.play();
    for (const { n, simulated, real } of await scene.compared()) {
      const said = `document ${n} of seed ${seed}, ${JSON.stringify(frequencyLimits)}`;
      expect(simulated, said).toEqual(real);
      for (const fate of simulated.messages) codes.add(fate.split(" ")[5] ?? "");
    }
  }
  if (DOCUMENTS < ENOUGH) return;
  expect(codes.size).toBeGreaterThan(5);
});

const HOLIDAYS = Definition.parse({
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  subject: "A matter",
  due: { from: "data.due_date" },
  stages: [
    {
      id: "a",
      name: "A",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "t-email" }] },
        { id: "w1", kind: "wait", until: { due: "PT0S" }, at: "09:00", days: "business" },
        { id: "s2", kind: "send", channels: [{ email: "t-email" }] },
        { id: "w2", kind: "wait", for: { businessDays: 2 } },
        { id: "s3", kind: "send", channels: [{ email: "t-email" }] },
      ],
    },
  ],
});
/** Divisible by the size of every team. */
const TEAM_SIZES_MULTIPLE = 60;
const WEDNESDAY = "2026-12-09";

test("a public holiday that is added moves the same messages for the simulation and the worker", async () => {
  const play = async (n: number, list: unknown[]) => {
    const scenario = Scenario.parse({ behaviours: list });
    const definition = inCompany(n, HOLIDAYS);
    const data = { amount: 120, due_date: WEDNESDAY };
    const one = { n, definition, primary: PLAIN, isDue: true, nickname: false, scenario, data };
    // A workspace of its own: everybody's calendar has the holiday.
    const scene = await Scene.open(house.ctx, [one], workCalendar);
    await scene.play();
    const [compared] = await scene.compared();
    expect(compared?.simulated).toEqual(compared?.real);
    return compared?.simulated.messages.map((fate) => fate.split(" ").slice(-1)[0]?.slice(0, 10));
  };
  const holiday = { do: "holiday", at: { after: "PT10S" } };
  expect(await play(0, [])).toEqual(["2026-11-24", WEDNESDAY, "2026-12-11"]);
  expect(await play(1, [holiday])).toEqual(["2026-11-24", "2026-12-10", "2026-12-14"]);
  const later = { ...holiday, on: "2026-12-11", at: { message: 2, after: "PT1H" } };
  expect(await play(2, [later])).toEqual(["2026-11-24", WEDNESDAY, "2026-12-14"]);
});

async function workCalendar(ctx: Ctx, who: Who): Promise<void> {
  const days = ["mon", "tue", "wed", "thu", "fri"] as const;
  const hours = [{ days: [...days], from: "09:00", to: "17:00" }];
  const holidays = { country: null, extra: [], except: [] };
  await saveCalendar(ctx, who, "work", { timeZone: "UTC", hours, holidays });
  await ctx.db.execute(sql`update workspaces set calendar = 'work' where id = ${who.workspaceId}`);
}

type Played = Acted & {
  document: SimulatedDocument;
  run: ScenarioRun;
  levels: Set<number>;
  sent: number;
};

/** Some documents, each with its own company and case, in one sandbox under its own clock. */
class Scene {
  readonly #ctx: Ctx;
  readonly #who: Who;
  readonly #calls: { caseId: string; step: string }[] = [];
  readonly #played: Played[] = [];
  readonly #byCase = new Map<string, Played>();
  #agenda: { at: Instant; played: Played; behaviour: Behaviour }[] = [];
  #now: Instant = SIMULATED_FROM;

  private constructor(ctx: Ctx, who: Who) {
    const enqueue: Ctx["enqueue"] = async (_tx, name, payload) => {
      if (name === "case.call") this.#calls.push(payload as { caseId: string; step: string });
    };
    this.#ctx = { ...ctx, enqueue };
    this.#who = who;
  }

  static async open(
    ctx: Ctx,
    documents: readonly SimulatedDocument[],
    prepare?: (ctx: Ctx, who: Who) => Promise<void>,
  ): Promise<Scene> {
    const who = await newWorkspace(ctx);
    await prepare?.(ctx, who);
    const scene = new Scene(ctx, who);
    await addCompanies(ctx, who.workspaceId, documents, SIMULATED_FROM);
    await scene.#goTo(SIMULATED_FROM);
    for (const group of slicesOf(documents, GROUP)) {
      // Before any of their cases is open: a simulation knows nothing of the case it stands for.
      const facts = await loadSimulationFacts(ctx, who.workspaceId, {
        definition: allOf(group),
        personIds: group.map(({ n }) => nameIn(n, "mara")),
      });
      for (const one of group) await scene.#start(one, facts);
    }
    return scene;
  }

  async #start(one: SimulatedDocument, facts: SimulationFacts): Promise<void> {
    const { n, definition, scenario, data } = one;
    const personId = nameIn(n, "mara");
    const program = compile(definition, { workflow: nameIn(n, "w"), version: 1 });
    const person = { id: personId };
    const startAt = toRfc3339(SIMULATED_FROM);
    const asked = ScenarioTest.parse({ key: "k", name: "k", person, data, startAt, scenario });
    const run = runScenario(program, asked, facts, CONTENTS);
    const world = worldOf(facts, person, { definition, templates: CONTENTS });
    const [caseId = ""] = await openMany(this.#ctx, this.#who, nameIn(n, "w"), [
      // A simulated case is number 0, and whose turn it is in a team goes by the number.
      { personId, data, number: (n + 1) * TEAM_SIZES_MULTIPLE },
    ]);
    const order = new Map(run.simulation.messages.map((m) => [placeName(m), m.number]));
    const placeOf = (m: Parameters<typeof placeName>[0]) => order.get(placeName(m)) ?? -1;
    const played: Played = {
      ...{ caseId, personId, scenario, world, placeOf, document: one, run },
      levels: new Set(),
      sent: 0,
    };
    this.#played.push(played);
    this.#byCase.set(caseId, played);
    this.#schedule(played, ({ at: moment }) => !("message" in moment) && !("level" in moment));
  }

  #schedule(played: Played, which: (behaviour: Behaviour) => boolean): void {
    for (const behaviour of played.scenario.behaviours.filter(which)) {
      const moment = addDuration(this.#now, behaviour.at.after, played.world.zone);
      this.#agenda.push({ at: moment, played, behaviour });
    }
    this.#agenda.sort((a, b) => a.at - b.at);
  }

  async #goTo(now: Instant): Promise<void> {
    this.#now = now;
    await this.#ctx.db.execute(sql`
      update workspaces set clock_at = to_timestamp(${now} / 1000.0) where id = ${this.#who.workspaceId}`);
  }

  /** Runs to the end, moment by moment: first what people do, then the worker. */
  async play(): Promise<void> {
    // What opening a case calls is answered at that moment.
    await this.#work();
    await this.#look();
    for (let moments = 0; ; moments++) {
      expect(moments, "it never ends").toBeLessThan(MOMENTS_MAX);
      const due = (await this.#nextDue()) ?? Number.POSITIVE_INFINITY;
      const next = Math.min(due, this.#agenda[0]?.at ?? Number.POSITIVE_INFINITY);
      if (next > LAST) return;
      await this.#goTo(Math.max(next, this.#now));
      while ((this.#agenda[0]?.at ?? Number.POSITIVE_INFINITY) <= this.#now) {
        const task = this.#agenda.shift();
        if (task) await carryOut(this.#ctx, this.#who, task.played, task.behaviour, this.#now);
      }
      await this.#work();
      await this.#look();
    }
  }

  async #work(): Promise<void> {
    await runInstant(this.#ctx, this.#who.workspaceId);
    for (;;) {
      const calls = this.#calls.splice(0);
      if (calls.length === 0) return;
      await answerCalls(this.#ctx, this.#who, calls, this.#now);
    }
  }

  async #nextDue(): Promise<Instant | null> {
    const [row] = await this.#ctx.db.execute<{ at: number | null }>(sql`
      select round(date_part('epoch', least(
        (select min(next_action_at) from cases where workspace_id = ${this.#who.workspaceId}),
        (select min(deliver_at) from messages where workspace_id = ${this.#who.workspaceId}))) * 1000)::float8 as at`);
    return row?.at ?? null;
  }

  /** Behaviours that wait for what has happened at this moment. */
  async #look(): Promise<void> {
    const { workspaceId } = this.#who;
    const sent = await this.#ctx.db.execute<{ caseId: string; n: number }>(sql`
      select case_id as "caseId", count(*)::int as n from messages
      where workspace_id = ${workspaceId} and sent_at = to_timestamp(${this.#now} / 1000.0)
      group by 1`);
    for (const { caseId } of sent) {
      const played = this.#byCase.get(caseId);
      if (!played) continue;
      const all = await sentOf(this.#ctx, this.#who, played);
      const before = played.sent;
      played.sent = all.length;
      this.#schedule(
        played,
        ({ at: m }) => "message" in m && m.message > before && m.message <= all.length,
      );
    }
    // Read from the timeline: a level can be over in the breath in which it began.
    const levels = await this.#ctx.db.execute<{ caseId: string; level: number }>(sql`
      select case_id as "caseId", (entry->'params'->>'level')::int as level
      from case_decisions, jsonb_array_elements(entries) as entry
      where workspace_id = ${workspaceId} and at = to_timestamp(${this.#now} / 1000.0)
        and entry->>'code' in ('esc.started', 'esc.level_up')`);
    for (const { caseId, level } of levels) {
      const played = this.#byCase.get(caseId);
      if (!played || played.levels.has(level)) continue;
      played.levels.add(level);
      this.#schedule(played, ({ at: m }) => "level" in m && m.level === level);
    }
  }

  async compared() {
    const { workspaceId } = this.#who;
    type Row = Parameters<typeof fateOf>[0] & { caseId: string };
    const rows = await this.#ctx.db.execute<Row>(sql`
      select case_id as "caseId", step, visit, channel, person_id as "personId", status, code,
        request, round(date_part('epoch', sent_at) * 1000)::float8 as "sentAt"
      from messages where workspace_id = ${workspaceId}`);
    const cases = await this.#ctx.db.execute<{
      id: string;
      status: string;
      at: Instant | null;
    }>(sql`
      select id, status, round(date_part('epoch', closed_at) * 1000)::float8 as at
      from cases where workspace_id = ${workspaceId}`);
    const byCase = Map.groupBy(rows, ({ caseId }) => caseId);
    const ends = new Map(cases.map(({ id, status, at: closed }) => [id, endOf(status, closed)]));
    return this.#played.map(({ caseId, document: { n }, run: { simulation } }) => {
      const { end, messages } = simulation;
      const closedAt = end.status === "open" ? null : end.at;
      return {
        n,
        simulated: {
          messages: messages.map(fateOf).toSorted(),
          end: endOf(end.status, closedAt),
        },
        real: {
          messages: (byCase.get(caseId) ?? []).map(fateOf).toSorted(),
          end: ends.get(caseId) ?? "",
        },
      };
    });
  }
}

const slicesOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size),
  );

/** A definition that names everybody these name. */
function allOf(documents: readonly SimulatedDocument[]): Definition {
  const [first] = documents;
  if (!first) throw new Error("no documents");
  const sections = documents.map(({ definition }) => definition);
  const stages = sections.flatMap(({ stages: own, resolution, expiry }) => [
    ...own,
    { id: "resolution", name: "Resolution", steps: resolution?.steps ?? [] },
    { id: "expiry", name: "Expiry", steps: expiry?.steps ?? [] },
  ]);
  return { ...first.definition, stages };
}

const endOf = (status: string, at: Instant | null) =>
  `${status} ${at === null ? "" : toRfc3339(at)}`;

const placeName = (m: { step: string; visit: number; channel: string; personId: string }) =>
  [m.step, m.visit, m.channel, m.personId].join(" ");

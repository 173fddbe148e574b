import { sql } from "drizzle-orm";
import { addDuration } from "@/core/calendar/duration";
import { runScenario, type ScenarioRun } from "@/core/case/run-scenario";
import type { Behaviour } from "@/core/case/scenario";
import { ScenarioTest } from "@/core/case/scenario-test";
import type { SimulationFacts } from "@/core/case/simulation-facts";
import { worldOf } from "@/core/case/world-of";
import type { MessageRequest } from "@/core/delivery/request";
import { DAY_MS, type Instant, toRfc3339 } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import type { Definition } from "@/core/workflow/definition";
import type { Who } from "../cases/verbs";
import { runInstant } from "../clock/test-clock";
import type { Ctx } from "../context";
import { loadSimulationFacts, SIMULATION_PEOPLE_MAX } from "../workflows/simulation-facts";
import { type Acted, answerCalls, carryOut, sentOf } from "./carried-out";
import { addCompanies, CONTENTS, nameIn, PEOPLE_IN_COMPANY } from "./companies";
import { newWorkspace, openMany } from "./house";
import { SIMULATED_FROM, type SimulatedDocument } from "./simulated-documents";

/** Divisible by the size of every team. */
const TEAM_SIZES_MULTIPLE = 60;
/** Documents whose facts are read together: no more people than a simulation knows. */
const GROUP = Math.floor(SIMULATION_PEOPLE_MAX / PEOPLE_IN_COMPANY) - 1;
const LAST = SIMULATED_FROM + 3 * 365 * DAY_MS;
const MOMENTS_MAX = 100_000;

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

type Played = Acted & {
  document: SimulatedDocument;
  run: ScenarioRun;
  levels: Set<number>;
  sent: number;
};

/** Some documents, each with its own company and case, in one sandbox under its own clock. */
export class Scene {
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
      if (moments >= MOMENTS_MAX) throw new Error("It never ends");
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

export const slicesOf = <T>(all: readonly T[], size: number): T[][] =>
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

import type { Template } from "@/core/template/content";
import { DAY_MS, type Instant } from "@/core/time";
import type { Program } from "@/core/workflow/program";
import { agenda } from "./agenda";
import type { CaseFacts } from "./facts";
import { newCase } from "./opening";
import type { Scenario } from "./scenario";
import { behave, messageOf } from "./simulated-behaviour";
import { deliverToEveryone } from "./simulated-delivery";
import {
  answerCall,
  deliverNow,
  happen,
  isPending,
  RANK,
  schedule,
  type World,
} from "./simulated-world";
import type { Deliver, Reaches, Simulation } from "./simulation";
import type { Actor } from "./state";

export const SIMULATED_EVENTS_MAX = 5_000;
export const SIMULATED_DAYS_MAX = 3 * 365;

export type Simulated = {
  facts: CaseFacts;
  /** Contents by key: what their buttons do. */
  templates?: ReadonlyMap<string, Pick<Template, "content" | "locales" | "topic">>;
  scenario: Scenario;
  /** When the case opens. */
  from: Instant;
  dueAt: Instant | null;
  /** Take the place of those in `facts`. */
  data?: Record<string, unknown>;
  subject?: string;
  by?: Actor;
  /** What becomes of a message at its moment. Default: it is sent, unless the scenario prevents it. */
  deliver?: Deliver;
  /** Whether a preferred channel reaches somebody. Default: as `facts` says. */
  reaches?: Reaches;
  /** False for people whose opens may not be looked at. Default: everybody's may. */
  isTracked?: (personId: string) => boolean;
  /** Whether somebody gets emails of a topic that they can stop. Default: everybody does. */
  canStop?: (personId: string, topic: string) => boolean;
};

/**
 * A case from its opening to its end on a virtual clock, with scripted people: `advance` of
 * production, in the order in which things fall due. Stops after `SIMULATED_EVENTS_MAX` events or
 * `SIMULATED_DAYS_MAX` days (`end.cut` says so), or when nothing more will happen by itself.
 */
export function simulate(program: Program, given: Simulated): Simulation {
  const world = begin(program, given);
  const { from, by = { kind: "api", name: "simulation" } } = given;
  for (const behaviour of given.scenario.behaviours) {
    const { at } = behaviour;
    if (!("message" in at) && !("level" in at)) schedule(world, behaviour);
  }
  happen(world, { type: "opened", at: from, by });
  const cut = run(world, from + SIMULATED_DAYS_MAX * DAY_MS);
  const { state, entries, messages } = world;
  const { status, outcome, waitingFor } = state;
  return {
    entries,
    messages,
    visited: [...world.visited],
    end: { status, at: state.closedAt ?? world.now, outcome, waitingFor, cut },
  };
}

function run(world: World, last: Instant): "events" | "days" | null {
  for (let n = 0; ; n++) {
    const next = world.agenda.next();
    const tasksAt = next?.at ?? Number.POSITIVE_INFINITY;
    const wakesAt = world.state.nextActionAt ?? Number.POSITIVE_INFINITY;
    const at = Math.min(tasksAt, wakesAt);
    if (at === Number.POSITIVE_INFINITY) return null;
    if (at > last) return isUnfinished(world) ? "days" : null;
    if (n >= SIMULATED_EVENTS_MAX) return "events";
    world.now = Math.max(world.now, at);
    // At one moment the worker wakes cases first, then delivers; what people do comes before both.
    const isBehaviour = next?.rank === RANK.behaviour;
    if (tasksAt < wakesAt || (tasksAt === wakesAt && isBehaviour)) doTask(world);
    else happen(world, { type: "woke", at: world.now });
  }
}

const isUnfinished = ({ state, messages }: World): boolean =>
  state.status === "open" || state.nextActionAt !== null || messages.some(isPending);

function doTask(world: World): void {
  const task = world.agenda.take();
  if (task?.type === "call") answerCall(world, task.step);
  if (task?.type === "message") deliverNow(world, task.message, task.lookAt);
  if (task?.type !== "behaviour") return;
  const { behaviour } = task;
  const message = messageOf(world, behaviour)?.id ?? null;
  const { now: at } = world;
  const entry = { at, kind: "behaviour" as const, behaviour, done: true, message };
  world.entries.push(entry);
  entry.done = behave(world, behaviour);
}

function begin(program: Program, given: Simulated): World {
  const { facts, from, dueAt, scenario, templates = new Map() } = given;
  const zone = facts.person.timeZone ?? facts.workspace.timeZone;
  const messages: World["messages"] = [];
  const { reaches } = given;
  const world: World = {
    program,
    scenario,
    templates,
    zone,
    messages,
    deliver: given.deliver ?? deliverToEveryone(zone, program.definition.topic),
    agenda: agenda(),
    entries: [],
    planned: new Set(),
    lookAt: new Map(),
    unsubscribed: new Set(),
    bounced: new Set(),
    collected: new Set(),
    levelsSeen: new Set(),
    pressed: new Set(),
    visited: new Set(),
    isTracked: given.isTracked ?? (() => true),
    canStop: given.canStop ?? (() => true),
    facts: {
      ...facts,
      case: { ...facts.case, subject: given.subject ?? facts.case.subject },
      data: given.data ?? facts.data,
      messages,
      ...(reaches && { reaches: (asked) => reaches(asked, world, world.now) }),
    },
    state: newCase(from, dueAt),
    now: from,
    sentCount: 0,
  };
  return world;
}

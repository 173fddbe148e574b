import { addDuration } from "@/core/calendar/duration";
import { isCollecting } from "@/core/delivery/bundle";
import type { Template } from "@/core/template/content";
import type { Instant } from "@/core/time";
import type { Program } from "@/core/workflow/program";
import { advance } from "./advance";
import type { Agenda } from "./agenda";
import type { CaseEvent } from "./case-event";
import type { Effect, PlannedMessage } from "./effect";
import type { CaseFacts } from "./facts";
import type { Behaviour, Scenario } from "./scenario";
import type { Deliver, SimulatedMessage, SimulationEntry } from "./simulation";
import type { CaseState } from "./state";

/**
 * At one moment an answer comes before a message: what is answered is not sent any more. Messages
 * follow in the order in which they were planned: their place is added to the rank. A call takes its
 * time: what leaves at once leaves before its answer.
 */
export const RANK = { behaviour: 0, message: 1, call: Number.MAX_SAFE_INTEGER } as const;

export type Task =
  | { type: "behaviour"; behaviour: Behaviour }
  | { type: "call"; step: string }
  | { type: "message"; message: SimulatedMessage; lookAt: Instant };

/** One simulation under way: what a database would hold. */
export type World = {
  readonly program: Program;
  readonly scenario: Scenario;
  readonly templates: ReadonlyMap<string, Pick<Template, "content" | "locales" | "topic">>;
  readonly deliver: Deliver;
  readonly zone: string;
  readonly agenda: Agenda<Task>;
  readonly entries: SimulationEntry[];
  readonly messages: SimulatedMessage[];
  /** Unique as in the database: case, step, visit, channel, person. */
  readonly planned: Set<string>;
  readonly lookAt: Map<SimulatedMessage, Instant>;
  readonly unsubscribed: Set<string>;
  readonly bounced: Set<string>;
  readonly collected: Set<SimulatedMessage>;
  readonly levelsSeen: Set<number>;
  /** Buttons that were pressed, by message and action. */
  readonly pressed: Set<string>;
  readonly visited: Set<string>;
  readonly isTracked: (personId: string) => boolean;
  readonly canStop: (personId: string, topic: string) => boolean;
  facts: CaseFacts;
  state: CaseState;
  now: Instant;
  sentCount: number;
};

/** Gives an event to the case and carries out what follows. False when the case refused it. */
export function happen(world: World, event: CaseEvent): boolean {
  const { program } = world;
  const { state, effects, refused, steps } = advance(program, world.state, event, world.facts);
  for (const step of steps) if (step !== "") world.visited.add(step);
  world.state = state;
  for (const effect of effects) carryOut(world, effect);
  return refused === null;
}

function carryOut(world: World, effect: Effect): void {
  const { now, entries } = world;
  switch (effect.type) {
    case "log": {
      const { decision } = effect;
      entries.push({ at: now, kind: "decision", decision });
      const level = decision.params?.level;
      const broughtIn = decision.code === "esc.started" || decision.code === "esc.level_up";
      if (broughtIn && typeof level === "number") scheduleForLevel(world, level);
      return;
    }
    case "plan_message":
      planMessage(world, effect.message);
      return;
    case "stop_messages":
      for (const message of world.messages) {
        if (!isPending(message) || (message.request.ending && !effect.endingToo)) continue;
        settleMessage(world, message, "not_sent", effect.code, effect.params);
      }
      return;
    case "recheck_messages":
      for (const message of world.messages) {
        if (message.status === "held") lookAgainAt(world, message, now);
      }
      return;
    case "update_person": {
      const { person } = world.facts;
      const attributes = { ...person.attributes, ...effect.attributes };
      world.facts = { ...world.facts, person: { ...person, attributes } };
      return;
    }
    case "call":
      world.agenda.add(now, RANK.call, { type: "call", step: effect.step });
      return;
    case "notify_webhook":
      return;
  }
}

export function answerCall(world: World, step: string): void {
  const { ok, answer } = world.scenario.calls?.[step] ?? { ok: true, answer: null };
  happen(world, { type: "call_answered", at: world.now, step, ok, answer });
}

function scheduleForLevel(world: World, level: number): void {
  if (world.levelsSeen.has(level)) return;
  world.levelsSeen.add(level);
  for (const behaviour of world.scenario.behaviours) {
    if ("level" in behaviour.at && behaviour.at.level === level) schedule(world, behaviour);
  }
}

/** Puts a behaviour on the agenda, its time counted from now. */
export function schedule(world: World, behaviour: Behaviour): void {
  const at = addDuration(world.now, behaviour.at.after, world.zone);
  world.agenda.add(at, RANK.behaviour, { type: "behaviour", behaviour });
}

function planMessage(world: World, planned: PlannedMessage): void {
  const { deliverAt, ...message } = planned;
  const key = [message.step, message.visit, message.channel, message.personId].join("\u0000");
  if (world.planned.has(key)) return;
  world.planned.add(key);
  const simulated: SimulatedMessage = {
    ...message,
    id: `m${world.messages.length + 1}`,
    number: null,
    plannedAt: world.now,
    deliverAt,
    status: "planned",
    code: "planned",
    params: {},
    to: null,
    content: null,
    sentAt: null,
    deliveredAt: null,
    openedAt: null,
    clickedAt: null,
    repliedAt: null,
  };
  world.messages.push(simulated);
  lookAgainAt(world, simulated, Math.max(deliverAt, world.now));
}

function lookAgainAt(world: World, message: SimulatedMessage, at: Instant): void {
  world.lookAt.set(message, at);
  world.agenda.add(at, RANK.message + world.messages.indexOf(message), {
    type: "message",
    message,
    lookAt: at,
  });
}

export const isPending = ({ status }: SimulatedMessage): boolean =>
  status === "planned" || status === "held";

/** A message's moment has come: delivery decides. Tasks that were overtaken do nothing. */
export function deliverNow(world: World, message: SimulatedMessage, lookAt: Instant): void {
  if (!isPending(message) || world.lookAt.get(message) !== lookAt) return;
  const { now, deliver } = world;
  const delivered = deliver(message, now, world);
  const { outcome, code, params } = delivered;
  if (typeof outcome === "string") {
    if ("content" in delivered) message.content = delivered.content ?? null;
    settleMessage(world, message, outcome, code, params);
    return;
  }
  const until = Math.max(outcome.heldUntil, now + 1);
  const isNews = message.status !== "held" || message.code !== code;
  if (isCollecting(code)) world.collected.add(message);
  Object.assign(message, { status: "held", code, params } satisfies Partial<SimulatedMessage>);
  if (isNews) record(world, message);
  lookAgainAt(world, message, until);
}

/** The end of a message, told to the case where its step asked for it. */
export function settleMessage(
  world: World,
  message: SimulatedMessage,
  outcome: "sent" | "not_sent" | "failed",
  code: string,
  params: Record<string, unknown>,
): void {
  const { now } = world;
  const { step, visit, personId, channel, request } = message;
  Object.assign(message, { status: outcome, code, params } satisfies Partial<SimulatedMessage>);
  if (outcome === "sent") {
    message.number = ++world.sentCount;
    message.sentAt = now;
    message.deliveredAt = now;
    message.to = typeof params.to === "string" ? params.to : null;
  }
  record(world, message);
  if (outcome === "sent") {
    for (const behaviour of world.scenario.behaviours) {
      const { at } = behaviour;
      if ("message" in at && at.message === message.number) schedule(world, behaviour);
    }
  }
  if (!request.report) return;
  const { place = 0, preferred } = request;
  const late = request.ending === true;
  const report = { step, visit, place, preferred, outcome, personId, channel, late };
  happen(world, { type: "delivery_reported", at: now, ...report });
}

function record({ entries, now }: World, message: SimulatedMessage): void {
  const { code, params } = message;
  entries.push({ at: now, kind: "message", code, params, message: { ...message } });
}

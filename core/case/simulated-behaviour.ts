import { addBusinessDays } from "@/core/calendar/business-days";
import { addDuration } from "@/core/calendar/duration";
import { parseMoment } from "@/core/calendar/zone";
import { evaluateText } from "@/core/condition/evaluate-text";
import { pathValue } from "@/core/condition/path";
import type { Instant } from "@/core/time";
import { conditionScope } from "./condition-scope";
import type { Behaviour } from "./scenario";
import { happen, settleMessage, type World } from "./simulated-world";
import type { SimulatedMessage } from "./simulation";
import type { Actor } from "./state";

const SNOOZE_DEFAULT = "P1D";
/** Stands for the outside system that sends events and moves due dates. */
const SYSTEM: Actor = { kind: "api", name: "simulation" };

type Doing<Do extends Behaviour["do"]> = Extract<Behaviour, { do: Do }>;

/** Does one thing of the scenario; false when there is nothing it could be done to. */
export function behave(world: World, behaviour: Behaviour): boolean {
  switch (behaviour.do) {
    case "nothing":
      return true;
    case "open":
    case "click":
      return engage(world, behaviour);
    case "reply":
      return reply(world, behaviour);
    case "action":
      return press(world, behaviour);
    case "event":
      return receive(world, behaviour);
    case "acknowledge":
      return acknowledge(world, behaviour);
    case "bounce":
      return bounce(world, behaviour);
    case "unsubscribe":
      world.unsubscribed.add(world.facts.person.id);
      return happen(world, { type: "facts_changed", at: world.now, what: "preference" });
    case "move_due":
      return moveDue(world, behaviour);
  }
}

/** The message a behaviour is about: the one it waited for, or the person's newest. */
export function messageOf(world: World, { at }: Behaviour): SimulatedMessage | undefined {
  const { messages, facts } = world;
  if ("message" in at) return messages.find(({ number }) => number === at.message);
  const sent = messages.filter(({ sentAt }) => sentAt !== null);
  const newest = (list: SimulatedMessage[]) =>
    list.reduce<SimulatedMessage | undefined>(
      (last, m) => ((m.number ?? 0) > (last?.number ?? 0) ? m : last),
      undefined,
    );
  return newest(sent.filter(({ personId }) => personId === facts.person.id)) ?? newest(sent);
}

const person = ({ facts }: World, id: string): Actor => {
  const known = id === facts.person.id ? facts.person : facts.people.get(id);
  return { kind: "person", id, name: known?.name ?? null };
};

function engage(world: World, behaviour: Doing<"open"> | Doing<"click">): boolean {
  const message = messageOf(world, behaviour);
  if (!message) return false;
  const { now: at } = world;
  const human = behaviour.human ?? true;
  if (human) {
    message.openedAt ??= at;
    if (behaviour.do === "click") message.clickedAt ??= at;
  }
  const what = behaviour.do === "click" ? "clicked" : "opened";
  return happen(world, { type: "engaged", at, what, human, step: message.step });
}

function reply(world: World, behaviour: Doing<"reply">): boolean {
  const message = messageOf(world, behaviour);
  if (!message || world.state.status !== "open") return false;
  const { now: at, program } = world;
  message.openedAt ??= at;
  message.repliedAt ??= at;
  const resolves = program.stopRules.some((rule) => "reply" in rule);
  const detail = behaviour.text === undefined ? {} : { text: behaviour.text };
  const by = person(world, message.personId);
  return happen(world, {
    type: "responded",
    at,
    by,
    kind: "reply",
    name: "reply",
    detail,
    resolves,
  });
}

function press(world: World, behaviour: Doing<"action">): boolean {
  const message = messageOf(world, behaviour);
  if (!message || world.state.status !== "open") return false;
  const { now: at, program, zone, templates } = world;
  const by = person(world, message.personId);
  message.openedAt ??= at;
  message.clickedAt ??= at;
  const { action: name } = behaviour;
  const action = templates.get(message.template)?.content.actions?.find(({ id }) => id === name);
  if (action?.kind === "acknowledge") return happen(world, { type: "acknowledged", at, by });
  if (action?.kind === "snooze") {
    const until = addDuration(at, behaviour.for ?? SNOOZE_DEFAULT, zone);
    return happen(world, { type: "snoozed", at, by, until });
  }
  const isListed = program.stopRules.some((rule) => "action" in rule && rule.action === name);
  const resolves = action?.resolves ?? isListed;
  return happen(world, { type: "responded", at, by, kind: "action", name, resolves });
}

/** What an arriving event means to this case: its first stop rule that fits, else an awaited answer. */
function receive(world: World, { event: name, data = {} }: Doing<"event">): boolean {
  const { program, facts, state, now: at, zone } = world;
  if (state.status !== "open") return false;
  const by: Actor = { kind: "event", id: "simulated", name };
  const respond = (resolves: boolean) =>
    happen(world, { type: "responded", at, by, kind: "event", name, resolves });
  for (const rule of program.stopRules) {
    if (!("event" in rule) || rule.event !== name) continue;
    const scope = { ...conditionScope(facts, state, at), data };
    if (rule.when !== undefined && !evaluateText(rule.when, scope).value) continue;
    if (rule.then !== "snooze") return respond((rule.then ?? "resolve") === "resolve");
    const until = parseMoment(pathValue({ data }, rule.until ?? ""), zone);
    return until !== null && happen(world, { type: "snoozed", at, by, until });
  }
  const isAwaited = program.instructions.some(
    (i) =>
      i.op === "await" &&
      i.what.some((match) => typeof match === "object" && "event" in match && match.event === name),
  );
  return isAwaited && respond(false);
}

function acknowledge(world: World, { personId }: Doing<"acknowledge">): boolean {
  const { state, messages, facts, now: at } = world;
  const owner = state.owner && "personId" in state.owner ? state.owner.personId : undefined;
  const told = messages.findLast(({ request }) => request.audience === "escalation")?.personId;
  const who = personId ?? owner ?? told ?? facts.person.id;
  return happen(world, { type: "acknowledged", at, by: person(world, who) });
}

function bounce(world: World, behaviour: Doing<"bounce">): boolean {
  const message = messageOf(world, behaviour);
  if (message?.status !== "sent") return false;
  const { channel, personId } = message;
  world.bounced.add(`${personId} ${channel}`);
  message.deliveredAt = null;
  settleMessage(world, message, "failed", "failed.bounced", { channel, personId });
  return true;
}

function moveDue(world: World, { dueAt, by }: Doing<"move_due">): boolean {
  const moved = dueAt === undefined ? movedBy(world, by) : parseMoment(dueAt, world.zone);
  if (moved === null) return false;
  return happen(world, { type: "due_moved", at: world.now, by: SYSTEM, dueAt: moved });
}

function movedBy({ state, facts, zone }: World, by: Doing<"move_due">["by"]): Instant | null {
  if (state.dueAt === null || by === undefined) return null;
  if (typeof by === "string") return addDuration(state.dueAt, by, zone);
  if ("fraction" in by) return null;
  return addBusinessDays(state.dueAt, by.businessDays, zone, facts.calendarOf(facts.person));
}

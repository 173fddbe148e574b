import { addBusinessDays } from "@/core/calendar/business-days";
import { addDuration } from "@/core/calendar/duration";
import { localParts, parseMoment } from "@/core/calendar/zone";
import { evaluateText } from "@/core/condition/evaluate-text";
import { pathValue } from "@/core/condition/path";
import { TOO_EARLY_MS } from "@/core/delivery/classify-open";
import { linkExpired } from "@/core/delivery/link-days";
import { pickContent } from "@/core/template/content";
import type { Instant } from "@/core/time";
import { answerRules, resolvesByAction, resolvesByReply } from "@/core/workflow/answers";
import type { Program } from "@/core/workflow/program";
import type { Behaviour } from "./scenario";
import { withHoliday } from "./simulated-holiday";
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
      return unsubscribe(world, behaviour);
    case "move_due":
      return moveDue(world, behaviour);
    case "holiday":
      return holiday(world, behaviour);
  }
}

/** The message a behaviour is about: the one it waited for, or the person's newest (with that button, for a press). */
export function messageOf(world: World, behaviour: Behaviour): SimulatedMessage | undefined {
  const { messages, facts } = world;
  const { at } = behaviour;
  if ("message" in at) return messages.find(({ number }) => number === at.message);
  const sent = messages.filter(
    (message) =>
      message.sentAt !== null &&
      (behaviour.do !== "action" || mayPress(world, message, behaviour.action)),
  );
  const newest = (list: SimulatedMessage[]) =>
    list.reduce<SimulatedMessage | undefined>(
      (last, m) => ((m.number ?? 0) > (last?.number ?? 0) ? m : last),
      undefined,
    );
  return newest(sent.filter(({ personId }) => personId === facts.person.id)) ?? newest(sent);
}

/** The button of that name as the message has it; undefined where its content is not known. */
function buttonOf(world: World, { template, content }: SimulatedMessage, name: string) {
  const known = world.templates.get(template);
  if (!known) return undefined;
  const home = world.facts.workspace.locale;
  return (
    pickContent(known, content?.locale ?? home, home).actions?.find(({ id }) => id === name) ?? null
  );
}

const mayPress = (world: World, message: SimulatedMessage, name: string): boolean =>
  buttonOf(world, message, name) !== null;

const person = ({ facts }: World, id: string): Actor => {
  const known = id === facts.person.id ? facts.person : facts.people.get(id);
  return { kind: "person", id, name: known?.name ?? null };
};

function engage(world: World, behaviour: Doing<"open"> | Doing<"click">): boolean {
  const message = messageOf(world, behaviour);
  if (!message) return false;
  const { now: at } = world;
  const isEarly = at - (message.sentAt ?? at) < TOO_EARLY_MS;
  const human = (behaviour.human ?? true) && !isEarly;
  if (!world.isTracked(message.personId) || linkExpired(message.plannedAt, at)) return false;
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
  const { now: at } = world;
  if (linkExpired(message.plannedAt, at)) return false;
  if (world.isTracked(message.personId)) message.openedAt ??= at;
  message.repliedAt ??= at;
  const resolves = resolvesByReply(world.program.definition);
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
  const { now: at, program, zone } = world;
  const { action: name } = behaviour;
  const button = buttonOf(world, message, name);
  if (button === null || linkExpired(message.plannedAt, at)) return false;
  // Whom it is handed to is chosen on a page.
  if (button?.kind === "hand_over") return false;
  const isOfHelper = button?.kind === "acknowledge" || button?.kind === "need_help";
  if (isOfHelper && isStale(world, message)) return false;
  // The same button again answers as it did; putting off to another day is another press.
  const place = `${message.id} ${name}`;
  if (world.pressed.has(place) && button?.kind !== "snooze") return false;
  world.pressed.add(place);
  const by = person(world, message.personId);
  const isReply = button?.kind === "reply";
  if (world.isTracked(message.personId)) message.openedAt ??= at;
  if (isReply) message.repliedAt ??= at;
  else message.clickedAt ??= at;
  if (button?.kind === "acknowledge") return happen(world, { type: "acknowledged", at, by });
  if (button?.kind === "take_over") return happen(world, { type: "taken_over", at, by });
  if (button?.kind === "need_help") {
    const { visit, request } = message;
    const expectedLevel = request.level ?? world.state.level;
    return happen(world, { type: "escalated_now", at, by, expectedLevel, expectedVisit: visit });
  }
  if (button?.kind === "snooze") {
    const until = addDuration(at, behaviour.for ?? SNOOZE_DEFAULT, zone);
    return happen(world, { type: "snoozed", at, by, until });
  }
  const { definition } = program;
  const isListed = resolvesByAction(definition, name) || (isReply && resolvesByReply(definition));
  const resolves = button?.resolves ?? isListed;
  if (button?.kind === "link" && !resolves && !waitsFor(program, name)) return true;
  const kind = isReply ? "reply" : "action";
  return happen(world, { type: "responded", at, by, kind, name, resolves });
}

const waitsFor = ({ instructions }: Program, action: string): boolean =>
  instructions.some(
    (i) =>
      i.op === "await" &&
      i.what.some(
        (match) => typeof match === "object" && "action" in match && match.action === action,
      ),
  );

/** Somebody took it on already, or it went to the next level: this button changes nothing any more. */
const isStale = ({ state }: World, { request }: SimulatedMessage): boolean =>
  state.acknowledgedAt !== null ||
  (request.audience === "escalation" && (request.level ?? state.level) < state.level);

/** What an arriving event means to this case: the first rule of the workflow that takes it. */
function receive(world: World, { event: name, data = {} }: Doing<"event">): boolean {
  const { program, state, now: at, zone } = world;
  if (state.status !== "open") return false;
  const by: Actor = { kind: "event", id: "simulated", name };
  for (const rule of answerRules(program.definition).get(name) ?? []) {
    if (rule.when !== undefined && !evaluateText(rule.when, { data, now: at }).value) continue;
    if (rule.then === "snooze") {
      const until = parseMoment(pathValue({ data }, rule.until ?? ""), zone);
      if (until === null) continue;
      return happen(world, { type: "snoozed", at, by, until });
    }
    const resolves = (rule.then ?? "resolve") === "resolve";
    return happen(world, { type: "responded", at, by, kind: "event", name, resolves });
  }
  return false;
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
  settleMessage(world, message, "failed", "fail.bounced", { channel, personId });
  return true;
}

/** As the link in the message does it: no more emails of its topic to whoever got it, where they may stop it. */
function unsubscribe(world: World, behaviour: Doing<"unsubscribe">): boolean {
  const message = messageOf(world, behaviour);
  if (!message || linkExpired(message.plannedAt, world.now)) return false;
  const topic = world.templates.get(message.template)?.topic ?? world.program.definition.topic;
  const place = `${message.personId} ${topic}`;
  if (world.unsubscribed.has(place) || !world.canStop(message.personId, topic)) return false;
  world.unsubscribed.add(place);
  if (!bearsOn(world, message.personId)) return true;
  return happen(world, { type: "facts_changed", at: world.now, what: "preferences" });
}

/** Whether the case hears of what changed for somebody: it is theirs and open, or holds a message to them. */
const bearsOn = ({ state, facts, messages }: World, personId: string): boolean =>
  (state.status === "open" && personId === facts.person.id) ||
  messages.some((one) => one.status === "held" && one.personId === personId);

function moveDue(world: World, { dueAt, by }: Doing<"move_due">): boolean {
  const moved = dueAt === undefined ? movedBy(world, by) : parseMoment(dueAt, world.zone);
  if (moved === null) return false;
  return happen(world, { type: "due_moved", at: world.now, by: SYSTEM, dueAt: moved });
}

/** As somebody adds it to the calendars: the case is planned again. */
function holiday(world: World, { on }: Doing<"holiday">): boolean {
  const { state, zone, now: at } = world;
  const date = on ?? (state.dueAt === null ? null : localParts(state.dueAt, zone).date);
  if (date === null) return false;
  world.facts = withHoliday(world.facts, date);
  return happen(world, { type: "facts_changed", at, what: "calendar" });
}

function movedBy({ state, facts, zone }: World, by: Doing<"move_due">["by"]): Instant | null {
  if (state.dueAt === null || by === undefined) return null;
  if (typeof by === "string") return addDuration(state.dueAt, by, zone);
  if ("fraction" in by) return null;
  return addBusinessDays(state.dueAt, by.businessDays, zone, facts.calendarOf(facts.person));
}

import { assert } from "@/core/assert";
import type { Instant } from "@/core/time";
import type { Program } from "@/core/workflow/program";
import { type Advance, advance } from "./advance";
import type { CaseEvent } from "./case-event";
import { checkRules } from "./check-rules";
import type { Effect } from "./effect";
import type { CaseFacts } from "./facts";
import { keyOf, type Matter, type StoredMessage } from "./matter";
import { newCase } from "./opening";
import type { Answer } from "./state";

/** Opens a case on a program and runs it to its first rest. */
export function openMatter(
  program: Program,
  facts: CaseFacts,
  at: Instant,
  dueAt: Instant | null,
  early?: Answer,
): Matter {
  const matter: Matter = {
    program,
    facts,
    state: newCase(at, dueAt),
    now: at,
    messages: new Map(),
    codes: [],
    calls: [],
    turns: new Map(),
    webhooks: [],
    doubles: [],
  };
  const by = { kind: "api", name: "test" } as const;
  happen(matter, { type: "opened", at, by, ...(early && { early }) });
  return matter;
}

/** One transaction: advance, check every rule, carry out the effects. */
export function happen(matter: Matter, event: CaseEvent): Advance {
  const before = JSON.stringify(matter.state);
  const result = advance(matter.program, matter.state, event, matter.facts);
  assert(JSON.stringify(matter.state) === before, "advance changes the state it was given");
  const again = advance(matter.program, matter.state, event, matter.facts);
  assert(
    JSON.stringify(again) === JSON.stringify(result),
    "a retried transaction does something else",
  );
  const old = matter.state;
  matter.state = result.state;
  for (const effect of result.effects) store(matter, effect, event.at);
  checkRules(matter, old, event, result);
  return result;
}

function store(matter: Matter, effect: Effect, at: Instant): void {
  const { messages } = matter;
  switch (effect.type) {
    case "plan_message": {
      const key = keyOf(effect.message);
      if (messages.has(key)) matter.doubles.push(effect.message);
      else {
        const fresh = {
          status: "planned",
          reason: null,
          sentWhileOpen: null,
          sentAt: null,
        } as const;
        messages.set(key, { ...effect.message, ...fresh, plannedAt: at });
      }
      return;
    }
    case "stop_messages":
      for (const message of messages.values()) {
        if (message.status !== "planned") continue;
        if (message.request.ending && !effect.endingToo) continue;
        message.status = "not_sent";
        message.reason = effect.code;
      }
      return;
    case "end_message":
    case "move_message": {
      const message = messages.get(keyOf(effect.message));
      if (message?.status !== "planned") return;
      if (effect.type === "move_message") message.deliverAt = effect.deliverAt;
      else Object.assign(message, { status: "not_sent", reason: effect.code });
      return;
    }
    case "call":
      matter.calls.push(effect.step);
      return;
    case "level_told": {
      const { told } = effect;
      assert(!matter.turns.has(told.visit), "a turn is told twice");
      matter.turns.set(told.visit, { told, ended: [] });
      return;
    }
    case "level_ended":
      matter.turns.get(effect.ended.visit)?.ended.push(effect.ended);
      return;
    case "notify_webhook":
      matter.webhooks.push({ url: effect.url, event: effect.event ?? "escalated" });
      return;
    case "log": {
      const { code, step = null, params = {} } = effect.decision;
      matter.codes.push({ at, code, step, params });
      return;
    }
    default:
      return;
  }
}

/** The next moment anything falls due by itself: a message, or the case. */
export function nextMoment({ state, messages }: Matter): Instant | null {
  let next = state.nextActionAt ?? Number.POSITIVE_INFINITY;
  for (const message of messages.values()) {
    if (message.status === "planned") next = Math.min(next, message.deliverAt);
  }
  return next === Number.POSITIVE_INFINITY ? null : next;
}

type Outcome = "sent" | "not_sent" | "failed";

/** Moves the clock to the next moment and does what is due. False when nothing ever will be. */
export function tick(
  matter: Matter,
  outcomeOf: (message: StoredMessage) => Outcome = () => "sent",
): boolean {
  const next = nextMoment(matter);
  if (next === null) return false;
  matter.now = Math.max(matter.now, next);
  for (const message of [...matter.messages.values()]) {
    if (message.status === "planned" && message.deliverAt <= matter.now) {
      handOver(matter, message, outcomeOf(message));
    }
  }
  const { nextActionAt } = matter.state;
  if (nextActionAt !== null && nextActionAt <= matter.now) {
    happen(matter, { type: "woke", at: matter.now });
  }
  return true;
}

/** No gate stands in the way: what `advance` left waiting after the end would really go out. */
function handOver(matter: Matter, message: StoredMessage, wanted: Outcome): void {
  const outcome = message.request.ghost ? "not_sent" : wanted;
  message.status = outcome;
  message.reason = outcome === "sent" ? "sent.plan" : `${outcome}.test`;
  message.sentWhileOpen = matter.state.status === "open";
  message.sentAt = matter.now;
  if (message.request.report) report(matter, message, outcome);
}

/** Delivery tells the case; it may do so twice. */
export function report(matter: Matter, message: StoredMessage, outcome: Outcome): void {
  const { step, visit, personId, channel, request } = message;
  const { place = 0, preferred } = request;
  const late = request.ending === true;
  const told = { step, visit, place, preferred, outcome, personId, channel, late };
  happen(matter, { type: "delivery_reported", at: matter.now, ...told });
}

export const TICKS_MAX = 4_000;

/** Lets time run on with nobody answering, until nothing is due any more. */
export function runOut(matter: Matter): void {
  for (let n = 0; n < TICKS_MAX; n++) if (!tick(matter)) return;
  throw new Error(`the case did not come to its end within ${TICKS_MAX} moments`);
}

import fc from "fast-check";
import { PreferredChannel } from "@/core/delivery/preferred-channel";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import type { Program } from "@/core/workflow/program";
import type { Advance } from "./advance";
import type { CaseEvent } from "./case-event";
import type { Matter } from "./matter";
import { happen, report, tick } from "./memory-engine";
import { sendsNext } from "./planned";
import type { Actor } from "./state";

/** What can come in while a case runs, in any order and any number of times. */
export type Move =
  | { do: "tick"; outcome: "sent" | "not_sent" | "failed" }
  | { do: "spurious_wake" }
  | { do: "sleep"; ms: number }
  | { do: "respond"; kind: "event" | "action" | "reply"; name: string; resolves: boolean }
  | { do: "acknowledge"; who: string }
  | { do: "snooze"; ms: number }
  | { do: "end_snooze" }
  | { do: "move_due"; ms: number }
  | { do: "move_zone"; zone: string }
  | { do: "prefer"; channel: PreferredChannel | null; isReached: boolean }
  | { do: "escalate_now"; stale: boolean }
  | { do: "take_over"; who: string; byOperator: boolean }
  | { do: "hand_over"; who: string | null }
  | { do: "change_policy" }
  | { do: "reassign"; who: string | null }
  | { do: "report_again"; outcome: "sent" | "not_sent" | "failed" }
  | { do: "engage"; human: boolean }
  | { do: "answer_call"; ok: boolean }
  | { do: "resolve"; confirm: boolean }
  | { do: "cancel" }
  | { do: "reopen"; which: number | null }
  | { do: "move_version"; landing: number }
  | { do: "send_planned_now"; which: number }
  | { do: "take_planned_out"; which: number }
  | { do: "move_planned"; which: number; ms: number };

const outcome = fc.constantFrom("sent", "not_sent", "failed");
const who = fc.constantFrom("mara", "max", "lena", "boss");
const short = fc.integer({ min: MINUTE_MS, max: 3 * DAY_MS });

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant("tick"), outcome }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("spurious_wake") }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("sleep"),
      ms: fc.integer({ min: 1, max: 12 * DAY_MS }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("respond"),
      kind: fc.constantFrom("event", "action", "reply"),
      name: fc.constantFrom("done", "form.sent", "other"),
      resolves: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("acknowledge"), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("snooze"), ms: short }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("end_snooze") }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("move_due"),
      ms: fc.integer({ min: -5 * DAY_MS, max: 9 * DAY_MS }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("move_zone"),
      zone: fc.constantFrom("America/New_York", "Pacific/Auckland", "Asia/Kolkata"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("prefer"),
      channel: fc.option(fc.constantFrom(...PreferredChannel.options)),
      isReached: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("escalate_now"), stale: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("take_over"), who, byOperator: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("hand_over"), who: fc.option(who) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("change_policy") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reassign"), who: fc.option(who) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("report_again"), outcome }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("engage"), human: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("answer_call"), ok: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("resolve"), confirm: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel") }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("reopen"),
      which: fc.option(fc.nat(400), { nil: null, freq: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("move_version"), landing: fc.nat(400) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("send_planned_now"), which: fc.nat(9) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("take_planned_out"), which: fc.nat(9) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("move_planned"), which: fc.nat(9), ms: short }),
  },
);

export const randomMoves: fc.Arbitrary<Move[]> = fc.array(move, { maxLength: 25 });

const person = (id: string): Actor => ({ kind: "person", id, name: null });
const OPERATOR: Actor = { kind: "operator", id: "op1", name: "Ana" };

/** What may be sent now, taken out or moved: a message that waits, or a step whose turn is next or later. */
function someOf({ messages, program, state, facts, now }: Matter, which: number) {
  const waiting = [...messages.values()].filter(({ status }) => status === "planned");
  const next = sendsNext(program, state, facts, now);
  const later = program.instructions.flatMap(({ op, step }) => (op === "send" ? [step] : []));
  const all = [
    ...waiting.map(({ step, visit, channel, personId }) => ({
      step,
      message: { step, visit, channel, personId },
    })),
    ...[...next, ...next, ...later].map((step) => ({ step })),
  ];
  return all[which % Math.max(1, all.length)] ?? { step: "none" };
}

/** Does one move; `other` is the version a case may be moved to. */
export function doMove(matter: Matter, given: Move, other: Program): void {
  const at = matter.now;
  const tell = (event: CaseEvent): Advance => happen(matter, event);
  switch (given.do) {
    case "tick":
      tick(matter, () => given.outcome);
      return;
    case "spurious_wake":
      tell({ type: "woke", at });
      return;
    case "sleep":
      matter.now += given.ms;
      return;
    case "respond": {
      const { kind, name, resolves } = given;
      tell({ type: "responded", at, by: person("mara"), kind, name, resolves });
      return;
    }
    case "acknowledge":
      tell({ type: "acknowledged", at, by: person(given.who) });
      return;
    case "snooze":
      tell({ type: "snoozed", at, by: person("mara"), until: at + given.ms });
      return;
    case "end_snooze":
      tell({ type: "snooze_ended", at, by: OPERATOR });
      return;
    case "move_due":
      tell({ type: "due_moved", at, by: OPERATOR, dueAt: (matter.state.dueAt ?? at) + given.ms });
      return;
    case "move_zone":
      matter.facts = { ...matter.facts, person: { ...matter.facts.person, timeZone: given.zone } };
      tell({ type: "facts_changed", at, what: "zone" });
      return;
    case "prefer": {
      const { facts } = matter;
      const { channel: preferredChannel, isReached } = given;
      const reaches = () => isReached;
      matter.facts = { ...facts, person: { ...facts.person, preferredChannel }, reaches };
      tell({ type: "facts_changed", at, what: "preferences" });
      return;
    }
    case "escalate_now": {
      const expectedLevel = matter.state.level + (given.stale ? 1 : 0);
      tell({ type: "escalated_now", at, by: OPERATOR, expectedLevel });
      return;
    }
    case "take_over": {
      const by = given.byOperator ? OPERATOR : person(given.who);
      tell({ type: "taken_over", at, by });
      return;
    }
    case "hand_over": {
      const to = given.who === null ? { team: "billing" } : { personId: given.who };
      tell({ type: "handed_over", at, by: OPERATOR, to });
      return;
    }
    case "change_policy":
      matter.facts = {
        ...matter.facts,
        workspace: { ...matter.facts.workspace, policies: new Map() },
      };
      tell({ type: "facts_changed", at, what: "calendar" });
      return;
    case "reassign":
      tell({
        type: "reassigned",
        at,
        by: OPERATOR,
        owner: given.who === null ? null : { personId: given.who },
      });
      return;
    case "report_again": {
      const last = [...matter.messages.values()].findLast(
        (m) => m.sentAt !== null && m.request.report,
      );
      if (last) report(matter, last, given.outcome);
      return;
    }
    case "engage":
      tell({
        type: "engaged",
        at,
        what: "opened",
        human: given.human,
        step: matter.state.step ?? "",
      });
      return;
    case "answer_call": {
      const step = matter.calls.at(-1);
      if (step) tell({ type: "call_answered", at, step, ok: given.ok, answer: { id: 7 } });
      return;
    }
    case "resolve":
      tell({ type: "resolved", at, by: OPERATOR, confirm: given.confirm });
      return;
    case "cancel":
      tell({ type: "canceled", at, by: OPERATOR, reason: "test" });
      return;
    case "reopen": {
      const steps = [...matter.program.addressOf.keys()];
      const step =
        given.which === null ? undefined : steps[given.which % Math.max(1, steps.length)];
      tell({ type: "reopened", at, by: OPERATOR, ...(step !== undefined && { step }) });
      return;
    }
    case "move_version": {
      if (matter.state.status !== "open") return;
      const landings = [...other.addressOf.values()].filter((pc) => pc < other.resolution);
      const landing =
        landings[given.landing % Math.max(1, landings.length)] ?? other.resolution - 1;
      matter.program = other;
      tell({ type: "moved_to_version", at, by: OPERATOR, version: other.version, landing });
      return;
    }
    case "send_planned_now":
      tell({ type: "planned_sent_now", at, by: OPERATOR, ...someOf(matter, given.which) });
      return;
    case "take_planned_out": {
      const reason = "test";
      tell({ type: "planned_taken_out", at, by: OPERATOR, reason, ...someOf(matter, given.which) });
      return;
    }
    case "move_planned": {
      const to = at + given.ms;
      tell({ type: "planned_moved", at, by: OPERATOR, to, ...someOf(matter, given.which) });
      return;
    }
  }
}

export const START = Date.UTC(2026, 10, 24, 9, 12);
export const DUE = START + 18 * DAY_MS + 5 * HOUR_MS;

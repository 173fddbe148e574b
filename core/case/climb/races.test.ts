import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { HOUR_MS } from "@/core/time";
import type { Ladder } from "@/core/workflow/steps/escalate";
import type { CaseEvent } from "../case-event";
import { ana, open, wait } from "../example-case";
import { exampleFacts } from "../example-facts";
import type { Matter } from "../matter";
import { happen, nextMoment, tick } from "../memory-engine";
import type { Actor } from "../state";

vi.setConfig({ testTimeout: 120_000 });

const RUNS = 10_000;
const HELPERS = ["max", "lena", "boss", "rita", "rob"];
const level = (ids: string[], more: Partial<Ladder["levels"][number]> = {}) => ({
  targets: ids.map((person) => ({ person })),
  channels: [{ email: "esc" }],
  acknowledgeWithin: "PT30M",
  ...more,
});
const ladders: unknown[] = [
  { levels: [level(["max"]), level(["lena"]), level(["boss"])], fallback: { person: "rob" } },
  { levels: [level(["max", "lena"])], repeat: { toLevel: 1, timesMax: 5 } },
  {
    levels: [level(["max", "lena", "rita"], { everyone: true }), level(["boss"])],
    acknowledgementTimeout: { after: "PT45M" },
  },
  { levels: [level(["max"], { until: "resolved" }), level(["lena"])] },
  {
    levels: [level(["max"]), level(["rita", "rob"])],
    acknowledgementTimeout: { after: "PT10M" },
    announce: { before: "PT5M", channels: [{ email: "soon" }] },
  },
];

const who = fc.constantFrom(...HELPERS);
const press = fc.record({
  do: fc.constantFrom(
    "acknowledge",
    "acknowledge",
    "escalate",
    "take_over",
    "hand_over",
    "resolve",
  ),
  who,
  /** Read before something else happened, and pressed after it. */
  isStale: fc.boolean(),
  to: fc.option(who),
});
const move = fc.oneof(
  { weight: 3, arbitrary: press },
  { weight: 2, arbitrary: fc.constant({ do: "time" as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.nat(HOUR_MS) }) },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

const person = (id: string): Actor => ({ kind: "person", id, name: null });

function eventOf(given: Extract<Move, { who: string }>, at: number, read: number): CaseEvent {
  const by = person(given.who);
  switch (given.do) {
    case "acknowledge":
      return { type: "acknowledged", at, by };
    case "escalate":
      return { type: "escalated_now", at, by, expectedLevel: read };
    case "take_over":
      return { type: "taken_over", at, by };
    case "hand_over":
      return {
        type: "handed_over",
        at,
        by,
        to: given.to === null ? { team: "billing" } : { personId: given.to },
      };
    default:
      return { type: "resolved", at, by: given.to === null ? ana : by };
  }
}

/** Whoever pressed something reads it again afterwards, unless they are late. */
function play(matter: Matter, moves: readonly Move[]): void {
  let read = matter.state.level;
  for (const given of moves) {
    const { state: before } = matter;
    if (given.do === "time") tick(matter);
    else if (given.do === "pass") matter.now += given.ms;
    else {
      const event = eventOf(given, matter.now, given.isStale ? read : before.level);
      const { refused, effects, state } = happen(matter, event);
      if (before.status !== "open") {
        expect(refused?.code).toBe("already_closed");
        expect(effects).toEqual([]);
      }
      if (event.type === "acknowledged" && before.acknowledgedAt !== null && !refused) {
        expect(before.acknowledgedBy).toBe(given.who);
        expect(state.owner).toEqual(before.owner);
      }
      if (refused) expect(state).toBe(before);
    }
    read = before.level;
    if (before.status !== "open") expect(matter.state.status).toBe(before.status);
    const { owner } = matter.state;
    expect(owner === null || Object.keys(owner).length === 1).toBe(true);
  }
}

it("acknowledge, resolve, escalate, hand over and time in any order: the end wins, nobody is told after it, one has it", () => {
  let ended = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...ladders),
      fc.array(move, { minLength: 4, maxLength: 14 }),
      (ladder, moves) => {
        const steps = [{ id: "e", kind: "escalate", ...(ladder as object) }, wait("w", "P2D")];
        const matter = open({ steps, facts: exampleFacts() });
        play(matter, moves);
        if (matter.state.status === "open") return;
        ended += 1;
        const { closedAt } = matter.state;
        for (let next = nextMoment(matter); next !== null; next = nextMoment(matter)) tick(matter);
        for (const { told } of matter.turns.values()) {
          expect(matter.turns.get(told.visit)?.ended.length ?? 0).toBeLessThan(2);
        }
        for (const message of matter.messages.values()) {
          if (message.request.audience !== "escalation") continue;
          if (message.sentAt !== null) expect(message.sentAt).toBeLessThanOrEqual(closedAt ?? 0);
        }
        expect(matter.state.nextActionAt).toBeNull();
      },
    ),
    { numRuns: RUNS },
  );
  expect(ended).toBeGreaterThan(RUNS / 5);
});

it("a level that is told because nobody resolved is waited for, even where the case closes right behind", () => {
  const levels = [level(["max"], { until: "resolved" }), level(["boss"])];
  const close = { id: "c", kind: "close", outcome: "resolved" };
  const matter = open({ steps: [{ id: "e", kind: "escalate", levels }, close] });
  happen(matter, { type: "taken_over", at: matter.now, by: person("max") });
  tick(matter);
  tick(matter);
  expect(matter.state).toMatchObject({
    status: "open",
    level: 2,
    waitingFor: "acknowledgement",
    owner: { personId: "boss" },
    acknowledgedBy: null,
  });
  happen(matter, { type: "acknowledged", at: matter.now, by: person("boss") });
  expect(matter.state.status).toBe("resolved");
  expect(
    [...matter.turns.values()].map(({ ended }) => ended.map(({ how, by }) => [how, by])),
  ).toEqual([[["acknowledged", "max"]], [["acknowledged", "boss"]]]);
});

it("whoever had it, and for whom somebody else was wanted in vain, still gives the case its days to be resolved", () => {
  const levels = [level(["max"], { until: "resolved" }), level(["boss"])];
  const matter = open({ steps: [{ id: "e", kind: "escalate", levels }] });
  happen(matter, { type: "acknowledged", at: matter.now, by: person("max") });
  happen(matter, { type: "escalated_now", at: matter.now, by: person("max") });
  expect(matter.state).toMatchObject({ level: 2, acknowledgedBy: null });
  while (matter.state.waitingFor === "acknowledgement") tick(matter);
  expect(matter.state).toMatchObject({ status: "open", waitingFor: "response" });
});

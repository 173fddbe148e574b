import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { DAY_MS } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition, walk } from "@/core/workflow/definition";
import { randomDefinition, STEP_KINDS } from "@/core/workflow/random-definition";
import { exampleFacts } from "./example-facts";
import type { Matter } from "./matter";
import { happen, openMatter, runOut, tick } from "./memory-engine";
import { DUE, doMove, randomMoves, START } from "./random-run";

// Properties run hundreds of cases; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const RUNS = 200;
const dueAt = fc.constantFrom(DUE, null);
const programOf = (definition: Parameters<typeof compile>[0], version = 1) =>
  compile(definition, { workflow: "w", version });

describe("the generator", () => {
  it("makes every step kind at every depth down to three", () => {
    const seen = new Set<string>();
    for (const definition of fc.sample(randomDefinition, { numRuns: 400, seed: 7 })) {
      for (const { step, depth } of walk(definition)) seen.add(`${step.kind} ${depth}`);
    }
    const holders = ["wait_for_response", "branch", "split", "repeat"];
    for (const kind of STEP_KINDS) {
      for (const depth of [0, 1, 2, 3]) {
        if (depth === 3 && holders.includes(kind)) continue;
        expect(seen).toContain(`${kind} ${depth}`);
      }
    }
  });
});

describe("whatever happens in whatever order, and as often", () => {
  it("rules 1, 2, 3, 5, 6, 10, 13 and 14 hold after every event", () => {
    fc.assert(
      fc.property(
        randomDefinition,
        randomDefinition,
        dueAt,
        randomMoves,
        (first, second, due, moves) => {
          const other = programOf(second, 2);
          const matter = openMatter(programOf(first), exampleFacts(), START, due);
          for (const move of moves) doMove(matter, move, other);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("every case ends when time runs on and nobody answers, unless its due date or data are missing", () => {
    fc.assert(
      fc.property(
        randomDefinition,
        randomDefinition,
        dueAt,
        randomMoves,
        (first, second, due, moves) => {
          const other = programOf(second, 2);
          const matter = openMatter(programOf(first), exampleFacts(), START, due);
          for (const move of moves) doMove(matter, move, other);
          runOut(matter);
          const { status, waitingFor } = matter.state;
          if (status === "open") expect(["due_date", "operator"]).toContain(waitingFor);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("rule 12: every planned message ends in exactly one outcome with a reason", () => {
    fc.assert(
      fc.property(randomDefinition, dueAt, randomMoves, (definition, due, moves) => {
        const program = programOf(definition);
        const matter = openMatter(program, exampleFacts(), START, due);
        for (const move of moves) doMove(matter, move, program);
        runOut(matter);
        for (const message of matter.messages.values()) {
          expect(["sent", "not_sent", "failed"]).toContain(message.status);
          expect(message.reason).not.toBeNull();
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe("one case, two workers", () => {
  it("rule 4: a second wake at the same moment finds nothing to do", () => {
    fc.assert(
      fc.property(randomDefinition, dueAt, randomMoves, (definition, due, moves) => {
        const program = programOf(definition);
        const matter = openMatter(program, exampleFacts(), START, due);
        for (const move of moves) {
          doMove(matter, move, program);
          const { nextActionAt } = matter.state;
          if (nextActionAt === null || nextActionAt > matter.now) continue;
          happen(matter, { type: "woke", at: matter.now });
          const rested = matter.state;
          if (rested.nextActionAt !== null) expect(rested.nextActionAt).toBeGreaterThan(matter.now);
          const { state, effects } = happen(matter, { type: "woke", at: matter.now });
          expect(effects).toEqual([]);
          expect(state).toEqual(rested);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("rule 4: a wake before the moment changes nothing", () => {
    fc.assert(
      fc.property(randomDefinition, dueAt, fc.nat(12), (definition, due, ticks) => {
        const matter = openMatter(programOf(definition), exampleFacts(), START, due);
        for (let n = 0; n < ticks; n++) tick(matter);
        const before = matter.state;
        if (before.nextActionAt !== null && before.nextActionAt <= matter.now) return;
        const { state, effects } = happen(matter, { type: "woke", at: matter.now });
        expect(effects).toEqual([]);
        expect(state).toEqual(before);
      }),
      { numRuns: RUNS },
    );
  });
});

it("a fallback does not move a wait that counts from the message it stands in for", () => {
  const definition = Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: "tasks",
    subject: "A matter",
    stages: [
      {
        id: "only",
        name: "Only",
        steps: [
          {
            id: "s1",
            kind: "send",
            channels: [{ email: "t-email" }],
            fallback: { sms: "t-sms", after: "PT30M", unless: "opened" },
          },
          { id: "s2", kind: "wait", until: { lastMessage: "P2D" } },
        ],
      },
    ],
  });
  const matter = openMatter(programOf(definition), exampleFacts(), START, null);
  tick(matter);
  expect([...matter.messages.values()]).toHaveLength(2);
  expect(matter.state.nextActionAt).toBe(START + 2 * DAY_MS);
  happen(matter, { type: "woke", at: matter.now });
  expect(matter.state.nextActionAt).toBe(START + 2 * DAY_MS);
});

describe("rule 9: when the ground moves under a wait", () => {
  it("nothing fires at the old moment after the due date has moved", () => {
    fc.assert(
      fc.property(
        randomDefinition,
        fc.nat(6),
        fc.integer({ min: 1, max: 20 }),
        (definition, ticks, days) => {
          const matter = openMatter(programOf(definition), exampleFacts(), START, DUE);
          for (let n = 0; n < ticks; n++) tick(matter);
          const old = matter.state.nextActionAt ?? Number.NEGATIVE_INFINITY;
          fc.pre(matter.state.status === "open" && old > matter.now);
          doMove(matter, { do: "move_due", ms: days * DAY_MS }, matter.program);
          fc.pre((matter.state.nextActionAt ?? 0) > old);
          const { effects } = happen(matter, { type: "woke", at: old });
          expect(effects).toEqual([]);
        },
      ),
      { numRuns: RUNS / 4, maxSkipsPerRun: 1_000 },
    );
  });

  it("a due date moved in time leads to the same as one that was so from the start", () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant("wait"),
        until: fc
          .constantFrom("-P4D", "-P1D", "PT6H", { businessDays: -2 })
          .map((due) => ({ due })),
        at: fc.option(fc.constant("09:00"), { nil: undefined }),
        days: fc.option(fc.constant("business"), { nil: undefined }),
      }),
      fc.constant({ kind: "send", channels: [{ email: "t" }] }),
      fc.record({
        kind: fc.constant("wait_for_response"),
        for: fc.constantFrom("P1D", "P3D"),
        from: fc.constantFrom("due", "now"),
      }),
    );
    const sends = (matter: Matter) => {
      runOut(matter);
      return [...matter.messages.values()].map(({ step: id, deliverAt }) => ({ id, deliverAt }));
    };
    let looked = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: -3, max: 9 }),
        (list, days) => {
          const first = { id: "first", kind: "wait", until: { due: "-P5D" } };
          const steps = [first, ...list.map((raw, i) => ({ ...raw, id: `s${i}` }))];
          const definition = Definition.parse(
            JSON.parse(
              JSON.stringify({
                schema: 1,
                purpose: "reminder",
                topic: "t",
                subject: "x",
                stages: [{ id: "a", name: "A", steps }],
              }),
            ),
          );
          const moved = DUE + days * DAY_MS;
          const matter = openMatter(programOf(definition), exampleFacts(), START, DUE);
          doMove(matter, { do: "move_due", ms: days * DAY_MS }, matter.program);
          const planned = sends(matter);
          looked += planned.length;
          expect(planned).toEqual(
            sends(openMatter(programOf(definition), exampleFacts(), START, moved)),
          );
        },
      ),
      { numRuns: RUNS },
    );
    expect(looked).toBeGreaterThan(RUNS / 2);
  });

  it("nothing fires during a snooze, and the case goes on when it ends", () => {
    fc.assert(
      fc.property(randomDefinition, dueAt, fc.nat(6), (definition, due, ticks) => {
        const matter = openMatter(programOf(definition), exampleFacts(), START, due);
        for (let n = 0; n < ticks; n++) tick(matter);
        if (matter.state.status !== "open") return;
        const days = definition.limits?.daysMax ?? 365;
        const until = matter.now + 2 * DAY_MS;
        if (until >= START + days * DAY_MS) return;
        doMove(matter, { do: "snooze", ms: 2 * DAY_MS }, matter.program);
        doMove(matter, { do: "move_due", ms: -DAY_MS }, matter.program);
        doMove(matter, { do: "move_zone", zone: "Asia/Kolkata" }, matter.program);
        expect(matter.state.nextActionAt).toBe(until);
        const { effects } = happen(matter, { type: "woke", at: until - 1 });
        expect(effects).toEqual([]);
        happen(matter, { type: "woke", at: until });
        expect(matter.state.snoozedUntil).toBeNull();
        expect(matter.state.waitingFor).not.toBe("snooze");
      }),
      { numRuns: RUNS },
    );
  });
});

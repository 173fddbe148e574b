import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import { randomDefinition } from "@/core/workflow/random-definition";
import { exampleFacts } from "./example-facts";
import type { Matter } from "./matter";
import { happen, openMatter, tick } from "./memory-engine";
import { DUE, doMove, randomMoves, START } from "./random-run";
import type { Trail } from "./state";
import { addUp, bucketOf, msOfBucket, type StepMove, stepMoves, visitOf } from "./trail";

// Properties run hundreds of cases; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const programOf = (definition: Definition, version = 1) =>
  compile(definition, { workflow: "w", version });

const wait = (id: string) => ({ id, kind: "wait", for: "P1D" });
const opened = (steps: unknown[], version = 1): Matter => {
  const definition = Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: "tasks",
    subject: "A matter",
    stages: [{ id: "only", name: "Only", steps }],
  });
  return openMatter(programOf(definition, version), exampleFacts(), START, DUE);
};
const trailOf = ({ state }: Matter): Trail => state.memory.trail ?? {};
const waysOf = (matter: Matter) =>
  Object.fromEntries(
    Object.entries(trailOf(matter)).map(([id, visit]) => [id, visitOf(visit).way]),
  );
const by = { kind: "operator", id: "op1", name: "Ana" } as const;
const answered = (matter: Matter, name: string, resolves: boolean) =>
  happen(matter, { type: "responded", at: matter.now, by, kind: "event", name, resolves });

describe("the way a case left a step", () => {
  it("is the answer it got, or none", () => {
    const steps = [
      { id: "a1", kind: "wait_for_response", for: "P1D" },
      { id: "a2", kind: "wait_for_response", for: "P1D", what: [{ event: "paid" }] },
      wait("w1"),
    ];
    const matter = opened(steps);
    answered(matter, "form.sent", false);
    tick(matter);
    expect(waysOf(matter)).toEqual({ a1: "responded", a2: "no_answer", w1: "here" });
  });

  it("is the path by its name, the rest, and what split and repeat chose", () => {
    const path = (when: string) => ({
      paths: [{ name: "Large @ 3/4", when, steps: [] }],
      otherwise: [],
    });
    const matter = opened([
      { id: "b1", kind: "branch", ...path("true") },
      { id: "b2", kind: "branch", ...path("false") },
      { id: "p1", kind: "split", arms: [{ name: "A", weight: 1, steps: [] }] },
      {
        id: "r1",
        kind: "repeat",
        every: "PT1H",
        timesMax: 2,
        steps: [{ id: "u1", kind: "update", set: { priority: "high" } }],
      },
      wait("w1"),
    ]);
    const first = { b1: "path:Large @ 3/4", b2: "otherwise", p1: "arm:A", u1: "on" };
    expect(waysOf(matter)).toEqual({ ...first, r1: "here" });
    tick(matter);
    tick(matter);
    expect(waysOf(matter)).toEqual({ ...first, r1: "on", w1: "here" });
    expect(visitOf(trailOf(matter).r1 ?? "").bucket).toBe(bucketOf(2 * HOUR_MS));
  });

  it("is the end of the case where it stood", () => {
    const matter = opened([wait("w1"), wait("w2")]);
    tick(matter);
    answered(matter, "done", true);
    expect(waysOf(matter)).toEqual({ w1: "on", w2: "end:resolved" });
  });

  it("is the move to another version, and the visit there is the new version's", () => {
    const matter = opened([wait("w1"), wait("w2")]);
    const next = opened([wait("w1"), wait("w2")], 2).program;
    matter.program = next;
    happen(matter, { type: "moved_to_version", at: matter.now, by, version: 2, landing: 1 });
    expect(waysOf(matter)).toEqual({ w1: "moved", w2: "here" });
    expect(visitOf(trailOf(matter).w2 ?? "").version).toBe(2);
  });
});

describe("the trail", () => {
  it("counts a step that is come to again once, by its last visit", () => {
    const matter = opened([wait("w1")]);
    const before = trailOf(matter);
    answered(matter, "done", true);
    const ended = trailOf(matter);
    matter.now += 2 * DAY_MS;
    happen(matter, { type: "reopened", at: matter.now, by });
    const all = [
      ...stepMoves("w", {}, before),
      ...stepMoves("w", before, ended),
      ...stepMoves("w", ended, trailOf(matter)),
    ];
    expect(addUp(all)).toEqual([["w", 1, "w1", "here", expect.any(Number), 0, 1]]);
  });

  it("stands exactly where the case is and in the repeats around it, and nowhere when it is over", () => {
    fc.assert(
      fc.property(randomDefinition, randomDefinition, randomMoves, (first, second, moves) => {
        const other = programOf(second, 2);
        const matter = openMatter(programOf(first), exampleFacts(), START, DUE);
        const check = () => {
          const here = Object.entries(waysOf(matter)).filter(([, way]) => way === "here");
          const { program, state } = matter;
          const at = program.instructions[state.pc];
          const around = program.instructions.flatMap((each, pc) =>
            each.op === "repeat" && pc <= state.pc && state.pc < each.end ? [each.step] : [],
          );
          const own = at && at.op !== "end" && at.op !== "jump" ? [at.step] : [];
          const wanted = new Set([...own, ...around]);
          // What is held back by a snooze goes on when that ends.
          if (state.snoozedUntil !== null) return;
          expect(new Set(here.map(([id]) => id))).toEqual(wanted);
          const kept = trailOf(matter);
          happen(matter, { type: "noted", at: matter.now, text: "Nothing", by });
          expect(trailOf(matter)).toEqual(kept);
        };
        check();
        for (const move of moves) {
          doMove(matter, move, other);
          check();
        }
      }),
      { numRuns: 200 },
    );
  });

  it("gives, change by change, what the visits at the end say", () => {
    fc.assert(
      fc.property(randomDefinition, randomDefinition, randomMoves, (first, second, moves) => {
        const other = programOf(second, 2);
        const matter = openMatter(programOf(first), exampleFacts(), START, DUE);
        const changes: StepMove[] = [...stepMoves("w", {}, trailOf(matter))];
        for (const move of moves) {
          const before = trailOf(matter);
          doMove(matter, move, other);
          changes.push(...stepMoves("w", before, trailOf(matter)));
        }
        const sorted = (all: StepMove[]) => addUp(all).map(String).sort();
        expect(sorted(changes)).toEqual(sorted(stepMoves("w", {}, trailOf(matter))));
      }),
      { numRuns: 100 },
    );
  });
});

describe("beside the previous release", () => {
  const steps = [wait("w1"), wait("w2"), wait("w3")];

  it("no event begins the trail of a case that has none", () => {
    const matter = opened(steps);
    delete matter.state.memory.trail;
    tick(matter);
    answered(matter, "done", true);
    happen(matter, { type: "reopened", at: matter.now, by });
    expect(matter.state).toMatchObject({ status: "open", step: "w2" });
    expect(matter.state.memory.trail).toBeUndefined();
  });

  it("a case that was moved on without its trail stands no longer where it was", () => {
    const matter = opened(steps);
    const old = trailOf(matter);
    tick(matter);
    matter.state.memory.trail = old;
    tick(matter);
    expect(waysOf(matter)).toEqual({ w1: "moved", w2: "on", w3: "here" });
  });

  it("a case that was ended without its trail stands nowhere once it is looked at", () => {
    const matter = opened(steps);
    const old = trailOf(matter);
    happen(matter, { type: "canceled", at: matter.now, by, reason: "Not needed" });
    matter.state.memory.trail = old;
    happen(matter, { type: "noted", at: matter.now, text: "Nothing", by });
    expect(waysOf(matter)).toEqual({ w1: "moved" });
  });
});

describe("a bucket", () => {
  it("gives a time back within a twentieth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 400 * DAY_MS }), (ms) => {
        expect(Math.abs(msOfBucket(bucketOf(ms)) / ms - 1)).toBeLessThan(0.05);
      }),
    );
    expect(bucketOf(-MINUTE_MS)).toBe(0);
    expect(msOfBucket(bucketOf(0))).toBe(0);
  });
});

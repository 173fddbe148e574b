import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { DAY_MS } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import { randomDefinition } from "@/core/workflow/random-definition";
import { exampleFacts } from "./example-facts";
import { DUE, START } from "./random-run";
import { Scenario } from "./scenario";
import { SIMULATED_DAYS_MAX, SIMULATED_EVENTS_MAX, simulate } from "./simulate";

// Properties run hundreds of cases; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const programOf = (steps: unknown[]) =>
  compile(
    Definition.parse({
      schema: 1,
      purpose: "reminder",
      topic: "t",
      subject: "x",
      stages: [{ id: "a", name: "A", steps }],
    }),
    { workflow: "w", version: 1 },
  );

describe("limits", () => {
  const mail = { id: "s", kind: "send", channels: [{ email: "t" }] };

  it("stops after three years and says so", () => {
    const program = programOf([mail, { id: "w", kind: "wait", for: "P5Y" }]);
    const result = simulate(program, {
      facts: exampleFacts(),
      scenario: Scenario.parse({}),
      from: START,
      dueAt: null,
    });
    expect(result.end).toMatchObject({ status: "open", cut: "days" });
    expect(result.end.at).toBeLessThanOrEqual(START + SIMULATED_DAYS_MAX * DAY_MS);
  });

  it("stops after its number of events and says so", () => {
    const inner = { id: "i", kind: "repeat", every: "PT1H", timesMax: 100, steps: [mail] };
    const program = programOf([
      { id: "o", kind: "repeat", every: "PT1H", timesMax: 100, steps: [inner] },
    ]);
    const result = simulate(program, {
      facts: exampleFacts(),
      scenario: Scenario.parse({}),
      from: START,
      dueAt: null,
    });
    expect(result.end.cut).toBe("events");
    expect(result.entries.length).toBeLessThan(4 * SIMULATED_EVENTS_MAX);
  });

  it("holds, without end, what has no due date", () => {
    const program = programOf([{ id: "w", kind: "wait", until: { due: "P0D" } }]);
    const result = simulate(program, {
      facts: exampleFacts(),
      scenario: Scenario.parse({}),
      from: START,
      dueAt: null,
    });
    expect(result.end).toMatchObject({ status: "open", waitingFor: "due_date", cut: null });
  });

  it("50 steps over a year run to their end", () => {
    const steps = Array.from({ length: 25 }, (_, i) => [
      { ...mail, id: `s${i}`, fallback: { sms: "u", after: "PT4H", unless: "opened" } },
      { id: `w${i}`, kind: "wait", for: "P14D", at: "09:00", days: "business" },
    ]).flat();
    const program = programOf(steps);
    const given = { facts: exampleFacts(), scenario: Scenario.parse({}), from: START, dueAt: DUE };
    const result = simulate(program, given);
    expect(result.messages).toHaveLength(50);
  });
});

describe("any workflow", () => {
  const at = fc.oneof(
    fc.record({ after: fc.constantFrom("PT1H", "P1D", "P5D") }),
    fc.record({ message: fc.integer({ min: 1, max: 4 }), after: fc.constantFrom("PT1M", "P1D") }),
    fc.record({ level: fc.integer({ min: 1, max: 2 }), after: fc.constant("PT2H") }),
  );
  const behaviour = fc.oneof(
    ...["open", "click", "reply", "acknowledge", "bounce", "unsubscribe", "nothing"].map((word) =>
      fc.record({ at, do: fc.constant(word) }),
    ),
    fc.record({ at, do: fc.constant("action"), action: fc.constantFrom("done", "other") }),
    fc.record({ at, do: fc.constant("event"), event: fc.constant("form.sent") }),
    fc.record({ at, do: fc.constant("move_due"), by: fc.constantFrom("P3D", "-P2D") }),
  );

  it("ends with an outcome and a reason for every message, and sends none after the end but the ending's", () => {
    fc.assert(
      fc.property(
        randomDefinition,
        fc.constantFrom(DUE, null),
        fc.array(behaviour, { maxLength: 6 }),
        (definition, dueAt, behaviours) => {
          const program = compile(definition, { workflow: "w", version: 1 });
          const scenario = Scenario.parse({ behaviours });
          const given = { facts: exampleFacts(), scenario, from: START, dueAt };
          const { messages, entries, end } = simulate(program, given);
          expect(end.cut).toBeNull();
          for (const message of messages) {
            expect(["sent", "not_sent", "failed"]).toContain(message.status);
            expect(message.code).not.toBe("planned");
            if (end.status !== "open" && (message.sentAt ?? 0) > end.at)
              expect(message.request.ending).toBe(true);
          }
          const times = entries.map((entry) => entry.at);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
          expect(simulate(program, given).entries).toEqual(entries);
        },
      ),
      { numRuns: 150 },
    );
  });
});

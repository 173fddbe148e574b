import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { answer, check, facts, send, withSteps } from "./problems/example-problems";
import { randomDefinition } from "./random-definition";
import { validate } from "./validate";

// Properties run hundreds of cases; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

describe("validate", () => {
  it("finds nothing in the example of the documentation", () => {
    expect(check()).toEqual([]);
  });

  it("says for each finding where it is, which step, why, and what to do", () => {
    const [problem] = check({ due: undefined });
    expect(problem).toEqual({
      code: "due.missing",
      severity: "problem",
      path: "stages.1.steps.0.until",
      step: "w1",
      params: {},
      message: "Uses the due date, but the workflow has none.",
      why: "Its cases would stop here until somebody sets a due date.",
      fix: "Set the workflow's due date.",
    });
  });

  it("puts problems before checks", () => {
    const severities = check({ start: undefined, topic: "gone", stopsWhen: [] }).map(
      ({ severity }) => severity,
    );
    expect(severities).toEqual(["problem", "check", "check"]);
  });

  it("does not look at disabled steps, nor inside them", () => {
    const branch = {
      id: "b",
      kind: "branch",
      disabled: true,
      paths: [
        { name: "A", when: "nonsense (", steps: [send("x", { channels: [{ email: "gone" }] })] },
      ],
      otherwise: [],
    };
    expect(check(withSteps(branch, send("s"), answer))).toEqual([]);
  });

  it("never fails, and knows every place it names, whatever the workflow", () => {
    fc.assert(
      fc.property(randomDefinition, (definition) => {
        for (const { path, step } of validate(definition, facts())) {
          if (step === null) continue;
          const parts = path.split(".");
          const at = (depth: number) =>
            parts
              .slice(0, depth)
              .reduce<unknown>(
                (value, part) => (value as Record<string, unknown>)?.[part],
                definition,
              );
          const holders = parts.map((_, i) => at(i + 1) as { id?: string } | undefined);
          expect(holders.some((holder) => holder?.id === step)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

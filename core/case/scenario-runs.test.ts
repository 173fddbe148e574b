import { expect, test } from "vitest";
import { HOUR_MS } from "@/core/time";
import { scenarioRunsOf } from "./scenario-runs";
import type { SimulatedMessage } from "./simulation";

const message = (personId: string, hour: number | null) =>
  ({ personId, sentAt: hour === null ? null : hour * HOUR_MS }) as SimulatedMessage;
const run = (name: string, visited: string[], messages: SimulatedMessage[]) => ({
  key: name.toLowerCase(),
  name,
  simulation: { visited, messages },
});

test("a step that one scenario comes to is reached", () => {
  const runs = scenarioRunsOf([run("One", ["a", "b"], []), run("Two", ["a", "c"], [])]);
  expect(runs).toMatchObject({ scenarios: 2, most: null });
  expect([...runs.reached].toSorted()).toEqual(["a", "b", "c"]);
});

test("the worst scenario is the one in which one person gets the most within the hours", () => {
  const cap = { messages: 3, hours: 24 };
  const spread = [0, 24, 48, 72, 96].map((hour) => message("mara", hour));
  const dense = [0, 10, 20, 23].map((hour) => message("mara", hour));
  const shared = [0, 1, 2, 3, 4].map((hour, i) => message(i % 2 ? "mara" : "max", hour));
  const unsent = [0, 1, 2, 3, 4].map(() => message("mara", null));
  const runs = [run("Spread", [], spread), run("Dense", [], dense), run("Shared", [], shared)];
  expect(scenarioRunsOf([...runs, run("Unsent", [], unsent)], cap).most).toEqual({
    messages: 4,
    hours: 24,
    cap: 3,
    scenario: "dense",
    name: "Dense",
  });
});

import { expect, it } from "vitest";
import { answer, found, send } from "./example-problems";

const split = (changes: object) => ({
  id: "x",
  kind: "split",
  arms: [
    { name: "Soft", weight: 50, steps: [] },
    { name: "Hard", weight: 50, steps: [send("s")] },
  ],
  ...changes,
});
const arms = (...names: string[]) => ({
  arms: names.map((name) => ({ name, weight: 1, steps: [] })),
});

it("a holdout keeps nobody from what is required: that is a problem at its weight", () => {
  const topics = new Map([["billing-reminders", { required: true, name: "Billing" }]]);
  const steps = [split({ holdout: 10 }), answer];
  expect(found(steps, "split.holdout_required", {}, { topics })).toMatchObject({
    severity: "problem",
    path: "stages.0.steps.0.holdout",
    message: 'Keeps people without messages, but the topic "Billing" is required.',
  });
  expect(found(steps, "split.holdout_required")).toBeUndefined();
  for (const holdout of [undefined, 0]) {
    expect(
      found([split({ holdout }), answer], "split.holdout_required", {}, { topics }),
    ).toBeUndefined();
  }
});

it("two arms of one name cannot be told apart, nor one that is named as the holdout is", () => {
  const path = "stages.0.steps.0.arms.1.name";
  expect(found([split(arms("A", "A")), answer], "split.same_name")?.path).toBe(path);
  const named = arms("A", "holdout");
  expect(found([split({ ...named, holdout: 1 }), answer], "split.same_name")?.path).toBe(path);
  expect(found([split(named), answer], "split.same_name")).toBeUndefined();
});

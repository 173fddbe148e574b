import { expect, it } from "vitest";
import { ladderProblems } from "./ladder-problems";
import { facts } from "./problems/example-problems";
import type { Level } from "./steps/escalate";

const level = (target: Level["targets"][number]): Level => ({
  targets: [{ manager: "person" }, target],
  channels: [{ email: "invoice-initial" }],
  acknowledgeWithin: "PT30M",
});

it("names the place in the ladder where nobody would be told", () => {
  const ladder = { levels: [level({ rota: "night" }), level({ team: "gone" })] };
  expect(ladderProblems(ladder, facts()).map(({ code, path }) => ({ code, path }))).toContainEqual({
    code: "escalate.no_target",
    path: "levels.1.targets.1",
  });
});

it("says nothing of the document a policy is only thought to stand in", () => {
  const blocking = ladderProblems({ levels: [level({ rota: "night" })] }, facts()).filter(
    ({ severity }) => severity === "problem",
  );
  expect(blocking).toEqual([]);
});

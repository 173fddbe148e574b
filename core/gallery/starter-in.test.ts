import { describe, expect, it } from "vitest";
import { ScenarioTest } from "@/core/case/scenario-test";
import { PolicyInput } from "@/core/contracts/teams";
import { compile } from "@/core/workflow/compile";
import { Definition, walk } from "@/core/workflow/definition";
import { innerLists } from "@/core/workflow/step";
import { STARTERS } from ".";
import type { Starter } from "./starter";
import { starterIn } from "./starter-in";

/** Everything somebody reads beside the contents, in the order it stands. */
function namesOf({ definition, scenarios, topics, policies, teams, asks }: Starter): string[] {
  const fields = (definition.data?.properties ?? {}) as Record<string, { title: string }>;
  const steps = [...walk(definition)].flatMap(({ step }) => {
    const isNamed = step.kind === "branch" || step.kind === "split";
    const ways = isNamed ? innerLists(step).map(({ name }) => name) : [];
    return [step.title ?? "", step.note ?? "", ...ways.filter((name) => name !== "Otherwise")];
  });
  return [
    ...definition.stages.map(({ name }) => name),
    ...steps,
    ...Object.values(fields).map(({ title }) => title),
    ...scenarios.map(({ name }) => name),
    ...topics.flatMap(({ name, description }) => [name, description ?? ""]),
    ...policies.map(({ name }) => name),
    ...[...teams, ...asks.teams].flatMap(({ name, role }) => [name, role]),
  ];
}

/** Words that are the same in both. */
const SAME = ["", "Support"];

describe.each(STARTERS.map((starter) => [starter.key, starter] as const))(
  "%s in German",
  (_, english) => {
    const german = starterIn(english, "de-AT");

    it("calls every part by a German name", () => {
      const before = namesOf(english);
      const left = namesOf(german).filter((name, i) => name === before[i] && !SAME.includes(name));
      expect(left).toEqual([]);
    });

    it("is the same workflow with the same scenarios, which parse", () => {
      expect(Definition.parse(german.definition)).toEqual(german.definition);
      const program = ({ definition }: Starter) =>
        compile(definition, { workflow: "w", version: 1 }).instructions.map(({ op }) => op);
      expect(program(german)).toEqual(program(english));
      const bare = ({ scenarios }: Starter) => scenarios.map((test) => ({ ...test, name: "" }));
      expect(bare(german)).toEqual(bare(english));
      for (const test of german.scenarios) expect(ScenarioTest.safeParse(test).success).toBe(true);
      for (const { key: _key, ...policy } of german.policies) {
        expect(PolicyInput.safeParse(policy).success).toBe(true);
      }
      expect(german.templates).toBe(english.templates);
    });
  },
);

it("a starter is in English for whoever reads another language", () => {
  for (const starter of STARTERS) expect(starterIn(starter, "fr")).toBe(starter);
});

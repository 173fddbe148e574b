import { expect, it } from "vitest";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import { exampleFacts } from "./example-facts";
import { START } from "./random-run";
import { Scenario } from "./scenario";
import { simulate } from "./simulate";

const definition = Definition.parse({
  schema: 1,
  purpose: "reminder",
  topic: "t",
  subject: "x",
  stages: [
    {
      id: "a",
      name: "A",
      steps: [
        {
          id: "climb",
          kind: "escalate",
          levels: [
            { targets: [{ person: "max" }], channels: [{ email: "t" }], acknowledgeWithin: "PT4H" },
          ],
          fallback: { person: "boss" },
        },
        { id: "note", kind: "send", to: "involved", channels: [{ email: "t" }] },
      ],
    },
  ],
});

it("who is called in and told of the case as involved at one moment gets one message", () => {
  const program = compile(definition, { workflow: "w", version: 1 });
  const given = { facts: exampleFacts(), scenario: Scenario.parse({}), from: START, dueAt: null };
  const { messages } = simulate(program, given);
  const toBoss = messages.filter(({ personId }) => personId === "boss");
  const [called, told] = toBoss;
  expect(toBoss.map(({ step, code }) => [step, code])).toEqual([
    ["climb", "sent.merged"],
    ["note", "sent.plan"],
  ]);
  expect(called?.sentAt).toBe(told?.sentAt);
  expect(called?.params.carrier).toBe(told?.id);
});

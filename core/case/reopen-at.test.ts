import { expect, it } from "vitest";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import { exampleFacts } from "./example-facts";
import { happen, openMatter } from "./memory-engine";
import { DUE, START } from "./random-run";

const BY = { kind: "operator", id: "op1", name: "Ana" } as const;
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
        { id: "w1", kind: "wait", for: "P2D" },
        { id: "w2", kind: "wait", for: "P3D" },
        { id: "s1", kind: "send", channels: [{ email: "one" }] },
        { id: "c1", kind: "close", outcome: "resolved" },
      ],
    },
  ],
});

function canceled() {
  const program = compile(definition, { workflow: "w", version: 1 });
  const matter = openMatter(program, exampleFacts(), START, DUE);
  happen(matter, { type: "canceled", at: START, by: BY, reason: "x" });
  return matter;
}

it("a case is reopened at the step that was chosen", () => {
  const matter = canceled();
  happen(matter, { type: "reopened", at: START + 1, by: BY, step: "w2" });
  expect(matter.state).toMatchObject({ status: "open", step: "w2" });
});

it("a step that is not there, or from which the case would close at once, is refused", () => {
  const matter = canceled();
  const at = (step: string) =>
    happen(matter, { type: "reopened", at: START + 1, by: BY, step }).refused?.code;
  expect(at("gone")).toBe("no_such_step");
  expect(at("s1")).toBe("closes_at_once");
  expect(matter.state.status).toBe("canceled");
});

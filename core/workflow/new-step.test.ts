import { describe, expect, it } from "vitest";
import { parseCondition } from "@/core/condition/condition";
import { Definition } from "./definition";
import { exampleDefinition } from "./example-definition";
import { freshTemplateKey, newStep } from "./new-step";
import { STEP_KINDS } from "./random-definition";
import { Step } from "./step";

const withDue = exampleDefinition();
const { due: _, ...rest } = withDue;
const withoutDue = Definition.parse(rest);
const seen = (example: unknown) => ({
  templates: {},
  policies: [],
  events: [
    { name: "invoice.created", count: 1, fields: [{ path: "data.x", example, missing: 0, of: 1 }] },
  ],
});
const noStart = Definition.parse({ ...rest, start: undefined });

describe("a new step", () => {
  it.each(STEP_KINDS)("of the kind %s is accepted by the schema", (kind) => {
    for (const definition of [withDue, withoutDue]) {
      expect(Step.safeParse(newStep(kind, { id: "new", definition })).success).toBe(true);
    }
  });

  it("waits for the due date only where there is one", () => {
    expect(newStep("wait", { id: "w", definition: withDue })).toMatchObject({
      until: { due: "-P2D" },
      days: "business",
    });
    expect(newStep("wait", { id: "w", definition: withoutDue })).toMatchObject({ for: "P1D" });
  });

  it("sends a content whose key nothing else has", () => {
    const first = freshTemplateKey("message", { definition: withDue });
    const second = freshTemplateKey("message", { definition: withDue, contents: [first] });
    expect([first, second]).toEqual(["message", "message-2"]);
  });

  it.each([120.5, true, "•••", 'a "b"', "x".repeat(300), null, undefined])(
    "asks a first field that holds %j a condition that can be read",
    (example) => {
      const step = newStep("branch", { id: "b", definition: noStart, facts: seen(example) });
      if (step.kind !== "branch") throw new Error("not a branch");
      expect(step.paths.map(({ when }) => parseCondition(when).ok)).toEqual([true]);
    },
  );

  it("escalates by the first policy of the workspace", () => {
    const policies = [{ key: "leads", name: "Leads", ladder: { levels: [] } }];
    const facts = { ...seen(1), policies };
    expect(newStep("escalate", { id: "e", definition: withDue, facts })).toMatchObject({
      policy: "leads",
    });
  });
});

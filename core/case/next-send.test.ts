import { describe, expect, it } from "vitest";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import { nextSend } from "./next-send";

const send = (id: string) => ({ id, kind: "send", channels: [{ email: "one" }] });
const behind = (steps: unknown[]) => {
  const program = compile(
    Definition.parse({
      schema: 1,
      purpose: "reminder",
      topic: "t",
      subject: "x",
      stages: [{ id: "a", name: "A", steps: [{ id: "w1", kind: "wait", for: "P2D" }, ...steps] }],
    }),
    { workflow: "w", version: 1 },
  );
  return (waitingFor: "time" | "due_date" = "time") =>
    nextSend(program, program.addressOf.get("w1") ?? -1, waitingFor);
};

describe("the next step of a waiting case", () => {
  it("sends when a message stands right behind the wait", () => {
    expect(behind([send("s1")])()).toBe("sends");
  });

  it("may send when a condition decides", () => {
    const branch = {
      id: "b",
      kind: "branch",
      paths: [{ name: "big", when: "data.amount > 10", steps: [send("s1")] }],
      otherwise: [],
    };
    expect(behind([branch])()).toBe("may_send");
    expect(behind([branch, send("s2")])()).toBe("may_send");
  });

  it("does not send when another wait comes first, or nothing", () => {
    expect(behind([{ id: "w2", kind: "wait", for: "P1D" }, send("s1")])()).toBe("none");
    expect(behind([])()).toBe("none");
  });

  it("does not send by the clock while a date or an operator is waited for", () => {
    expect(behind([send("s1")])("due_date")).toBe("none");
  });
});

import { describe, expect, it } from "vitest";
import { answer, found, send } from "./example-problems";

describe("timing", () => {
  const due = (id: string, offset: unknown) => ({ id, kind: "wait", until: { due: offset } });

  it("every use of the due date needs one", () => {
    const uses = [
      due("w", "-P2D"),
      { id: "w", kind: "wait", until: { opened: { fraction: 0.5 } } },
      { ...answer, from: "due" },
    ];
    for (const step of uses)
      expect(
        found(
          [step, send("s"), answer === step ? answer : { ...answer, id: "r2" }],
          "due.missing",
          { due: undefined },
        ),
      ).toBeDefined();
    const update = { id: "u", kind: "update", set: { dueAt: { from: "data.due_date" } } };
    expect(
      found([update, due("w", "-P2D"), send("s"), answer], "due.missing", { due: undefined }),
    ).toBeUndefined();
  });

  it("an earlier moment after a later one can never wait, also inside a branch", () => {
    expect(
      found([due("a", "-P2D"), send("s"), due("b", "-P5D"), answer], "wait.order"),
    ).toMatchObject({
      severity: "problem",
      step: "b",
      message:
        "“5 days before the due date” comes after “2 days before the due date”: it can never wait.",
    });
    const branch = {
      id: "x",
      kind: "branch",
      paths: [{ name: "A", when: "true", steps: [due("b", "-P5D")] }],
      otherwise: [],
    };
    expect(found([due("a", "-P2D"), branch, answer], "wait.order")?.step).toBe("b");
    expect(
      found([due("a", "-P5D"), send("s"), due("b", "-P2D"), answer], "wait.order"),
    ).toBeUndefined();
  });

  it.each([
    ["-P2D", { businessDays: -3 }],
    ["P0D", { businessDays: -2 }],
    ["P1D", { businessDays: -1 }],
    [{ businessDays: 3 }, "P2D"],
    [{ businessDays: 1 }, "-P1D"],
  ])("after %j, %j can never wait either, whatever the calendar", (first, then) => {
    expect(found([due("a", first), due("b", then), answer], "wait.order")?.step).toBe("b");
  });

  it.each([
    ["-P2D", { businessDays: -2 }],
    ["P0D", { businessDays: -1 }],
    [{ businessDays: -3 }, "-P5D"],
    ["P5D", { businessDays: 3 }],
    ["-P1M", { businessDays: -40 }],
  ])("after %j, %j may wait: it depends on the calendar", (first, then) => {
    expect(found([due("a", first), due("b", then), answer], "wait.order")).toBeUndefined();
  });

  it("the ways of a branch do not follow one another", () => {
    const branch = {
      id: "x",
      kind: "branch",
      paths: [{ name: "A", when: "true", steps: [due("a", "-P1D")] }],
      otherwise: [due("b", "-P5D")],
    };
    expect(found([branch, answer], "wait.order")).toBeUndefined();
  });

  it("two messages to the same person without a wait are worth a look", () => {
    expect(found([send("s"), send("t"), answer], "wait.zero")).toMatchObject({
      severity: "check",
      step: "t",
    });
    expect(
      found([send("s"), { id: "w", kind: "wait", for: "P1D" }, send("t"), answer], "wait.zero"),
    ).toBeUndefined();
    expect(found([send("s"), send("t", { to: "owner" }), answer], "wait.zero")).toBeUndefined();
  });

  it("six in the morning is worth a look", () => {
    expect(
      found([{ ...due("w", "-P2D"), at: "06:00" }, send("s"), answer], "wait.in_quiet_hours")
        ?.severity,
    ).toBe("check");
  });
});

import { describe, expect, it } from "vitest";
import { ASKING, answer, check, facts, found, send, withSteps } from "./example-problems";

const written = (body: string, more: Record<string, unknown> = {}) => {
  const actions = [{ id: "paid", label: "I have paid", kind: "complete" as const }];
  const content = { subject: "Invoice", body, actions, ...more };
  const templates = new Map(facts().templates);
  return { templates: templates.set("invoice-initial", { channel: "email", content }) };
};
const steps = withSteps(send("s"), answer);
const copyCodes = (more: ReturnType<typeof written>, changes: Record<string, unknown> = {}) =>
  check({ ...steps, ...changes }, more)
    .map(({ code }) => code)
    .filter((code) => code.startsWith("copy."));

describe("the words of contents", () => {
  it("a reminder that says neither why nor by when is worth two looks", () => {
    expect(copyCodes(written("Please pay."))).toEqual([
      "copy.deadline_missing",
      "copy.importance_missing",
    ]);
    expect(copyCodes(written(ASKING))).toEqual([]);
  });

  it("news needs neither, and without a due date no deadline is asked for", () => {
    expect(copyCodes(written("It has left."), { purpose: "status" })).toEqual([]);
    const undated = { due: undefined, key: undefined };
    expect(copyCodes(written("Please pay."), undated)).toEqual(["copy.importance_missing"]);
  });

  it("two different tasks in one message are worth a look; a link beside its “done” is one task", () => {
    const two = ["a", "b"].map((id) => ({ id, label: `Do ${id}`, kind: "complete" }));
    expect(copyCodes(written(ASKING, { actions: two }))).toEqual(["copy.many_primary_actions"]);
    const one = [
      { id: "pay", label: "Pay now", kind: "link", url: "https://pay.example.com" },
      { id: "paid", label: "I have paid", kind: "complete" },
    ];
    expect(copyCodes(written(ASKING, { actions: one }))).toEqual([]);
  });

  it("a missing button is said once", () => {
    const more = written(ASKING, { actions: [] });
    expect(copyCodes(more)).toEqual([]);
    expect(found([send("s"), answer], "send.no_action", {}, more)?.severity).toBe("check");
  });

  it("what is wrong with a content is said at the first step that sends it", () => {
    const twice = withSteps(send("s"), { id: "w", kind: "wait", for: "P1D" }, send("t"), answer);
    const all = check(twice, written(`${ASKING} Act now!!`));
    expect(all).toMatchObject([
      {
        code: "copy.false_urgency",
        severity: "check",
        step: "s",
        message: 'In "invoice-initial": State the date instead of pressing the reader.',
      },
    ]);
  });
});

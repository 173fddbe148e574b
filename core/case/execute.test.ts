import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/core/time";
import { codes, mail, mara, messages, open, paramsOf, START, until, wait } from "./example-case";
import { exampleFacts } from "./example-facts";
import { happen, runOut, tick } from "./memory-engine";

describe("branch, split, update, call, close", () => {
  it("takes the first true path, and says which field was missing when none is", () => {
    const branch = (when: string) => ({
      id: "b",
      kind: "branch",
      paths: [{ name: "High", when, steps: [mail("high")] }],
      otherwise: [mail("low")],
    });
    expect(
      messages(open({ steps: [branch("data.amount > 100"), wait("w", "P1D")] })).map((m) => m.step),
    ).toEqual(["high"]);
    const missing = open({ steps: [branch("data.totl > 100"), wait("w", "P1D")] });
    expect(messages(missing).map((m) => m.step)).toEqual(["low"]);
    expect(paramsOf(missing, "branch.taken")).toEqual({ path: "otherwise", missing: "data.totl" });
  });

  it("rule 14: members of a holdout are planned as ghosts, to the end", () => {
    const split = {
      id: "x",
      kind: "split",
      arms: [{ name: "A", weight: 0.0001, steps: [] }],
      holdout: 1000,
    };
    const matter = open({
      steps: [split, mail("s"), wait("w", "P1D")],
      resolution: { steps: [mail("thanks")] },
    });
    happen(matter, { type: "resolved", at: START, by: mara });
    expect(messages(matter).map((m) => [m.step, m.request.ghost])).toEqual([
      ["s", true],
      ["thanks", true],
    ]);
    expect(matter.state.memory.arms).toEqual({ x: "holdout" });
  });

  it("rule 14: what is owed to people leaves although they are in a holdout", () => {
    const split = {
      id: "x",
      kind: "split",
      arms: [{ name: "A", weight: 0.0001, steps: [] }],
      holdout: 1000,
    };
    const facts = exampleFacts();
    const workspace = { ...facts.workspace, requiredTopics: new Set(["t"]) };
    const steps = [split, mail("s"), wait("w", "P1D")];
    const matter = open({ steps, facts: { ...facts, workspace } });
    expect(messages(matter).map((m) => m.request.ghost)).toEqual([undefined]);
    expect(matter.state.memory).toMatchObject({ arms: { x: "holdout" }, holdout: true });
  });

  it("rule 14: a person falls into the same arm at every entry", () => {
    const split = {
      id: "x",
      kind: "split",
      arms: ["A", "B", "C"].map((name) => ({ name, weight: 1, steps: [] })),
    };
    const steps = [{ id: "r", kind: "repeat", every: "PT1H", timesMax: 4, steps: [split] }];
    const matter = open({ steps });
    runOut(matter);
    const taken = matter.codes
      .filter(({ code }) => code === "split.taken")
      .map(({ params }) => params.arm);
    expect(taken).toHaveLength(4);
    expect(new Set(taken).size).toBe(1);
  });

  it("sets priority, owner and due date, and the waits behind see them", () => {
    const set = {
      priority: "urgent",
      owner: { team: "billing" },
      dueAt: "2026-12-01T10:00:00Z",
      "person.attributes.vip": true,
    };
    const matter = open({
      steps: [
        { id: "u", kind: "update", set },
        { id: "w", kind: "wait", until: { due: "-P1D" } },
      ],
      dueAt: null,
    });
    expect(matter.state).toMatchObject({
      priority: "urgent",
      owner: { team: "billing" },
      nextActionAt: Date.UTC(2026, 10, 30, 10),
    });
  });

  it("a call waits for its answer, keeps it, and goes on without one", () => {
    const steps = [
      { id: "c", kind: "call", url: "https://crm.example.com", saveAs: "crm" },
      mail("s"),
      wait("w", "P1D"),
    ];
    const answered = open({ steps });
    expect(messages(answered)).toEqual([]);
    happen(answered, {
      type: "call_answered",
      at: START + 500,
      step: "c",
      ok: true,
      answer: { tier: 1 },
    });
    expect(answered.state.memory.saved).toEqual({ crm: { tier: 1 } });
    expect(messages(answered).map((m) => m.step)).toEqual(["s"]);
    const silent = open({ steps });
    tick(silent);
    expect(codes(silent)).toContain("call.failed");
    expect(messages(silent).map((m) => m.step)).toEqual(["s"]);
  });

  it("a call of an ending takes its answer too", () => {
    const steps = [{ id: "c", kind: "call", url: "https://crm.example.com" }, mail("thanks")];
    const matter = open({ steps: [wait("w", "P1D")], resolution: { steps } });
    happen(matter, { type: "resolved", at: START, by: mara });
    happen(matter, { type: "call_answered", at: START + 500, step: "c", ok: true, answer: null });
    expect(messages(matter).map((m) => m.step)).toEqual(["thanks"]);
  });

  it("close ends the case as it says; canceled sends nothing more", () => {
    const close = (outcome: string) =>
      open({
        steps: [{ id: "c", kind: "close", outcome }],
        resolution: { steps: [mail("thanks")] },
        expiry: { steps: [mail("late")] },
      });
    expect(messages(close("resolved")).map((m) => m.step)).toEqual(["thanks"]);
    expect(messages(close("expired")).map((m) => m.step)).toEqual(["late"]);
    expect(messages(close("canceled"))).toEqual([]);
    expect(close("canceled").state.status).toBe("canceled");
  });

  it("disabled steps are passed through", () => {
    const matter = open({ steps: [mail("a", { disabled: true }), mail("b"), wait("w", "P1D")] });
    expect(messages(matter).map((m) => m.step)).toEqual(["b"]);
  });
});

describe("repeat", () => {
  const repeat = { id: "r", kind: "repeat", every: "P2D", timesMax: 3, steps: [mail("s")] };

  it("runs each round at once, then gives the person the time to answer; after the last the flow goes on", () => {
    const matter = open({ steps: [repeat, mail("after")] });
    runOut(matter);
    expect(messages(matter).map((m) => [m.step, m.deliverAt - START, m.visit])).toEqual([
      ["s", 0, 0],
      ["s", 2 * DAY_MS, 1],
      ["s", 4 * DAY_MS, 2],
      ["after", 6 * DAY_MS, 3],
    ]);
  });

  it("an answer ends the rounds at once", () => {
    const matter = open({ steps: [repeat, mail("after"), wait("w", "P1D")] });
    until(matter, START + DAY_MS);
    happen(matter, { type: "responded", at: matter.now, by: mara, kind: "reply", name: "reply" });
    expect(messages(matter).map((m) => m.step)).toEqual(["s", "after"]);
  });

  it("a repeat in a repeat starts over in each round", () => {
    const inner = { id: "i", kind: "repeat", every: "PT1H", timesMax: 2, steps: [mail("s")] };
    const matter = open({
      steps: [{ id: "o", kind: "repeat", every: "P1D", timesMax: 2, steps: [inner] }],
    });
    runOut(matter);
    expect(messages(matter)).toHaveLength(4);
  });
});

import { describe, expect, it } from "vitest";
import { DAY_MS, toRfc3339 } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import {
  ana,
  codes,
  lena,
  mail,
  mara,
  messages,
  open,
  openExample,
  paid,
  START,
  sent,
  until,
  wait,
} from "./example-case";
import { happen, runOut, tick } from "./memory-engine";

describe("the invoice workflow", () => {
  it("sends the first notice at once, on all channels, and waits for 09:00 two business days before due", () => {
    const matter = openExample();
    expect(messages(matter).map((m) => [m.channel, m.deliverAt])).toEqual([
      ["email", START],
      ["in_app", START],
    ]);
    expect(matter.state.waitingFor).toBe("time");
    // Saturday 12 December less two days is Thursday the 10th.
    expect(toRfc3339(matter.state.nextActionAt ?? 0)).toBe("2026-12-10T08:00:00.000Z");
  });

  it("reminds, falls back to SMS, waits from the due date, escalates, and expires when nobody reacts", () => {
    const matter = openExample();
    runOut(matter);
    expect(sent(matter)).toEqual([
      "s1 email mara",
      "s1 in_app mara",
      "s2 email mara",
      "s2 sms mara",
      "e1 email lena",
      "e1 email boss",
    ]);
    expect(codes(matter)).toContain("esc.exhausted");
    expect(matter.state).toMatchObject({ status: "expired", priority: "high", level: 2 });
  });

  it("is resolved by the event its stop rule names: nothing of the plan goes out any more", () => {
    const matter = openExample();
    until(matter, Date.UTC(2026, 11, 10, 8));
    happen(matter, {
      type: "responded",
      at: matter.now,
      by: paid,
      kind: "event",
      name: "invoice.paid",
      resolves: true,
    });
    expect(matter.state).toMatchObject({ status: "resolved", closedBy: "event:invoice.paid" });
    runOut(matter);
    expect(sent(matter)).not.toContain("s2 sms mara");
    expect(sent(matter)).toContain("c1 email mara");
    expect(messages(matter).find((m) => m.channel === "sms")?.reason).toBe("skip.responded");
  });
});

describe("what people do to a case", () => {
  it("a snooze holds the flow and ends by itself", () => {
    const matter = open({ steps: [wait("w", "P1D"), mail("s"), wait("w2", "P9D")] });
    happen(matter, { type: "snoozed", at: START, by: mara, until: START + 3 * DAY_MS });
    expect(matter.state).toMatchObject({ waitingFor: "snooze", nextActionAt: START + 3 * DAY_MS });
    until(matter, START + 3 * DAY_MS);
    expect(messages(matter).map((m) => [m.step, m.plannedAt])).toEqual([["s", START + 3 * DAY_MS]]);
  });

  it("a due date moved during a snooze fires nothing until the snooze ends", () => {
    const matter = open({
      steps: [{ id: "w", kind: "wait", until: { due: "-P2D" }, ifPassed: "skip" }, mail("s")],
    });
    happen(matter, { type: "snoozed", at: START, by: mara, until: START + 3 * DAY_MS });
    happen(matter, { type: "due_moved", at: START, by: ana, dueAt: START + 3 * DAY_MS });
    expect(messages(matter)).toEqual([]);
    until(matter, START + 3 * DAY_MS);
    // The moment came during the snooze: it was reached, not skipped.
    expect(messages(matter).map((m) => m.step)).toEqual(["s"]);
  });

  it("reopening takes the flow up where it stood, with its waits and answers starting afresh", () => {
    const steps = [mail("a"), { id: "r", kind: "wait_for_response", for: "P3D" }, mail("b")];
    const matter = open({ steps, resolution: { steps: [mail("thanks")] } });
    tick(matter);
    happen(matter, {
      type: "responded",
      at: START + DAY_MS,
      by: mara,
      kind: "action",
      name: "paid",
      resolves: true,
    });
    happen(matter, { type: "reopened", at: START + 2 * DAY_MS, by: ana });
    expect(matter.state).toMatchObject({
      status: "open",
      step: "r",
      nextActionAt: START + 5 * DAY_MS,
      closedAt: null,
    });
    expect(messages(matter).find((m) => m.step === "thanks")?.reason).toBe("skip.reopened");
    runOut(matter);
    expect(sent(matter)).toEqual(["a email mara", "b email mara"]);
  });

  it("a reopened case that has nothing left to do waits 30 days for its resolution", () => {
    const matter = open({ steps: [{ id: "c", kind: "close", outcome: "resolved" }], dueAt: null });
    happen(matter, { type: "reopened", at: START + DAY_MS, by: ana });
    expect(matter.state).toMatchObject({
      status: "open",
      waitingFor: "response",
      nextActionAt: START + 31 * DAY_MS,
    });
  });

  it("a reopened case has its days again, and its acknowledgement is forgotten", () => {
    const matter = open({ steps: [wait("w", "P1Y")], limits: { daysMax: 10 } });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    happen(matter, { type: "resolved", at: START + 9 * DAY_MS, by: ana });
    happen(matter, { type: "reopened", at: START + 20 * DAY_MS, by: ana });
    expect(matter.state).toMatchObject({ acknowledgedAt: null, nextActionAt: START + 30 * DAY_MS });
  });

  it("rule 11: moved to another version, the same step's wait goes on and another step's begins anew", () => {
    const definitionOf = (steps: unknown[]) =>
      Definition.parse({
        schema: 1,
        purpose: "reminder",
        topic: "t",
        subject: "x",
        stages: [{ id: "a", name: "A", steps }],
      });
    const next = compile(definitionOf([wait("w", "P5D"), wait("v", "P1D"), mail("s")]), {
      workflow: "w",
      version: 2,
    });
    const moveTo = (landing: string) => {
      const matter = open({ steps: [wait("w", "P3D"), mail("s")] });
      matter.program = next;
      const event = {
        type: "moved_to_version",
        at: START + 2 * DAY_MS,
        by: ana,
        version: 2,
      } as const;
      happen(matter, { ...event, landing: next.addressOf.get(landing) ?? 0 });
      return matter.state.nextActionAt;
    };
    expect(moveTo("w")).toBe(START + 5 * DAY_MS);
    expect(moveTo("v")).toBe(START + 3 * DAY_MS);
  });

  it("rule 13: an open or a click moves nothing by itself, whoever it was", () => {
    const matter = open({ steps: [mail("s"), { id: "a", kind: "wait_for_response", for: "P3D" }] });
    const before = matter.state;
    for (const human of [true, false]) {
      const { effects } = happen(matter, {
        type: "engaged",
        at: START,
        what: "clicked",
        human,
        step: "s",
      });
      expect(effects).toEqual([]);
    }
    expect(matter.state).toEqual(before);
  });
});

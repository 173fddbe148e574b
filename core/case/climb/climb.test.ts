import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS, toRfc3339 } from "@/core/time";
import { ana, codes, lena, mail, messages, open, START, sent, until, wait } from "../example-case";
import { happen, runOut, tick } from "../memory-engine";

describe("escalate", () => {
  const level = (person: string, more: Record<string, unknown> = {}) => ({
    targets: [{ person }],
    channels: [{ email: "esc" }],
    acknowledgeWithin: "PT4H",
    ...more,
  });
  const escalate = (more: Record<string, unknown> = {}) => ({
    id: "e",
    kind: "escalate",
    levels: [level("max"), level("boss")],
    tell: [{ in_app: "told" }],
    ...more,
  });

  it("brings in the first level, tells the primary person, and waits for an acknowledgement", () => {
    const matter = open({ steps: [escalate({ priority: "high" }), mail("after")] });
    expect(messages(matter).map((m) => [m.personId, m.request.audience])).toEqual([
      ["max", "escalation"],
      ["mara", "tell"],
    ]);
    expect(matter.state).toMatchObject({
      waitingFor: "acknowledgement",
      level: 1,
      owner: { personId: "max" },
      priority: "high",
    });
    expect(matter.state.nextActionAt).toBe(START + 4 * HOUR_MS);
  });

  it("tells the primary person even where they are brought in themselves", () => {
    const levels = [level("mara", { channels: [{ in_app: "esc" }] })];
    const matter = open({ steps: [escalate({ levels })] });
    expect(messages(matter).map((m) => m.template)).toEqual(["esc", "told"]);
  });

  it("climbs when nobody acknowledges, starts over as often as it says, then tells the fallback and goes on", () => {
    const matter = open({
      steps: [
        escalate({ repeat: { toLevel: 2, timesMax: 1 }, fallback: { team: "billing" } }),
        mail("after"),
      ],
    });
    runOut(matter);
    expect(sent(matter)).toEqual([
      "e email max",
      "e in_app mara",
      "e email boss",
      "e email boss",
      "e email lena",
      "after email mara",
    ]);
    expect(codes(matter).filter((code) => code.startsWith("esc."))).toEqual([
      "esc.started",
      "esc.level_up",
      "esc.repeated",
      "esc.level_up",
      "esc.fallback",
      "esc.exhausted",
    ]);
  });

  it("an acknowledgement answers the escalation it was given in, not a later one", () => {
    const again = { ...escalate({ levels: [level("boss")], tell: undefined }), id: "e2" };
    const matter = open({ steps: [escalate(), wait("w", "P3D"), again] });
    happen(matter, { type: "acknowledged", at: START + HOUR_MS, by: lena });
    expect(matter.state.step).toBe("w");
    while (matter.state.step === "w") tick(matter);
    expect(matter.state).toMatchObject({ step: "e2", waitingFor: "acknowledgement" });
    expect(matter.state.acknowledgedAt).toBeNull();
  });

  it("an acknowledgement that came before the first escalation makes it unnecessary", () => {
    const matter = open({ steps: [wait("w", "P1D"), escalate(), mail("after")] });
    happen(matter, { type: "acknowledged", at: START + HOUR_MS, by: lena });
    tick(matter);
    expect(codes(matter)).toContain("esc.not_needed");
    expect(messages(matter).map((m) => m.step)).toEqual(["after"]);
  });

  it("passes over levels with nobody there, at once and by name", () => {
    const levels = [level("paula"), { ...level("x"), targets: [{ team: "empty" }] }, level("boss")];
    const matter = open({ steps: [escalate({ levels })] });
    expect(matter.state.level).toBe(3);
    const skipped = matter.codes
      .filter(({ code }) => code === "esc.skipped_unavailable")
      .map(({ params }) => params.why);
    expect(skipped).toEqual(["paused", "no_members"]);
  });

  it("goes on when there is nobody on any level", () => {
    const matter = open({
      steps: [escalate({ levels: [level("paula")] }), mail("after"), wait("w", "P1D")],
    });
    expect(codes(matter)).toContain("esc.exhausted");
    expect(messages(matter).map((m) => m.step)).toEqual(["after"]);
  });

  it("an acknowledgement stops the climb and takes the case over; the flow goes on", () => {
    const matter = open({ steps: [escalate(), mail("after"), wait("w", "P1D")] });
    until(matter, START + HOUR_MS);
    happen(matter, { type: "acknowledged", at: matter.now, by: lena });
    expect(matter.state).toMatchObject({
      acknowledgedBy: "lena",
      owner: { personId: "lena" },
      step: "w",
    });
    runOut(matter);
    expect(sent(matter)).not.toContain("e email boss");
  });

  it("after an acknowledgement the case waits until the later of due and 30 days, then expires", () => {
    const acknowledged = START + HOUR_MS;
    for (const [dueAt, end] of [
      [START + 50 * DAY_MS, START + 50 * DAY_MS],
      [START + DAY_MS, acknowledged + 30 * DAY_MS],
    ] as const) {
      const matter = open({ steps: [escalate()], dueAt });
      happen(matter, { type: "acknowledged", at: acknowledged, by: lena });
      expect(matter.state).toMatchObject({
        status: "open",
        waitingFor: "response",
        nextActionAt: end,
      });
      runOut(matter);
      expect(matter.state).toMatchObject({ status: "expired", closedAt: end });
    }
  });

  it("expiry.after takes the place of the 30 days", () => {
    const matter = open({ steps: [escalate()], dueAt: null, expiry: { after: "P2D" } });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    expect(matter.state.nextActionAt).toBe(START + 2 * DAY_MS);
  });

  it("until resolved: an acknowledgement does not stop that level's clock, and the next level asks for its own", () => {
    const matter = open({
      steps: [
        escalate({ levels: [level("max", { until: "resolved" }), level("boss")] }),
        mail("after"),
        wait("w", "P1D"),
      ],
    });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    expect(matter.state.waitingFor).toBe("acknowledgement");
    until(matter, START + 4 * HOUR_MS);
    expect(sent(matter)).toContain("e email boss");
    expect(matter.state).toMatchObject({ step: "e", waitingFor: "acknowledgement" });
    expect(matter.state).toMatchObject({ acknowledgedBy: null, owner: { personId: "boss" } });
    happen(matter, { type: "acknowledged", at: START + 5 * HOUR_MS, by: lena });
    expect(matter.state).toMatchObject({ step: "w", acknowledgedBy: "lena" });
  });

  it("until resolved: who has it keeps it where no level is left, and the case waits on for its resolution", () => {
    const alone = open({ steps: [escalate({ levels: [level("max", { until: "resolved" })] })] });
    happen(alone, { type: "acknowledged", at: START, by: lena });
    until(alone, START + 4 * HOUR_MS);
    expect(alone.state).toMatchObject({ status: "open", acknowledgedBy: "lena" });
    const levels = [level("max", { until: "resolved" }), level("boss")];
    const matter = open({ steps: [escalate({ levels })], dueAt: null });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    until(matter, START + DAY_MS);
    expect(matter.state).toMatchObject({ status: "open", nextActionAt: START + 30 * DAY_MS });
  });

  it("working hours: four hours from Friday 15:00 end on Monday at 11:00", () => {
    const levels = [level("max", { clock: "working_hours" })];
    const matter = open({ steps: [wait("w", "P3DT5H48M"), escalate({ levels })] });
    tick(matter);
    expect(toRfc3339(matter.now)).toBe("2026-11-27T15:00:00.000Z");
    expect(toRfc3339(matter.state.nextActionAt ?? 0)).toBe("2026-11-30T11:00:00.000Z");
  });

  it("by hand: climbs now from an escalation, or jumps to the next one", () => {
    const climbing = open({ steps: [escalate()] });
    happen(climbing, { type: "escalated_now", at: START + MINUTE_MS, by: ana, expectedLevel: 1 });
    expect(climbing.state.level).toBe(2);
    const waiting = open({ steps: [wait("w", "P9D"), escalate()] });
    happen(waiting, { type: "escalated_now", at: START + MINUTE_MS, by: ana });
    expect(waiting.state).toMatchObject({ level: 1, step: "e" });
    const none = open({ steps: [wait("w", "P9D")] });
    expect(happen(none, { type: "escalated_now", at: START, by: ana }).refused?.code).toBe(
      "no_escalation",
    );
  });

  it("rule 6: a stale escalation changes nothing and says who has it", () => {
    const matter = open({ steps: [escalate()] });
    const { refused, effects } = happen(matter, {
      type: "escalated_now",
      at: START,
      by: ana,
      expectedLevel: 0,
    });
    expect(refused).toEqual({
      code: "level_changed",
      params: { level: 1, expected: 0, owner: { personId: "max" }, at: START },
    });
    expect(effects).toEqual([]);
  });

  it("takes the first level of the policy it names, and goes on where there is none by that name", () => {
    expect(
      open({ steps: [{ id: "e", kind: "escalate", policy: "billing-leads" }] }).state.owner,
    ).toEqual({ personId: "lena" });
    const gone = open({
      steps: [{ id: "e", kind: "escalate", policy: "gone" }, mail("after"), wait("w", "P1D")],
    });
    expect(messages(gone).map((m) => m.step)).toEqual(["after"]);
  });
});

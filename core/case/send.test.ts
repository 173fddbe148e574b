import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/core/time";
import { ana, codes, mail, messages, open, paramsOf, START, wait } from "./example-case";
import { happen, report, tick } from "./memory-engine";

describe("send", () => {
  it("anyOf goes on to the next place on a refusal, and stops at the first that was sent", () => {
    const steps = [
      { id: "s", kind: "send", anyOf: [{ push: "a" }, { sms: "b" }, { email: "c" }] },
      wait("w", "P1D"),
    ];
    const matter = open({ steps });
    expect(messages(matter).map((m) => m.channel)).toEqual(["push"]);
    tick(matter, () => "not_sent");
    expect(messages(matter).map((m) => m.channel)).toEqual(["push", "sms"]);
    tick(matter, () => "sent");
    expect(messages(matter).map((m) => [m.channel, m.status])).toEqual([
      ["push", "not_sent"],
      ["sms", "sent"],
    ]);
  });

  it("a refusal reported twice plans the next place once", () => {
    const matter = open({
      steps: [{ id: "s", kind: "send", anyOf: [{ push: "a" }, { sms: "b" }] }, wait("w", "P1D")],
    });
    tick(matter, () => "failed");
    const [push] = messages(matter);
    if (push) report(matter, push, "failed");
    expect(messages(matter).map((m) => m.channel)).toEqual(["push", "sms"]);
  });

  it("the fallback's time counts from the first message's outcome, whatever the case does meanwhile", () => {
    const steps = [mail("s", { fallback: { sms: "short", after: "PT4H", unless: "opened" } })];
    const matter = open({ steps: [], stages: [steps, [wait("w", "P1D")]] });
    tick(matter);
    const sms = messages(matter).find((m) => m.channel === "sms");
    expect(sms).toMatchObject({ deliverAt: START + 4 * HOUR_MS, stage: "stage0", step: "s" });
    expect(sms?.request).toMatchObject({ unless: "opened", unlessChannel: "email" });
  });

  it("a team's absent member is replaced by the deputy; one without a deputy is named with the reason", () => {
    const matter = open({
      steps: [mail("s", { to: { team: "billing", role: "members" } }), wait("w", "P1D")],
    });
    expect(messages(matter).map((m) => m.personId)).toEqual(["lena", "max", "olga"]);
    expect(paramsOf(matter, "skip.no_person")).toEqual({ target: "Pia Example", why: "absent" });
  });

  it("an owner who is not there is a line in the log, not silence", () => {
    const matter = open({ steps: [mail("s", { to: "owner" }), wait("w", "P1D")] });
    expect(messages(matter)).toEqual([]);
    expect(paramsOf(matter, "skip.no_person")).toMatchObject({ why: "no_owner" });
  });

  it("stops planning at the workflow's limit, with a reason, but still confirms", () => {
    const steps = [mail("a"), mail("b"), mail("c"), wait("w", "P1D")];
    const matter = open({
      steps,
      limits: { messagesMax: 2 },
      resolution: { steps: [mail("thanks")] },
    });
    expect(codes(matter).filter((code) => code === "limit.messages")).toHaveLength(1);
    happen(matter, { type: "resolved", at: matter.now, by: ana });
    expect(messages(matter).map((m) => m.step)).toEqual(["a", "b", "thanks"]);
  });

  it("what an operator's click causes leaves ten seconds later", () => {
    const matter = open({ steps: [wait("w", "P1D")], resolution: { steps: [mail("thanks")] } });
    happen(matter, { type: "resolved", at: START + MINUTE_MS, by: ana });
    expect(messages(matter)[0]?.deliverAt).toBe(START + MINUTE_MS + 10_000);
  });
});

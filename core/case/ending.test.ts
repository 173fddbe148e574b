import { describe, expect, it } from "vitest";
import { codeSentence } from "@/core/sentence/decision-sentence";
import { DAY_MS } from "@/core/time";
import {
  ana,
  codes,
  lena,
  mail,
  mara,
  messages,
  open,
  paramsOf,
  START,
  sent,
  wait,
} from "./example-case";
import { happen, runOut, tick } from "./memory-engine";

describe("the end", () => {
  const resolution = { steps: [mail("c1"), mail("c2", { to: "involved" })] };
  const escalate = {
    id: "e",
    kind: "escalate",
    levels: [
      {
        targets: [{ person: "max" }, { person: "boss" }],
        channels: [{ email: "esc" }],
        acknowledgeWithin: "P1D",
      },
    ],
  };

  it("confirms to the primary person always, and to the involved except the one who resolved it", () => {
    const matter = open({ steps: [escalate], resolution });
    tick(matter);
    happen(matter, {
      type: "resolved",
      at: matter.now,
      by: { kind: "person", id: "max", name: null },
    });
    runOut(matter);
    expect(sent(matter)).toEqual(["e email max", "e email boss", "c1 email mara", "c2 email boss"]);
  });

  it("confirms to the primary person even if they resolved it themselves", () => {
    const matter = open({ steps: [wait("w", "P1D")], resolution });
    happen(matter, {
      type: "responded",
      at: START,
      by: mara,
      kind: "action",
      name: "paid",
      resolves: true,
    });
    runOut(matter);
    expect(sent(matter)).toEqual(["c1 email mara"]);
  });

  it("an end that nothing settled says whether there was an answer", () => {
    const ask = { id: "a", kind: "wait_for_response", for: "P1D" };
    const silent = open({ steps: [ask] });
    runOut(silent);
    expect(paramsOf(silent, "case.expired")).toEqual({});
    const answered = open({ steps: [ask] });
    happen(answered, { type: "responded", at: START, by: mara, kind: "action", name: "later" });
    runOut(answered);
    expect(answered.state.status).toBe("expired");
    expect(paramsOf(answered, "case.expired")).toEqual({ answered: true });
    const params = { answered: true };
    expect(codeSentence("case.expired", params, { locale: "en", zone: "UTC" })).toBe(
      "Expired: it was answered, but nothing settled it, and the plan has ended.",
    );
    expect(codeSentence("case.expired", {}, { locale: "de", zone: "UTC" })).toBe(
      "Abgelaufen: keine Reaktion, und der Plan ist zu Ende.",
    );
  });

  it("what the flow sends in the same breath in which it ends the case still goes out", () => {
    const expired = open({ steps: [mail("last")], expiry: { steps: [mail("late")] } });
    expect(expired.state.status).toBe("expired");
    runOut(expired);
    expect(sent(expired)).toEqual(["last email mara", "late email mara"]);
    const closed = open({
      steps: [mail("last"), { id: "c", kind: "close", outcome: "canceled" }],
    });
    runOut(closed);
    expect(sent(closed)).toEqual(["last email mara"]);
  });

  it("what an earlier moment has planned and the end overtakes does not", () => {
    const steps = [
      mail("s", { fallback: { sms: "u", after: "P2D", unless: "opened" } }),
      wait("w", "P1D"),
    ];
    const matter = open({ steps });
    runOut(matter);
    expect(messages(matter).map((m) => m.reason)).toEqual(["sent.plan", "skip.case_closed"]);
  });

  it("resolving without confirmation sends nothing", () => {
    const matter = open({ steps: [wait("w", "P1D")], resolution });
    happen(matter, { type: "resolved", at: START, by: ana, confirm: false });
    expect(messages(matter)).toEqual([]);
  });

  it("rule 1: what waits is stopped with the reason; what the ending sends goes out", () => {
    const matter = open({ steps: [mail("a"), wait("w", "P1D")], resolution });
    happen(matter, { type: "resolved", at: START, by: mara });
    expect(messages(matter).map((m) => [m.step, m.status, m.reason])).toEqual([
      ["a", "not_sent", "skip.responded"],
      ["c1", "planned", null],
    ]);
  });

  it("rule 2: an acknowledgement, a wake or a report does not open it again; the verbs say it is closed", () => {
    const matter = open({ steps: [wait("w", "P1D")] });
    happen(matter, { type: "resolved", at: START, by: mara });
    const again = happen(matter, { type: "acknowledged", at: START + 1, by: lena });
    expect(again.refused).toEqual({
      code: "already_closed",
      params: { status: "resolved", at: START, by: "person:mara" },
    });
    happen(matter, { type: "woke", at: START + DAY_MS });
    expect(matter.state.status).toBe("resolved");
  });

  it("an ending can wait", () => {
    const matter = open({ steps: [], expiry: { steps: [wait("w", "P7D"), mail("late")] } });
    expect(matter.state).toMatchObject({ status: "expired", nextActionAt: START + 7 * DAY_MS });
    runOut(matter);
    expect(sent(matter)).toEqual(["late email mara"]);
  });

  it("expires after daysMax also while it is held for a due date that never comes", () => {
    const waits = { id: "w", kind: "wait", until: { due: "-P1D" } };
    const matter = open({ steps: [waits], dueAt: null, limits: { daysMax: 10 } });
    expect(matter.state.waitingFor).toBe("due_date");
    runOut(matter);
    expect(matter.state).toMatchObject({ status: "expired", closedAt: START + 10 * DAY_MS });
  });

  it("expires after daysMax whatever it waits for, even while it is snoozed", () => {
    const matter = open({ steps: [wait("w", "P1Y")], limits: { daysMax: 10 } });
    happen(matter, { type: "snoozed", at: START, by: mara, until: START + 30 * DAY_MS });
    runOut(matter);
    expect(matter.state).toMatchObject({ status: "expired", closedAt: START + 10 * DAY_MS });
    expect(codes(matter)).toContain("limit.days");
  });
});

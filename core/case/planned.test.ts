import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import { exampleFacts } from "./example-facts";
import { happen, openMatter, runOut, tick } from "./memory-engine";
import { plan } from "./plan";
import { sendsNext } from "./planned";
import { DUE, START } from "./random-run";
import type { Actor } from "./state";

const ANA: Actor = { kind: "operator", id: "op1", name: "Ana" };
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
        { id: "s1", kind: "send", channels: [{ email: "one" }, { in_app: "one" }] },
        { id: "w2", kind: "wait_for_response", for: "P3D" },
        {
          id: "s2",
          kind: "send",
          channels: [{ email: "two" }],
          fallback: { sms: "short", after: "PT4H", unless: "opened" },
        },
        { id: "w3", kind: "wait", for: "P9D" },
      ],
    },
  ],
});
const opened = () =>
  openMatter(compile(definition, { workflow: "w", version: 1 }), exampleFacts(), START, DUE);
type Opened = ReturnType<typeof opened>;
const sent = ({ messages }: Opened) =>
  [...messages.values()].map(({ step, channel, status, reason }) => [
    step,
    channel,
    status,
    reason,
  ]);
const codes = ({ codes: all }: Opened) => all.map(({ code }) => code);

describe("send now", () => {
  it("ends the wait: the message leaves ten seconds later, by hand, and the plan follows from there", () => {
    const matter = opened();
    happen(matter, { type: "planned_sent_now", at: START + HOUR_MS, by: ANA, step: "s1" });
    const [email] = matter.messages.values();
    expect(email?.deliverAt).toBe(START + HOUR_MS + 10_000);
    expect(email?.request).toMatchObject({ by: "Ana", because: { code: "sent.manual" } });
    expect(matter.state.nextActionAt).toBe(START + HOUR_MS + 3 * DAY_MS);
  });

  it("refuses a message that is not next", () => {
    const matter = opened();
    const { refused } = happen(matter, {
      type: "planned_sent_now",
      at: START,
      by: ANA,
      step: "s2",
    });
    expect(refused?.code).toBe("not_next");
    expect(sendsNext(matter.program, matter.state, matter.facts, START)).toEqual(["s1"]);
  });

  it("ends a snooze, which would hold the message", () => {
    const matter = opened();
    happen(matter, { type: "snoozed", at: START, by: ANA, until: START + 9 * DAY_MS });
    happen(matter, { type: "planned_sent_now", at: START + 1, by: ANA, step: "s1" });
    expect(matter.state.snoozedUntil).toBeNull();
    expect(codes(matter)).toContain("case.snooze_ended");
  });
});

describe("taking out", () => {
  it("keeps the moments of the plan, and every message of the step ends with the reason", () => {
    const matter = opened();
    const before = plan(matter.program, matter.state, matter.facts, START);
    happen(matter, { type: "planned_taken_out", at: START, by: ANA, step: "s1", reason: "called" });
    const after = plan(matter.program, matter.state, matter.facts, START);
    expect(after).toEqual(before.filter(({ step }) => step !== "s1"));
    tick(matter);
    expect(sent(matter)).toEqual([
      ["s1", "email", "not_sent", "skip.manual"],
      ["s1", "in_app", "not_sent", "skip.manual"],
    ]);
  });

  it("lets no fallback take the place of the message", () => {
    const matter = opened();
    happen(matter, { type: "planned_taken_out", at: START, by: ANA, step: "s2", reason: "called" });
    runOut(matter);
    expect(sent(matter).filter(([step]) => step === "s2")).toEqual([
      ["s2", "email", "not_sent", "skip.manual"],
    ]);
  });

  it("of a message that waits ends that one", () => {
    const matter = opened();
    const waits = () => [...matter.messages.values()].find(({ channel }) => channel === "sms");
    while (!waits() && tick(matter));
    const { step, visit, channel, personId } = waits() ?? {
      step: "",
      visit: 0,
      channel: "",
      personId: "",
    };
    const message = { step, visit, channel, personId };
    happen(matter, {
      type: "planned_taken_out",
      at: matter.now,
      by: ANA,
      step: "s2",
      message,
      reason: "called",
    });
    expect(sent(matter).at(-1)).toEqual(["s2", "sms", "not_sent", "skip.manual"]);
  });
});

describe("moving", () => {
  it("ends the wait at the chosen moment, and says so as the reason of the message", () => {
    const matter = opened();
    const to = START + 5 * DAY_MS;
    happen(matter, { type: "planned_moved", at: START, by: ANA, step: "s1", to });
    expect(matter.state.nextActionAt).toBe(to);
    tick(matter);
    const [email] = matter.messages.values();
    expect(email?.deliverAt).toBe(to);
    expect(email?.request.because?.code).toBe("planned.moved");
  });

  it("is forgotten when the due date moves: the plan follows its rules again", () => {
    const matter = opened();
    const rule = matter.state.nextActionAt;
    happen(matter, { type: "planned_moved", at: START, by: ANA, step: "s1", to: START + DAY_MS });
    happen(matter, { type: "due_moved", at: START + 1, by: ANA, dueAt: DUE + DAY_MS });
    expect(matter.state.nextActionAt).toBe(rule);
  });

  it("of a message behind a limit of the wait holds over a wake in between", () => {
    const matter = opened();
    const to = START + 5 * DAY_MS;
    happen(matter, { type: "planned_moved", at: START, by: ANA, step: "s1", to });
    const { effects } = happen(matter, { type: "woke", at: START + 2 * DAY_MS });
    expect(effects).toEqual([]);
  });
});

it("a closed case refuses all three", () => {
  const matter = opened();
  happen(matter, { type: "canceled", at: START, by: ANA, reason: "x" });
  const asked = { at: START, by: ANA, step: "s1" } as const;
  const refusals = [
    happen(matter, { type: "planned_sent_now", ...asked }),
    happen(matter, { type: "planned_taken_out", reason: "x", ...asked }),
    happen(matter, { type: "planned_moved", to: START + 1, ...asked }),
  ].map(({ refused }) => refused?.code);
  expect(refusals).toEqual(["already_closed", "already_closed", "already_closed"]);
});

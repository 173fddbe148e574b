import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, toRfc3339 } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import { exampleDefinition } from "@/core/workflow/example-definition";
import { exampleFacts } from "./example-facts";
import { DUE, START } from "./random-run";
import { Scenario } from "./scenario";
import { type Simulated, simulate } from "./simulate";
import { deliverToEveryone } from "./simulated-delivery";
import type { Simulation } from "./simulation";

const example = compile(exampleDefinition(), { workflow: "w", version: 1 });
const run = (behaviours: unknown[], more: Partial<Simulated> = {}): Simulation =>
  simulate(example, {
    facts: exampleFacts(),
    scenario: Scenario.parse({ behaviours }),
    from: START,
    dueAt: DUE,
    ...more,
  });
const programOf = (steps: unknown[], more: Record<string, unknown> = {}) =>
  compile(
    Definition.parse({
      schema: 1,
      purpose: "reminder",
      topic: "t",
      subject: "x",
      stages: [{ id: "a", name: "A", steps }],
      ...more,
    }),
    { workflow: "w", version: 1 },
  );
const fates = ({ messages }: Simulation) =>
  messages.map((m) => `${m.step} ${m.channel} ${m.personId} ${m.code}`);
const codesOf = ({ entries }: Simulation) =>
  entries.flatMap((entry) => (entry.kind === "decision" ? [entry.decision.code] : []));

describe("a scenario", () => {
  it("in which nobody reacts runs to the expiry, with every message and its outcome", () => {
    const result = run([]);
    expect(fates(result)).toEqual([
      "s1 email mara sent.plan",
      "s1 in_app mara sent.plan",
      "s2 email mara sent.plan",
      "s2 sms mara sent.plan",
      "e1 email lena sent.plan",
      "e1 email boss sent.plan",
    ]);
    expect(result.end).toMatchObject({ status: "expired", cut: null });
    expect(toRfc3339(result.end.at)).toBe("2026-12-16T18:12:00.000Z");
  });

  it("opens the reminder in time: the SMS is not sent, because the email was opened", () => {
    const result = run([{ at: { message: 3, after: "PT1H" }, do: "open" }]);
    expect(fates(result)).toContain("s2 sms mara skip.fallback_unneeded");
  });

  it("nobody reads within seconds: so early an open is taken for a machine's, as in production", () => {
    const result = run([{ at: { message: 3, after: "PT4S" }, do: "open" }]);
    expect(fates(result)).toContain("s2 sms mara sent.plan");
    expect(result.messages[2]?.openedAt).toBeNull();
  });

  it("a machine's open counts for nothing: the SMS is sent", () => {
    const result = run([{ at: { message: 3, after: "PT1H" }, do: "open", human: false }]);
    expect(fates(result)).toContain("s2 sms mara sent.plan");
    expect(result.messages[2]?.openedAt).toBeNull();
  });

  it("presses the button on day five: resolved, thanked, and nothing else", () => {
    const result = run([{ at: { after: "P5D" }, do: "action", action: "paid" }]);
    expect(fates(result)).toEqual([
      "s1 email mara sent.plan",
      "s1 in_app mara sent.plan",
      "c1 email mara sent.plan",
    ]);
    expect(result.end).toMatchObject({ status: "resolved", at: START + 5 * DAY_MS });
  });

  it("an answer in the very second of the reminder comes before it", () => {
    const result = run([{ at: { after: "P15DT22H48M" }, do: "event", event: "invoice.paid" }]);
    expect(toRfc3339(result.end.at)).toBe("2026-12-10T08:00:00.000Z");
    expect(fates(result).filter((fate) => fate.startsWith("s2"))).toEqual([]);
  });

  it("the email bounces: anyOf had no other place, the fallback goes out", () => {
    const result = run([{ at: { message: 3, after: "PT1M" }, do: "bounce" }]);
    expect(fates(result)).toContain("s2 email mara fail.bounced");
    expect(fates(result)).toContain("s2 sms mara sent.plan");
  });

  it("unsubscribes after message two: the person gets no more emails, the supervisors still do", () => {
    const result = run([{ at: { message: 2, after: "PT1H" }, do: "unsubscribe" }]);
    expect(fates(result)).toEqual([
      "s1 email mara sent.plan",
      "s1 in_app mara sent.plan",
      "s2 email mara skip.pref_channel",
      "s2 sms mara sent.plan",
      "e1 email lena sent.plan",
      "e1 email boss sent.plan",
    ]);
  });

  it("unsubscribing makes the case look again at what it holds for that person, and for nobody else", () => {
    const program = programOf([
      { id: "s1", kind: "send", to: { person: "lena" }, channels: [{ email: "t" }] },
      { id: "s2", kind: "send", channels: [{ email: "t" }, { sms: "t" }] },
      { id: "s3", kind: "wait", for: "P3D" },
    ]);
    const everyone = deliverToEveryone("UTC", "t");
    const looksAfter = (message: number) => {
      const looks: number[] = [];
      simulate(program, {
        facts: exampleFacts(),
        scenario: Scenario.parse({
          behaviours: [{ at: { message, after: "PT1H" }, do: "unsubscribe" }],
        }),
        from: START,
        dueAt: DUE,
        deliver: (one, now, view) => {
          if (one.channel !== "sms") return everyone(one, now, view);
          looks.push(now - START);
          const until = START + DAY_MS;
          return now < until
            ? { outcome: { heldUntil: until }, code: "held.quiet_hours", params: {} }
            : everyone(one, now, view);
        },
      });
      return looks;
    };
    expect(looksAfter(1)).toEqual([0, DAY_MS]);
    expect(looksAfter(2)).toEqual([0, HOUR_MS, DAY_MS]);
  });

  it("the due date moves: so does everything counted from it", () => {
    const result = run([{ at: { after: "P1D" }, do: "move_due", by: "P7D" }]);
    const reminder = result.messages.find(({ step }) => step === "s2");
    expect(toRfc3339(reminder?.sentAt ?? 0)).toBe("2026-12-17T08:00:00.000Z");
    expect(codesOf(result)).toContain("case.replanned");
  });

  it("the supervisor acknowledges two hours after being brought in: nobody above is told", () => {
    const result = run([{ at: { level: 1, after: "PT2H" }, do: "acknowledge" }]);
    expect(fates(result)).not.toContain("e1 email boss sent.plan");
    const ack = result.entries.find((e) => e.kind === "decision" && e.decision.code === "esc.ack");
    expect(ack).toMatchObject({ decision: { params: { by: { id: "lena" } } } });
  });

  it("the supervisor acknowledges and never resolves it: the time-out starts it over, and they are told again", () => {
    const level = {
      targets: [{ person: "lena" }],
      channels: [{ email: "t" }],
      acknowledgeWithin: "PT4H",
    };
    const program = programOf([
      {
        id: "e",
        kind: "escalate",
        levels: [level],
        acknowledgementTimeout: { after: "PT8H" },
      },
      { id: "w", kind: "wait", for: "P5D" },
    ]);
    const behaviours = [{ at: { level: 1, after: "PT2H" }, do: "acknowledge" }];
    const result = simulate(program, {
      facts: exampleFacts(),
      scenario: Scenario.parse({ behaviours }),
      from: START,
      dueAt: null,
    });
    const climbs = codesOf(result).filter((code) => code.startsWith("esc."));
    expect(climbs.slice(0, 4)).toEqual([
      "esc.started",
      "esc.ack",
      "esc.ack_timeout",
      "esc.started",
    ]);
    expect(fates(result)).toEqual(["e email lena sent.plan", "e email lena sent.plan"]);
  });

  it("a behaviour with nothing to do it to is shown as not done", () => {
    const result = run([
      { at: { after: "P1D" }, do: "action", action: "paid" },
      { at: { after: "P2D" }, do: "reply" },
      { at: { after: "P3D" }, do: "event", event: "something.else" },
    ]);
    const done = result.entries.flatMap((e) => (e.kind === "behaviour" ? [e.done] : []));
    expect(done).toEqual([true, false, false]);
  });

  it("what a call answers is there for the branch behind it", () => {
    const program = programOf([
      { id: "c", kind: "call", url: "https://crm.example.com", saveAs: "crm" },
      {
        id: "b",
        kind: "branch",
        paths: [
          {
            name: "Gold",
            when: 'data.crm.tier == "gold"',
            steps: [{ id: "g", kind: "send", channels: [{ email: "t" }] }],
          },
        ],
        otherwise: [],
      },
      { id: "w", kind: "wait", for: "P1D" },
    ]);
    const scenario = Scenario.parse({ calls: { c: { ok: true, answer: { tier: "gold" } } } });
    const result = simulate(program, { facts: exampleFacts(), scenario, from: START, dueAt: null });
    expect(fates(result)).toEqual(["g email mara sent.plan"]);
    expect(
      simulate(program, {
        facts: exampleFacts(),
        scenario: Scenario.parse({}),
        from: START,
        dueAt: null,
      }).messages,
    ).toEqual([]);
  });

  it("buttons do what their content says: a snooze snoozes, an acknowledgement acknowledges", () => {
    const actions = [
      { id: "later", label: "Later", kind: "snooze" as const },
      { id: "mine", label: "I take it", kind: "acknowledge" as const },
    ];
    const templates = new Map([["invoice-initial", { content: { body: "x", actions } }]]);
    const press = (action: string) =>
      run([{ at: { message: 1, after: "P1D" }, do: "action", action, for: "P2D" }], { templates });
    expect(codesOf(press("later"))).toContain("case.snoozed");
    expect(codesOf(press("mine"))).toContain("esc.ack");
  });

  it("refuses what is no behaviour", () => {
    expect(
      Scenario.safeParse({ behaviours: [{ at: { after: "P1D" }, do: "vanish" }] }).success,
    ).toBe(false);
    expect(
      Scenario.safeParse({ behaviours: [{ at: { after: "soon" }, do: "open" }] }).success,
    ).toBe(false);
  });
});

describe("as the worker does it", () => {
  const mail = { id: "s", kind: "send", channels: [{ email: "t" }] };
  const fallback = { sms: "u", after: "PT24H", unless: "opened" };
  const given = { facts: exampleFacts(), from: START, dueAt: null };
  const content = (id: string, kind: "snooze" | "acknowledge" | "complete") =>
    new Map([["t", { content: { body: "x", actions: [{ id, label: id, kind }] } }]]);

  it("a case that wakes at the very moment of a message is woken first", () => {
    const program = programOf([
      { ...mail, fallback },
      { id: "w", kind: "wait", for: "PT24H" },
      { id: "c", kind: "close", outcome: "resolved" },
    ]);
    const result = simulate(program, { ...given, scenario: Scenario.parse({}) });
    expect(fates(result)).toEqual(["s email mara sent.plan", "s sms mara skip.responded"]);
  });

  it("what leaves at once leaves before the answer of a call", () => {
    const program = programOf([
      mail,
      { id: "c", kind: "call", url: "https://crm.example.com" },
      { id: "x", kind: "close", outcome: "resolved" },
    ]);
    const result = simulate(program, { ...given, scenario: Scenario.parse({}) });
    expect(fates(result)).toEqual(["s email mara sent.plan"]);
  });

  it("a message is collected with those that were planned when it was", () => {
    const program = programOf([
      { ...mail, fallback },
      { id: "w", kind: "wait", for: "P9D" },
    ]);
    const result = simulate(program, { ...given, scenario: Scenario.parse({}) });
    expect(result.messages.map(({ plannedAt, deliverAt }) => [plannedAt, deliverAt])).toEqual([
      [START, START],
      [START, START + DAY_MS],
    ]);
  });

  it("the opens of people who did not agree to it count for nothing", () => {
    const scenario = Scenario.parse({
      behaviours: [{ at: { message: 1, after: "PT1H" }, do: "open" }],
    });
    const program = programOf([
      { ...mail, fallback },
      { id: "w", kind: "wait", for: "P9D" },
    ]);
    const result = simulate(program, { ...given, scenario, isTracked: () => false });
    expect(fates(result)).toContain("s sms mara sent.plan");
  });

  it("a button that is pressed again, or that a message does not have, does nothing", () => {
    const press = (action: string, after: string) => ({
      at: { message: 1, after },
      do: "action",
      action,
    });
    const scenario = Scenario.parse({
      behaviours: [press("ok", "PT1H"), press("ok", "PT2H"), press("other", "PT3H")],
    });
    const program = programOf([mail, { id: "w", kind: "wait", for: "P9D" }]);
    const templates = content("ok", "complete");
    const result = simulate(program, { ...given, scenario, templates });
    const done = result.entries.flatMap((e) => (e.kind === "behaviour" ? [e.done] : []));
    expect(done).toEqual([true, false, false]);
  });

  it("an acknowledgement from a level that has been passed changes nothing", () => {
    const level = (person: string) => ({
      targets: [{ person }],
      channels: [{ email: "t" }],
      acknowledgeWithin: "PT4H",
    });
    const program = programOf([
      { id: "e", kind: "escalate", levels: [level("lena"), level("boss")] },
      { id: "w", kind: "wait", for: "P9D" },
    ]);
    const scenario = Scenario.parse({
      behaviours: [{ at: { message: 1, after: "PT5H" }, do: "action", action: "mine" }],
    });
    const templates = content("mine", "acknowledge");
    const result = simulate(program, { ...given, scenario, templates });
    expect(codesOf(result)).not.toContain("esc.ack");
  });
});

describe("delivery in a simulation", () => {
  it("holds what delivery holds, and sends it when the hold ends", () => {
    const everyone = deliverToEveryone("Europe/Berlin");
    const result = run([], {
      deliver: (message, now, view) =>
        now < START + 3 * HOUR_MS
          ? { outcome: { heldUntil: START + 3 * HOUR_MS }, code: "held.quiet_hours", params: {} }
          : everyone(message, now, view),
    });
    expect(result.messages[0]).toMatchObject({
      status: "sent",
      sentAt: START + 3 * HOUR_MS,
      plannedAt: START,
    });
    const held = result.entries.filter(
      (e) => e.kind === "message" && e.code === "held.quiet_hours",
    );
    expect(held).toHaveLength(2);
  });

  it("holds messages of a snoozed case, and looks again when it ends", () => {
    const program = programOf([
      {
        id: "s",
        kind: "send",
        channels: [{ email: "t" }],
        fallback: { sms: "u", after: "PT4H", unless: "opened" },
      },
      { id: "w", kind: "wait", for: "P9D" },
    ]);
    const templates = new Map([
      [
        "t",
        {
          content: {
            body: "x",
            actions: [{ id: "later", label: "Later", kind: "snooze" as const }],
          },
        },
      ],
    ]);
    const scenario = Scenario.parse({
      behaviours: [{ at: { message: 1, after: "PT1H" }, do: "action", action: "later" }],
    });
    const result = simulate(program, {
      facts: exampleFacts(),
      templates,
      scenario,
      from: START,
      dueAt: null,
    });
    // Pressing the button means having opened the message.
    expect(fates(result)).toEqual(["s email mara sent.plan", "s sms mara skip.fallback_unneeded"]);
    expect(result.messages[1]?.sentAt).toBeNull();
    const held = result.entries.find((e) => e.kind === "message" && e.code === "held.snoozed");
    expect(held?.at).toBe(START + 4 * HOUR_MS);
  });

  it("members of the holdout get nothing, and are shown as such", () => {
    const split = {
      id: "x",
      kind: "split",
      arms: [{ name: "A", weight: 0.0001, steps: [] }],
      holdout: 1000,
    };
    const program = programOf([split, { id: "s", kind: "send", channels: [{ email: "t" }] }]);
    const result = simulate(program, {
      facts: exampleFacts(),
      scenario: Scenario.parse({}),
      from: START,
      dueAt: null,
    });
    expect(fates(result)).toEqual(["s email mara skip.holdout"]);
  });
});

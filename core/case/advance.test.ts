import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, toRfc3339 } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import { exampleDefinition } from "@/core/workflow/example-definition";
import { exampleFacts, examplePerson } from "./example-facts";
import type { CaseFacts } from "./facts";
import type { Matter, StoredMessage } from "./matter";
import { happen, openMatter, report, runOut, tick } from "./memory-engine";
import type { Actor } from "./state";

const START = Date.UTC(2026, 10, 24, 9, 12);
const DUE = Date.UTC(2026, 11, 12, 22, 59, 59, 999);
const mara: Actor = { kind: "person", id: "mara", name: "Mara" };
const lena: Actor = { kind: "person", id: "lena", name: "Lena" };
const ana: Actor = { kind: "operator", id: "op1", name: "Ana" };
const paid: Actor = { kind: "event", id: "e1", name: "invoice.paid" };

type Given = {
  steps: unknown[];
  stages?: unknown[][];
  facts?: CaseFacts;
  dueAt?: Instant | null;
} & Record<string, unknown>;

function open({ steps, stages, facts = exampleFacts(), dueAt = DUE, ...document }: Given): Matter {
  const lists = stages ?? [steps];
  const definition = Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: "t",
    subject: "x",
    stages: lists.map((list, i) => ({ id: `stage${i}`, name: `Stage ${i}`, steps: list })),
    ...document,
  });
  return openMatter(compile(definition, { workflow: "w", version: 1 }), facts, START, dueAt);
}

const openExample = (changes: Record<string, unknown> = {}, dueAt: Instant | null = DUE): Matter =>
  openMatter(
    compile(exampleDefinition(changes), { workflow: "invoices", version: 4 }),
    exampleFacts(),
    START,
    dueAt,
  );

const messages = (matter: Matter): StoredMessage[] => [...matter.messages.values()];
const sent = (matter: Matter) =>
  messages(matter)
    .filter((m) => m.status === "sent")
    .map((m) => `${m.step} ${m.channel} ${m.personId}`);
const codes = (matter: Matter) => matter.codes.map(({ code }) => code);
const paramsOf = (matter: Matter, code: string) =>
  matter.codes.find((c) => c.code === code)?.params;

/** Runs what is due, each at its own moment, up to and including `at`. */
function until(matter: Matter, at: Instant): void {
  for (;;) {
    const { nextActionAt } = matter.state;
    const waiting = messages(matter).filter((m) => m.status === "planned" && m.deliverAt <= at);
    if (waiting.length === 0 && (nextActionAt === null || nextActionAt > at)) break;
    tick(matter);
  }
  matter.now = Math.max(matter.now, at);
}

const mail = (id: string, changes: Record<string, unknown> = {}) => ({
  id,
  kind: "send",
  channels: [{ email: `t-${id}` }],
  ...changes,
});
const wait = (id: string, length: string) => ({ id, kind: "wait", for: length });

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

describe("wait", () => {
  const untilDue = (ifPassed?: string) => [
    { id: "w", kind: "wait", until: { due: "-P2D" }, at: "09:00", ifPassed },
    mail("s"),
    wait("w2", "P1D"),
    mail("t"),
  ];

  it("goes on at once when its moment has passed and it says nothing else", () => {
    const matter = open({ steps: untilDue(), dueAt: START + DAY_MS });
    expect(messages(matter).map((m) => m.step)).toEqual(["s"]);
  });

  it("ifPassed next: waits for the next 09:00", () => {
    const matter = open({ steps: untilDue("next"), dueAt: START + DAY_MS });
    expect(messages(matter)).toEqual([]);
    expect(toRfc3339(matter.state.nextActionAt ?? 0)).toBe("2026-11-25T08:00:00.000Z");
    happen(matter, { type: "woke", at: START + HOUR_MS });
    expect(codes(matter).filter((code) => code === "wait.passed")).toHaveLength(1);
  });

  it("ifPassed skip: leaves out what belongs to it, up to the next wait", () => {
    const matter = open({ steps: untilDue("skip"), dueAt: START + DAY_MS });
    expect(matter.state.step).toBe("w2");
    runOut(matter);
    expect(sent(matter)).toEqual(["t email mara"]);
  });

  it("without a due date it holds, visibly and without a moment, and goes on when one is set", () => {
    const matter = open({ steps: untilDue(), dueAt: null });
    expect(matter.state).toMatchObject({
      status: "open",
      waitingFor: "due_date",
      nextActionAt: null,
    });
    happen(matter, { type: "due_moved", at: START + HOUR_MS, by: ana, dueAt: DUE });
    expect(toRfc3339(matter.state.nextActionAt ?? 0)).toBe("2026-12-10T08:00:00.000Z");
  });

  it("without the data it counts from it waits for an operator", () => {
    const steps = [{ id: "w", kind: "wait", until: { "data.nothing": "P1D" } }];
    expect(open({ steps }).state).toMatchObject({ waitingFor: "operator", nextActionAt: null });
  });

  it("rule 9: a moved due date moves the wait at once, later and earlier", () => {
    const matter = open({ steps: untilDue() });
    happen(matter, { type: "due_moved", at: START, by: ana, dueAt: DUE + 7 * DAY_MS });
    expect(toRfc3339(matter.state.nextActionAt ?? 0)).toBe("2026-12-17T08:00:00.000Z");
    happen(matter, { type: "due_moved", at: START, by: ana, dueAt: START + 4 * DAY_MS });
    expect(toRfc3339(matter.state.nextActionAt ?? 0)).toBe("2026-11-26T08:00:00.000Z");
    expect(messages(matter)).toEqual([]);
  });

  it("rule 9: moved to another zone, nine o'clock is nine o'clock there", () => {
    const matter = open({ steps: untilDue() });
    matter.facts = {
      ...matter.facts,
      person: examplePerson("mara", { timeZone: "America/New_York" }),
    };
    happen(matter, { type: "facts_changed", at: START, what: "zone" });
    expect(toRfc3339(matter.state.nextActionAt ?? 0)).toBe("2026-12-10T14:00:00.000Z");
  });

  it("rule 8: 09:00 fires once a day through both nights the clocks change", () => {
    for (const from of [Date.UTC(2027, 2, 26, 12), Date.UTC(2026, 9, 23, 12)]) {
      const steps = [
        {
          id: "r",
          kind: "repeat",
          every: "PT1H",
          timesMax: 5,
          steps: [{ id: "w", kind: "wait", for: "PT1H", at: "09:00" }, mail("s")],
        },
      ];
      const program = compile(
        Definition.parse({
          schema: 1,
          purpose: "reminder",
          topic: "t",
          subject: "x",
          stages: [{ id: "a", name: "A", steps }],
        }),
        { workflow: "w", version: 1 },
      );
      const matter = openMatter(program, exampleFacts(), from, null);
      runOut(matter);
      const local = messages(matter).map((m) =>
        new Intl.DateTimeFormat("sv-SE", {
          timeZone: "Europe/Berlin",
          dateStyle: "short",
          timeStyle: "short",
        }).format(m.deliverAt),
      );
      expect(local.map((text) => text.slice(11))).toEqual(Array(5).fill("09:00"));
      expect(new Set(local).size).toBe(5);
    }
  });

  it("rule 8: a time the clocks skip fires once, at the first minute that exists", () => {
    const steps = [{ id: "w", kind: "wait", until: { due: "P0D" }, at: "02:30" }, mail("s")];
    const matter = open({ steps, dueAt: Date.UTC(2027, 2, 28, 10) });
    expect(toRfc3339(matter.state.nextActionAt ?? 0)).toBe("2027-03-28T01:00:00.000Z");
    runOut(matter);
    expect(sent(matter)).toEqual(["s email mara"]);
  });
});

describe("wait_for_response", () => {
  const await_ = (more: Record<string, unknown> = {}) => ({
    id: "a",
    kind: "wait_for_response",
    for: "P3D",
    ...more,
  });
  const paths = { responded: [mail("yes")], noAnswer: [mail("no")] };
  const answer = (matter: Matter, name = "form.sent") =>
    happen(matter, { type: "responded", at: matter.now, by: mara, kind: "event", name });

  it("takes the path of the answer, or of the silence, and rejoins behind", () => {
    const answered = open({ steps: [await_(paths), wait("w", "P1D"), mail("after")] });
    answer(answered);
    runOut(answered);
    expect(sent(answered)).toEqual(["yes email mara", "after email mara"]);
    const silent = open({ steps: [await_(paths), wait("w", "P1D"), mail("after")] });
    runOut(silent);
    expect(sent(silent)).toEqual(["no email mara", "after email mara"]);
    expect(paramsOf(silent, "await.timed_out")?.until).toBe(START + 3 * DAY_MS);
  });

  it("rule 3: an answer that arrives before the wait satisfies it", () => {
    const matter = open({ steps: [wait("w", "P1D"), await_(paths)] });
    answer(matter);
    runOut(matter);
    expect(sent(matter)).toEqual(["yes email mara"]);
    expect(matter.state.firstResponseAt).toBe(START);
  });

  it("rule 3: an answer that came before the case satisfies its first wait", () => {
    const definition = Definition.parse({
      schema: 1,
      purpose: "engagement",
      topic: "t",
      subject: "x",
      stages: [{ id: "a", name: "A", steps: [await_(paths)] }],
    });
    const program = compile(definition, { workflow: "w", version: 1 });
    const early = { kind: "event" as const, name: "form.sent", at: START - HOUR_MS, by: null };
    const matter = openMatter(program, exampleFacts(), START, null, early);
    expect(messages(matter).map((m) => m.step)).toEqual(["yes"]);
  });

  it("only what it names counts; a snooze is no answer", () => {
    const matter = open({ steps: [await_({ ...paths, what: [{ event: "form.sent" }] })] });
    answer(matter, "form.opened");
    happen(matter, { type: "snoozed", at: START, by: mara, until: START + HOUR_MS });
    until(matter, START + 2 * HOUR_MS);
    expect(matter.state.waitingFor).toBe("response");
    answer(matter, "form.sent");
    expect(messages(matter).map((m) => m.step)).toEqual(["yes"]);
  });

  it("from due: the time runs from the due date, and moves with it", () => {
    const matter = open({ steps: [await_({ from: "due" })] });
    happen(matter, { type: "due_moved", at: START, by: ana, dueAt: START + DAY_MS });
    expect(matter.state.nextActionAt).toBe(START + 4 * DAY_MS);
  });
});

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

  it("until resolved: an acknowledgement does not stop that level's clock, but the next level asks for no other", () => {
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
    expect(matter.state.step).toBe("w");
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
      params: { level: 1, expected: 0, owner: { personId: "max" } },
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

  it("expires after daysMax whatever it waits for, even while it is snoozed", () => {
    const matter = open({ steps: [wait("w", "P1Y")], limits: { daysMax: 10 } });
    happen(matter, { type: "snoozed", at: START, by: mara, until: START + 30 * DAY_MS });
    runOut(matter);
    expect(matter.state).toMatchObject({ status: "expired", closedAt: START + 10 * DAY_MS });
    expect(codes(matter)).toContain("limit.days");
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

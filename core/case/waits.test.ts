import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, toRfc3339 } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import {
  ana,
  codes,
  DUE,
  mail,
  mara,
  messages,
  open,
  paramsOf,
  START,
  sent,
  until,
  wait,
} from "./example-case";
import { exampleFacts, examplePerson } from "./example-facts";
import type { Matter } from "./matter";
import { happen, openMatter, runOut } from "./memory-engine";

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

  it("goes on at once when an operator ends the snooze, and its wait is as long as it was", () => {
    const matter = open({ steps: [await_(paths)] });
    const wanted = matter.state.nextActionAt;
    happen(matter, { type: "snoozed", at: START, by: mara, until: START + 90 * DAY_MS });
    expect(matter.state.waitingFor).toBe("snooze");
    happen(matter, { type: "snooze_ended", at: START + HOUR_MS, by: ana });
    expect(matter.state).toMatchObject({ waitingFor: "response", nextActionAt: wanted });
  });

  it("from due: the time runs from the due date, and moves with it", () => {
    const matter = open({ steps: [await_({ from: "due" })] });
    happen(matter, { type: "due_moved", at: START, by: ana, dueAt: START + DAY_MS });
    expect(matter.state.nextActionAt).toBe(START + 4 * DAY_MS);
  });
});

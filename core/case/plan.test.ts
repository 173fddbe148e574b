import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { DAY_MS, HOUR_MS, toRfc3339 } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import { exampleDefinition } from "@/core/workflow/example-definition";
import { randomDefinition } from "@/core/workflow/random-definition";
import { exampleFacts } from "./example-facts";
import type { Matter, StoredMessage } from "./matter";
import { happen, openMatter, tick } from "./memory-engine";
import { PLAN_ENTRIES_MAX, plan } from "./plan";
import { DUE, START } from "./random-run";

// Properties run hundreds of cases; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const planOf = ({ program, state, facts, now }: Matter) => plan(program, state, facts, now);
const openExample = () =>
  openMatter(
    compile(exampleDefinition(), { workflow: "w", version: 1 }),
    exampleFacts(),
    START,
    DUE,
  );

const isDue = (now: number) => (m: StoredMessage) => m.status === "planned" && m.deliverAt <= now;

/** Everything that is sent from now on, as the plan names it; calls are answered at once. */
function whatHappens(matter: Matter): string[] {
  const before = new Set(matter.messages.keys());
  for (let n = 0; n < 500 && tick(matter); n++) {
    for (;;) {
      // A call takes a moment: what was planned before it has left by then.
      while ([...matter.messages.values()].some(isDue(matter.now))) tick(matter);
      const step = matter.calls.pop();
      if (!step) break;
      const answer = { ok: true, answer: null };
      happen(matter, { type: "call_answered", at: matter.now, step, ...answer });
    }
  }
  return [...matter.messages]
    .filter(([key, m]) => !before.has(key) && m.status === "sent")
    .map(([, m]) => `${toRfc3339(m.deliverAt)} ${m.step} ${m.channel} ${m.personId}`)
    .sort();
}

describe("plan", () => {
  it("names the workflow's limit as why a case expires, and nothing where its plan just ends", () => {
    const endOf = (daysMax: number) => {
      const definition = { ...exampleDefinition(), limits: { daysMax } };
      const program = compile(definition, { workflow: "w", version: 1 });
      const matter = openMatter(program, exampleFacts(), START, DUE);
      return planOf(matter).find(({ kind }) => kind === "expire")?.because;
    };
    expect(endOf(3)).toEqual({ code: "limit.days", params: { days: 3 } });
    expect(endOf(365)).toBeNull();
  });

  it("names what comes next and when, if nobody answers", () => {
    const entries = planOf(openExample());
    expect(
      entries.map((e) =>
        `${toRfc3339(e.at)} ${e.kind} ${e.step ?? ""} ${e.channel ?? ""}`.trimEnd(),
      ),
    ).toEqual([
      "2026-12-10T08:00:00.000Z send s2 email",
      "2026-12-10T12:00:00.000Z fallback s2 sms",
      "2026-12-15T14:12:00.000Z send e1 email",
      "2026-12-15T14:12:00.000Z escalate e1",
      "2026-12-15T18:12:00.000Z send e1 email",
      "2026-12-15T18:12:00.000Z escalate e1",
      "2026-12-16T18:12:00.000Z expire",
    ]);
  });

  it("moves with the due date", () => {
    const matter = openExample();
    const by = { kind: "api", name: "crm" } as const;
    happen(matter, { type: "due_moved", at: START, by, dueAt: DUE + 7 * DAY_MS });
    expect(toRfc3339(planOf(matter)[0]?.at ?? 0)).toBe("2026-12-17T08:00:00.000Z");
  });

  it("is empty for a case that is over, and for one that is held", () => {
    const matter = openExample();
    happen(matter, { type: "due_moved", at: START, by: { kind: "plan" }, dueAt: DUE });
    expect(
      plan(matter.program, { ...matter.state, nextActionAt: null }, matter.facts, START),
    ).toEqual([]);
  });

  it("takes a call as answered at once", () => {
    const steps = [
      { id: "w", kind: "wait", for: "PT1H" },
      { id: "c", kind: "call", url: "https://crm.example.com" },
      { id: "s", kind: "send", channels: [{ email: "t" }] },
    ];
    const definition = Definition.parse({
      schema: 1,
      purpose: "status",
      topic: "t",
      subject: "x",
      stages: [{ id: "a", name: "A", steps }],
    });
    const matter = openMatter(
      compile(definition, { workflow: "w", version: 1 }),
      exampleFacts(),
      START,
      null,
    );
    const send = planOf(matter).find(({ kind }) => kind === "send");
    expect(send?.at).toBe(START + HOUR_MS);
  });

  it("shows at most its limit of entries", () => {
    const inner = { id: "s", kind: "send", channels: [{ email: "t" }] };
    const steps = [
      { id: "w", kind: "wait", for: "PT1H" },
      { id: "r", kind: "repeat", every: "P1D", timesMax: 100, steps: [inner] },
    ];
    const definition = Definition.parse({
      schema: 1,
      purpose: "status",
      topic: "t",
      subject: "x",
      stages: [{ id: "a", name: "A", steps }],
    });
    const matter = openMatter(
      compile(definition, { workflow: "w", version: 1 }),
      exampleFacts(),
      START,
      null,
    );
    expect(planOf(matter)).toHaveLength(PLAN_ENTRIES_MAX);
  });

  it("equals what the run then does, for any workflow at any of its rests", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        randomDefinition,
        fc.constantFrom(DUE, null),
        fc.nat(4),
        (definition, dueAt, ticks) => {
          const matter = openMatter(
            compile(definition, { workflow: "w", version: 1 }),
            exampleFacts(),
            START,
            dueAt,
          );
          for (let n = 0; n < ticks; n++) tick(matter);
          // Messages that are planned already are rows, not plan.
          while ([...matter.messages.values()].some((m) => m.status === "planned"))
            if (!tick(matter)) break;
          if (matter.calls.length > 0) return;
          const entries = planOf(matter);
          if (entries.length >= PLAN_ENTRIES_MAX) return;
          const planned = entries
            .filter(({ kind }) => kind === "send" || kind === "fallback")
            .map((e) => `${toRfc3339(e.at)} ${e.step} ${e.channel} ${e.personId}`)
            .sort();
          if (planned.length > 0) compared += 1;
          expect(planned).toEqual(whatHappens(matter));
        },
      ),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

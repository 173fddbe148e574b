import { describe, expect, it } from "vitest";
import { HOUR_MS } from "@/core/time";
import { ana, lena, open, START, until, wait } from "../example-case";
import type { Matter } from "../matter";
import { happen, runOut } from "../memory-engine";

const level = (targets: unknown[]) => ({
  targets,
  channels: [{ email: "esc" }],
  acknowledgeWithin: "PT1H",
});
const escalate = (levels: unknown[], more: Record<string, unknown> = {}) => ({
  id: "e",
  kind: "escalate",
  levels,
  ...more,
});
const HOOK = "https://chat.example.com/in";

const turns = ({ turns: all }: Matter) =>
  [...all.values()].map(({ told, ended }) => [told.level, ended[0]?.how ?? null, ended[0]?.by]);

describe("turns as reports count them", () => {
  it("every target of every level, with who was told or why nobody was", () => {
    const levels = [
      level([{ team: "empty" }]),
      level([{ team: "billing", role: "members" }, { rota: "gone" }, { webhook: HOOK }]),
    ];
    const fallback = { manager: "person" };
    const matter = open({ steps: [escalate(levels, { fallback }), wait("w", "P1D")] });
    until(matter, START + 2 * HOUR_MS);
    expect([...matter.turns.values()].map(({ told }) => told)).toMatchObject([
      {
        level: 1,
        deadline: null,
        targets: [{ target: "team:empty", team: "empty", people: [], why: "no_members" }],
      },
      {
        level: 2,
        lap: 0,
        byHand: false,
        policy: null,
        deadline: START + HOUR_MS,
        targets: [
          {
            target: "team:billing/members",
            team: "billing",
            people: ["lena", "max", "olga"],
            why: "absent",
          },
          { target: "rota:gone", team: null, people: [], why: "no_such_rota" },
          { target: `webhook:${HOOK}`, people: [], why: null },
        ],
      },
      {
        level: 0,
        deadline: null,
        targets: [{ target: "manager:person/1", people: ["lena"], why: null }],
      },
    ]);
    expect(turns(matter)).toEqual([
      [1, null, undefined],
      [2, "exhausted", null],
      [0, null, undefined],
    ]);
  });

  it("acknowledged, climbed, climbed by hand, resolved and canceled each end a turn once", () => {
    const levels = [level([{ person: "max" }]), level([{ person: "boss" }])];
    const acknowledged = open({ steps: [escalate(levels), wait("w", "P1D")] });
    until(acknowledged, START + HOUR_MS);
    happen(acknowledged, { type: "acknowledged", at: START + HOUR_MS, by: lena });
    expect(turns(acknowledged)).toEqual([
      [1, "climbed", null],
      [2, "acknowledged", "lena"],
    ]);
    const byHand = open({ steps: [escalate(levels), wait("w", "P1D")] });
    happen(byHand, { type: "escalated_now", at: START, by: ana });
    happen(byHand, { type: "resolved", at: START, by: ana });
    expect(turns(byHand)).toEqual([
      [1, "climbed", "operator:op1"],
      [2, "resolved", "operator:op1"],
    ]);
    const canceled = open({ steps: [escalate(levels)] });
    happen(canceled, { type: "canceled", at: START, by: ana, reason: "x" });
    runOut(canceled);
    expect(turns(canceled)).toEqual([[1, "ended", "operator:op1"]]);
  });

  it("an endpoint that was told hears of the end, once", () => {
    const matter = open({ steps: [escalate([level([{ webhook: HOOK }])])] });
    expect(matter.webhooks).toEqual([{ url: HOOK, event: "escalated" }]);
    happen(matter, { type: "resolved", at: START, by: ana });
    expect(matter.webhooks.at(-1)).toEqual({ url: HOOK, event: "closed" });
    happen(matter, { type: "reopened", at: START, by: ana });
    happen(matter, { type: "canceled", at: START, by: ana, reason: "x" });
    expect(matter.webhooks.filter(({ event }) => event === "closed")).toHaveLength(2);
  });

  it("hears nothing of a case in a holdout", () => {
    const arms = [{ name: "with", weight: 1, steps: [] }];
    const split = { id: "s", kind: "split", arms, holdout: 1_000 };
    const matter = open({ steps: [split, escalate([level([{ webhook: HOOK }])])] });
    expect(matter.state).toMatchObject({ step: "e", memory: { holdout: true } });
    happen(matter, { type: "resolved", at: START + HOUR_MS, by: ana });
    expect(matter.webhooks).toEqual([]);
  });
});

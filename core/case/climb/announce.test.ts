import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/core/time";
import {
  ana,
  codes,
  lena,
  mail,
  mara,
  messages,
  open,
  START,
  sent,
  until,
  wait,
} from "../example-case";
import { happen } from "../memory-engine";

const steps = [
  {
    id: "e",
    kind: "escalate",
    announce: { before: "PT2H", channels: [{ email: "soon" }] },
    tell: [{ email: "told" }],
    levels: [
      { targets: [{ person: "max" }], channels: [{ email: "esc" }], acknowledgeWithin: "PT1H" },
    ],
  },
  mail("after"),
  wait("w", "P9D"),
];

describe("an escalation that is announced", () => {
  it("tells the person, waits, and then brings somebody in", () => {
    const matter = open({ steps });
    expect(messages(matter)[0]).toMatchObject({
      template: "soon",
      personId: "mara",
      request: { audience: "tell", because: { code: "esc.announced" } },
    });
    expect(matter.state).toMatchObject({ step: "e", waitingFor: "response", level: 0 });
    until(matter, START + 2 * HOUR_MS - 1);
    expect(matter.state.level).toBe(0);
    until(matter, START + 2 * HOUR_MS);
    expect(sent(matter)).toEqual(["e email mara", "e email max", "e email mara"]);
  });

  it.each([
    ["a response", { type: "responded", by: mara, kind: "action", name: "later" }],
    ["an acknowledgement", { type: "acknowledged", by: lena }],
    ["a taking over", { type: "taken_over", by: lena }],
  ] as const)("is not needed after %s", (_, event) => {
    const matter = open({ steps });
    happen(matter, { ...event, at: START + MINUTE_MS });
    expect(codes(matter)).toContain("esc.not_needed");
    expect(matter.state.step).toBe("w");
    expect(messages(matter).map(({ template }) => template)).toEqual(["soon", "t-after"]);
  });

  it("by hand: nobody waits for the announced moment", () => {
    const matter = open({ steps });
    happen(matter, { type: "escalated_now", at: START + MINUTE_MS, by: ana });
    expect(matter.state).toMatchObject({ level: 1, waitingFor: "acknowledgement" });
    expect(codes(matter).filter((code) => code === "esc.announced")).toHaveLength(1);
  });

  it("nobody is brought in when it is resolved meanwhile", () => {
    const matter = open({ steps });
    happen(matter, { type: "resolved", at: START + MINUTE_MS, by: ana });
    until(matter, START + 9 * HOUR_MS);
    expect(sent(matter)).not.toContain("e email max");
    expect(matter.state.memory.announced).toBeUndefined();
  });
});

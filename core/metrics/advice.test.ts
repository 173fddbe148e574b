import { describe, expect, it } from "vitest";
import type { Definition } from "@/core/workflow/definition";
import { adviceOf, type StageSeen } from "./advice";

const send = (id: string) => ({ id, kind: "send" as const, channels: [{ email: "hello" }] });
const documentOf = (wait: object): Pick<Definition, "stages"> => ({
  stages: [
    {
      id: "first",
      name: "First",
      steps: [send("s1"), { id: "w1", kind: "wait", ...wait } as never],
    },
    { id: "second", name: "Second", steps: [send("s2")] },
  ],
});
const long = documentOf({ for: "P5D" });

/** Of `n`, four fifths answer within a day; of the others `late` on the third, the rest never. */
const answered = (n: number, late: number): StageSeen => ({
  stage: "first",
  observed: [
    ...Array.from({ length: 0.8 * n }, (_, i) => ({
      x: (24 * i) / (0.8 * n),
      events: 1,
      censored: 0,
    })),
    { x: 60, events: late, censored: 0 },
    { x: 120, events: 0, censored: 0.2 * n - late },
  ],
  delivered: n,
  answered: 0.8 * n + late,
  optedOut: 0,
});
const second = (given: Partial<StageSeen>): StageSeen => ({
  stage: "second",
  observed: [],
  delivered: 400,
  answered: 4,
  optedOut: 24,
  ...given,
});
const window = { weekdays: [1, 2], fromHour: 9, toHour: 12, lift: 0.5 };

describe("a wait that brings nothing more", () => {
  it("is to be as long as answers come, with how many came later", () => {
    const [advice, ...more] = adviceOf(long, [answered(1000, 2)], null);
    expect(more).toEqual([]);
    expect(advice).toMatchObject({
      kind: "shorter",
      hours: 24,
      answers: { n: 2, of: 200, value: 0.01 },
      change: { do: "wait_for", step: "w1", for: "PT24H" },
    });
  });

  it("is left alone where it is short enough, answers still come, or too few waited", () => {
    expect(adviceOf(documentOf({ for: "PT24H" }), [answered(1000, 2)], null)).toEqual([]);
    expect(adviceOf(documentOf({ until: { due: "-P2D" } }), [answered(1000, 2)], null)).toEqual([]);
    expect(adviceOf(long, [answered(1000, 180)], null)).toEqual([]);
    expect(adviceOf(long, [answered(50, 0)], null)).toEqual([]);
    expect(adviceOf(long, [], null)).toEqual([]);
  });
});

describe("a reminder that costs more opt-outs than it brings answers", () => {
  it("is to be switched off, with both shares and their limits", () => {
    const [advice] = adviceOf(long, [second({})], null);
    expect(advice).toMatchObject({
      kind: "costly",
      answers: { n: 4, of: 400 },
      optOuts: { n: 24, of: 400, value: 0.06 },
      change: { do: "disable", step: "s2" },
    });
  });

  it("stays where that may be chance, where too few were sent, and as the first message", () => {
    expect(adviceOf(long, [second({ answered: 16 })], null)).toEqual([]);
    expect(adviceOf(long, [second({ delivered: 199 })], null)).toEqual([]);
    expect(adviceOf(long, [{ ...second({}), stage: "first" }], null)).toEqual([]);
  });
});

describe("the hours in which people answer", () => {
  it("are when the next message is to leave", () => {
    expect(adviceOf(long, [], window)).toEqual([
      { kind: "hours", stage: "first", window, change: { do: "wait_at", step: "w1", at: "09:00" } },
    ]);
  });

  it("need no change where it leaves in them", () => {
    expect(adviceOf(documentOf({ for: "P5D", at: "11:30" }), [], window)).toEqual([]);
  });
});

import { expect, it } from "vitest";
import { withMedians } from "./escalations";

const counts = (key: string) => ({
  key,
  escalated: 0,
  acknowledged: 0,
  acknowledgedInTime: 0,
  waiting: 0,
  climbed: 0,
  exhausted: 0,
  resolvedAfter: 0,
  nobody: 0,
});
const after = (key: string, x: number, events: number, censored = 0) => ({
  key,
  x,
  events,
  censored,
});

it("a team that lets most of them climb has no median, however fast the few are", () => {
  const [slow, fast, few] = withMedians(
    [counts("slow"), counts("fast"), counts("few")],
    [
      after("slow", 60, 20),
      after("slow", 1_800, 0, 30),
      after("fast", 60, 20),
      after("fast", 1_800, 0, 10),
      after("few", 60, 19),
    ],
  );
  expect(slow?.medianToAcknowledge).toEqual({ seconds: null, why: "not_reached" });
  expect(fast?.medianToAcknowledge).toEqual({ seconds: 60, why: null });
  expect(few?.medianToAcknowledge).toEqual({ seconds: null, why: "too_few" });
});

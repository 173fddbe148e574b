import { expect, test } from "vitest";
import { GATES } from "./decide";
import { GATE_NAMES, gateStates } from "./gate-states";

test("the gates are told in the order in which they decide", () => {
  expect(GATES.map(({ name }) => name)).toEqual([...GATE_NAMES]);
});

test("gates behind the one that decided were not reached", () => {
  const states = gateStates("consent").map(({ state }) => state);
  expect(states.slice(0, 5)).toEqual(["open", "open", "open", "closed", "not_reached"]);
  expect(new Set(states.slice(4))).toEqual(new Set(["not_reached"]));
});

test("a message that was sent went through all of them", () => {
  expect(new Set(gateStates(undefined).map(({ state }) => state))).toEqual(new Set(["open"]));
});

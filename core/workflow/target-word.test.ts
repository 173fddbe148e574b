import fc from "fast-check";
import { expect, it } from "vitest";
import type { Target } from "./steps/escalate";
import { readTargetWord, targetWord } from "./target-word";

const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ person: fc.stringMatching(/^[A-Za-z0-9_.:@/-]{1,40}$/) }),
  fc.record({ rota: key }),
  fc.record({ manager: fc.constantFrom("person", "owner"), nth: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ team: key }),
  fc.record({
    team: key,
    role: fc.constantFrom("lead", "members", "on_call", "round_robin"),
  }),
  fc.webUrl().map((webhook) => ({ webhook })),
);

it("a target's word reads as the same target", () => {
  fc.assert(
    fc.property(target, (each) => {
      expect(readTargetWord(targetWord(each))).toEqual(each);
    }),
  );
});

it("other text is no target", () => {
  for (const text of ["", "team", "team:", ":x", "boss:ana", "manager:person/x", "team:a/b"]) {
    expect(readTargetWord(text)).toBeNull();
  }
});

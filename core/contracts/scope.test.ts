import { expect, it } from "vitest";
import { allows } from "./scope";

it.each([
  [["*"], "people:write", true],
  [["read"], "people:read", true],
  [["read"], "people:write", false],
  [["write"], "people:read", false],
  [["people:write"], "people:write", true],
  [["people:write"], "people:read", false],
  [["cases:read"], "people:read", false],
  [[], "people:read", false],
] as const)("%j allows %s: %s", (grants, scope, answer) => {
  expect(allows(grants, scope)).toBe(answer);
});

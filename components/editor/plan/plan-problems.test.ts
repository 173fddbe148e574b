import { expect, it } from "vitest";
import { outlineOf } from "@/core/workflow/edit/outline";
import type { Problem } from "@/core/workflow/validate";
import { plan } from "../testing";
import { inPlanOrder, problemBeside } from "./plan-problems";

const outline = outlineOf(plan);
const problem = (step: string | null, path: string): Problem => ({
  step,
  path,
  severity: "problem",
  code: "due.missing",
  params: {},
});
const found = [
  problem("d", "for"),
  problem(null, "topic"),
  problem("b2", "for"),
  problem("b2", "at"),
  problem(null, "start.where"),
];
const ordered = inPlanOrder(found, outline);

it("problems stand in the order of the plan: settings, what stops and starts, then the steps", () => {
  expect(ordered.map(({ problem: { path }, place }) => `${place} ${path}`)).toEqual([
    "settings topic",
    "start start.where",
    "b2 for",
    "b2 at",
    "d for",
  ]);
});

/** Where one is after each press, as “2 b2”. */
function visited(from: string, presses: (1 | -1)[]): string[] {
  let at = { current: from, last: null as string | null };
  return presses.flatMap((by) => {
    const next = problemBeside(ordered, outline, at, by);
    if (!next) return [];
    at = { current: next.place, last: next.id };
    return [`${next.n} ${next.place}`];
  });
}

it("every problem is come by once, and after the last one comes the first", () => {
  const all = ["1 settings", "2 start", "3 b2", "4 b2", "5 d"];
  expect(visited("settings", [1, 1, 1, 1, 1, 1])).toEqual([
    ...all.slice(1),
    "1 settings",
    "2 start",
  ]);
  expect(visited("c", [1, 1])).toEqual(["5 d", "1 settings"]);
  expect(visited("c", [-1, -1, -1])).toEqual(["4 b2", "3 b2", "2 start"]);
  expect(visited("settings", [-1])).toEqual(["5 d"]);
});

it("two of one kind at one place are come by one after the other", () => {
  const twins = inPlanOrder([problem("d", "for"), problem("d", "for")], outline);
  const [first, second] = twins;
  expect(first?.id).not.toBe(second?.id);
  const at = { current: "d", last: first?.id ?? null };
  expect(problemBeside(twins, outline, at, 1)?.n).toBe(2);
});

it("who went elsewhere since goes on from there", () => {
  const next = problemBeside(ordered, outline, { current: "a", last: ordered[4]?.id ?? null }, 1);
  expect(next?.n).toBe(3);
});

it("without problems there is nowhere to go", () => {
  expect(problemBeside([], outline, { current: "a", last: null }, 1)).toBeUndefined();
});

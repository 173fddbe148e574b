import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { compile } from "@/core/workflow/compile";
import { randomDefinition } from "@/core/workflow/random-definition";
import { exampleFacts } from "./example-facts";
import type { Matter } from "./matter";
import { openMatter } from "./memory-engine";
import { DUE, doMove, type Move, randomMoves, START } from "./random-run";
import { visitOf } from "./trail";
import { type PastLine, trailOfHistory } from "./trail-of-history";

vi.setConfig({ testTimeout: 60_000 });

/** The timeline and messages of a case, as the database would give them. */
function historyOf({ codes, messages }: Matter): PastLine[] {
  const first = new Map<string, PastLine>();
  for (const { step, visit, plannedAt } of messages.values()) {
    const name = `${step} ${visit}`;
    const line = { at: plannedAt, step, code: null, params: {} };
    if (!first.has(name)) first.set(name, line);
  }
  return [...first.values(), ...codes].toSorted((a, b) => a.at - b.at);
}

/** What takes a case elsewhere without a line that says where. */
const JUMPS: readonly Move["do"][] = ["move_version", "escalate_now", "reopen"];

/** What always leaves a line, with the moment it came and the one it went. */
const CHOICE = /^(path:|arm:|otherwise$|holdout$|responded$|no_answer$)/;

it("reads every choice and most of the rest as the engine wrote it down: some steps leave no line", () => {
  let same = 0;
  let all = 0;
  fc.assert(
    fc.property(randomDefinition, randomMoves, (definition, moves) => {
      const program = compile(definition, { workflow: "w", version: 1 });
      const matter = openMatter(program, exampleFacts(), START, DUE);
      for (const move of moves) {
        if (!JUMPS.includes(move.do)) doMove(matter, move, program);
      }
      const read = trailOfHistory(program, matter.state, historyOf(matter));
      const written = matter.state.memory.trail ?? {};
      for (const [step, visit] of Object.entries(written)) {
        all += 1;
        const other = read[step];
        const { way } = visitOf(visit);
        if (CHOICE.test(way)) expect(other).toBe(visit);
        if (other && visitOf(other).way === way) same += 1;
      }
      for (const step of Object.keys(read)) expect(Object.keys(written)).toContain(step);
    }),
    { numRuns: 300 },
  );
  // About 0.88 on average; 300 random documents stray from that by a few hundredths.
  expect(same / all).toBeGreaterThan(0.75);
});

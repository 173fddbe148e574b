import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { exampleFacts } from "@/core/case/example-facts";
import type { Matter } from "@/core/case/matter";
import { openMatter } from "@/core/case/memory-engine";
import { DUE, doMove, randomMoves, START } from "@/core/case/random-run";
import { SECOND_MS } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { randomDefinition } from "@/core/workflow/random-definition";
import { factsOf } from "./case-facts";
import type { RawCase } from "./raw-case";
import { rawCase, rawMessage, sumsOf } from "./testing";

vi.setConfig({ testTimeout: 60_000 });

/** A case of the engine as the database would give it, but for its escalations. */
function rawOf({ state, messages, program, facts }: Matter): RawCase {
  const { memory } = state;
  return rawCase({
    ...state,
    personId: facts.person.id,
    closedByHuman: state.closedBy !== null && state.closedBy !== "plan",
    arms: memory.arms ?? {},
    holdout: memory.holdout ?? false,
    trail: memory.trail ?? null,
    stages: program.definition.stages.map(({ id }) => {
      const own = program.instructions.filter(({ stage, step }) => stage === id && step !== "");
      return { id, steps: [...new Set(own.map(({ step }) => step))] };
    }),
    messages: [...messages.values()].map((message, i) =>
      rawMessage({
        ...message,
        id: `m${i}`,
        status: message.status,
        code: message.request.ghost && message.reason === "not_sent.test" ? "skip.holdout" : null,
        decidedAt: message.sentAt,
        sentAt: message.status === "sent" ? message.sentAt : null,
      }),
    ),
  });
}

it("a case that the engine ran stands, ended and was answered where it really did", () => {
  const ends: boolean[] = [];
  const answers: boolean[] = [];
  fc.assert(
    fc.property(randomDefinition, randomMoves, (definition, moves) => {
      const program = compile(definition, { workflow: "w", version: 1 });
      const matter = openMatter(program, exampleFacts(), START, DUE);
      let answeredIn: string | null = null;
      let endedIn: string | null = null;
      for (const move of moves) {
        const before = matter.state;
        // What shares a moment with an answer counts as its consequence.
        matter.now += SECOND_MS;
        doMove(matter, move, program);
        const { firstResponseAt, status } = matter.state;
        const isAnswered = before.firstResponseAt === null && firstResponseAt !== null;
        if (isAnswered && before.status === "open") answeredIn = before.stage;
        const isDirect =
          move.do === "respond" ? move.resolves : ["resolve", "cancel"].includes(move.do);
        if (before.status === "open" && status !== "open") endedIn = isDirect ? before.stage : null;
      }
      const facts = factsOf(rawOf(matter), { zone: "UTC", workingMs: (from, to) => to - from });
      const stageOf = (measure: string) =>
        sumsOf(facts).find((sum) => sum.measure === measure)?.stage ?? null;
      const { status, stage, firstResponseAt } = matter.state;
      const said = { answered: stageOf("stage_responded"), ended: endOf(status, stageOf) };
      if (status === "open") expect(stageOf("stage_here")).toBe(stage);
      else if (endedIn !== null) ends.push(said.ended === endedIn);
      if (answeredIn !== null && facts.respondedAt === firstResponseAt) {
        answers.push(said.answered === answeredIn);
      }
    }),
    // Always the same cases: the engine's own tests look for its faults.
    { numRuns: 300, seed: 8 },
  );
  // Of a step that was left only the day is kept, and how long it took.
  expect(shareOf(ends)).toBeGreaterThan(0.98);
  expect(shareOf(answers)).toBeGreaterThan(0.93);
});

const endOf = (status: string, stageOf: (measure: string) => string | null) =>
  stageOf(status === "resolved" ? "stage_resolved" : "stage_ended");

const shareOf = (all: readonly boolean[]) => all.filter(Boolean).length / all.length;

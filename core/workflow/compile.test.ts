import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { compile } from "./compile";
import { Definition, walk } from "./definition";
import { exampleDefinition } from "./example-definition";
import type { Instruction, Program } from "./program";
import { randomDefinition } from "./random-definition";

// Properties run hundreds of cases; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const of = { workflow: "w", version: 1 };
const compiled = (steps: unknown[]): Program =>
  compile(
    Definition.parse({
      schema: 1,
      purpose: "reminder",
      topic: "t",
      subject: "x",
      stages: [{ id: "a", name: "A", steps }],
    }),
    of,
  );
const ops = ({ instructions }: Program) =>
  instructions.map(({ op, step }) => `${op} ${step}`.trim());
const mail = (id: string) => ({ id, kind: "send", channels: [{ email: "t" }] });
const wait = (id: string) => ({ id, kind: "wait", until: { due: "-P1D" } });

/** Every address an instruction can send the flow to. */
function targetsOf(instruction: Instruction): number[] {
  switch (instruction.op) {
    case "jump":
      return [instruction.to];
    case "wait":
      return [instruction.next];
    case "await":
      return [instruction.responded, instruction.noAnswer];
    case "branch":
      return [...instruction.paths.map((path) => path.to), instruction.otherwise];
    case "split":
      return instruction.arms.map((arm) => arm.to);
    case "repeat":
      return [instruction.body, instruction.end];
    case "round":
      return [instruction.head];
    default:
      return [];
  }
}

describe("compile", () => {
  it("lays the stages, the resolution and the expiry out one after the other, each with its end", () => {
    const program = compile(exampleDefinition(), of);
    expect(ops(program)).toEqual([
      "send s1",
      "wait w1",
      "send s2",
      "await w2",
      "jump w2",
      "escalate e1",
      "end",
      "send c1",
      "send c2",
      "end",
      "end",
    ]);
    expect([program.resolution, program.expiry]).toEqual([7, 10]);
    expect(program.instructions.map(({ stage }) => stage)[3]).toBe("final");
  });

  it("both ways of a branch rejoin behind it", () => {
    const branch = {
      id: "b",
      kind: "branch",
      paths: [{ name: "A", when: "true", steps: [mail("x")] }],
      otherwise: [mail("y")],
    };
    const program = compiled([branch, mail("z")]);
    expect(ops(program)).toEqual([
      "branch b",
      "send x",
      "jump b",
      "send y",
      "jump b",
      "send z",
      "end",
      "end",
      "end",
    ]);
    const jumps = program.instructions.flatMap((i) => (i.op === "jump" ? [i.to] : []));
    expect(jumps).toEqual([5, 5]);
  });

  it("the holdout of a split passes everything inside it", () => {
    const split = {
      id: "x",
      kind: "split",
      arms: [{ name: "A", weight: 1, steps: [mail("a")] }],
      holdout: 1,
    };
    const [head] = compiled([split, mail("z")]).instructions;
    expect(head?.op === "split" && head.arms.map((arm) => [arm.name, arm.to])).toEqual([
      ["A", 1],
      ["holdout", 3],
    ]);
  });

  it("a skipped wait goes on at the next wait of its list, or at the list's end", () => {
    const program = compiled([wait("w1"), mail("a"), wait("w2"), mail("b")]);
    const next = program.instructions.flatMap((i) => (i.op === "wait" ? [i.next] : []));
    expect(next).toEqual([2, 4]);
  });

  it("a skipped wait inside a branch does not leave the branch", () => {
    const branch = {
      id: "b",
      kind: "branch",
      paths: [{ name: "A", when: "true", steps: [wait("w"), mail("a")] }],
      otherwise: [],
    };
    const program = compiled([branch, wait("v"), mail("z")]);
    const inner = program.instructions.find((i) => i.step === "w");
    const landing = inner?.op === "wait" ? program.instructions[inner.next] : undefined;
    expect(landing).toMatchObject({ op: "jump", step: "b" });
  });

  it("leaves disabled steps out, with all that stands inside them", () => {
    const repeat = {
      id: "r",
      kind: "repeat",
      every: "P1D",
      timesMax: 2,
      steps: [mail("a")],
      disabled: true,
    };
    expect(ops(compiled([repeat, mail("z")]))).toEqual(["send z", "end", "end", "end"]);
  });

  it("says which facts the program reads, and no others", () => {
    const branch = (when: string) => ({
      id: "b",
      kind: "branch",
      paths: [{ name: "A", when, steps: [] }],
      otherwise: [],
    });
    const none = { messages: false, history: false, open: false, people: false };
    expect(compiled([mail("a")]).needs).toEqual(none);
    expect(compiled([branch("open.count > 2 && messages.a.opened")]).needs).toEqual({
      ...none,
      open: true,
      messages: true,
    });
    expect(compile(exampleDefinition(), of).needs).toEqual({ ...none, people: true });
  });

  it("every address of every program lies inside its own section, and every step has one", () => {
    fc.assert(
      fc.property(randomDefinition, (definition) => {
        const program = compile(definition, of);
        const { instructions, resolution, expiry } = program;
        const sectionOf = (pc: number) => (pc < resolution ? 0 : pc < expiry ? 1 : 2);
        for (const [pc, instruction] of instructions.entries()) {
          for (const target of targetsOf(instruction)) {
            expect(instructions[target]).toBeDefined();
            expect(sectionOf(target)).toBe(sectionOf(pc));
          }
        }
        for (const { step } of walk(definition)) {
          expect(instructions[program.addressOf.get(step.id) ?? -1]?.step).toBe(step.id);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("jumps go forward, except from the end of a round to its head", () => {
    fc.assert(
      fc.property(randomDefinition, (definition) => {
        for (const [pc, instruction] of compile(definition, of).instructions.entries()) {
          if (instruction.op === "round") expect(instruction.head).toBeLessThan(pc);
          else for (const target of targetsOf(instruction)) expect(target).toBeGreaterThan(pc);
        }
      }),
      { numRuns: 200 },
    );
  });
});

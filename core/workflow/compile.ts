import type { z } from "zod";
import { unreachable } from "@/core/assert";
import { type Definition, walk } from "./definition";
import type { ChannelUse, Instruction, Needs, Program } from "./program";
import { rootsRead } from "./roots-read";
import type { Step } from "./step";
import type { Fallback } from "./steps/send";
import { type ChannelTemplates, channelOf } from "./steps/shared";

/** Under which name a case keeps that it is in a split's holdout. */
export const HOLDOUT_ARM = "holdout";

/**
 * Turns the tree into a flat program, once per version: instructions addressed by integer, each
 * with its step id; branches and repeats become jumps. Disabled steps are passed through.
 */
export function compile(
  definition: Definition,
  of: { workflow: string; version: number },
): Program {
  const out: Instruction[] = [];
  for (const stage of definition.stages) emitList(out, stage.steps, stage.id);
  const lastStage = definition.stages.at(-1)?.id ?? "";
  out.push({ op: "end", of: "stages", step: "", stage: lastStage });
  const resolution = out.length;
  emitList(out, definition.resolution?.steps ?? [], "resolution");
  out.push({ op: "end", of: "resolution", step: "", stage: "resolution" });
  const expiry = out.length;
  emitList(out, definition.expiry?.steps ?? [], "expiry");
  out.push({ op: "end", of: "expiry", step: "", stage: "expiry" });

  const addressOf = new Map<string, number>();
  for (const [pc, instruction] of out.entries()) {
    if (instruction.step !== "" && !addressOf.has(instruction.step)) {
      addressOf.set(instruction.step, pc);
    }
  }
  return {
    ...of,
    definition,
    instructions: out,
    resolution,
    expiry,
    due: definition.due ?? null,
    stopRules: definition.stopsWhen,
    needs: needsOf(definition),
    addressOf,
    stageNames: new Map(definition.stages.map((stage) => [stage.id, stage.name])),
    stageClasses: new Map(
      definition.stages.flatMap((stage) => (stage.class ? [[stage.id, stage.class]] : [])),
    ),
  };
}

function emitList(out: Instruction[], steps: Step[], stage: string): void {
  /** Waits of this list whose `skip` target is not known yet: the next wait, or the list's end. */
  let skipping: { next: number }[] = [];
  for (const step of steps) {
    if (step.disabled) continue;
    if (step.kind === "wait" || step.kind === "wait_for_response") {
      for (const wait of skipping) wait.next = out.length;
      skipping = [];
    }
    const emitted = emitStep(out, step, stage);
    if (emitted?.op === "wait") skipping.push(emitted);
  }
  for (const wait of skipping) wait.next = out.length;
}

/** Appends one step; gives back its first instruction where the caller completes it. */
function emitStep(out: Instruction[], step: Step, stage: string): Instruction | null {
  const at = { step: step.id, stage };
  const put = <I extends Instruction>(instruction: I): I => {
    out.push(instruction);
    return instruction;
  };
  switch (step.kind) {
    case "send":
      return put({
        ...at,
        op: "send",
        to: step.to ?? "person",
        uses: usesOf(step.channels ?? step.anyOf ?? []),
        mode: step.anyOf ? "first" : "all",
        fallback: step.fallback ? fallbackOf(step.fallback) : null,
        ignoreQuietHours: step.ignoreQuietHours ?? false,
      });
    case "wait":
      return put({ ...at, op: "wait", wait: step, next: 0 });
    case "wait_for_response": {
      const head = put({
        ...at,
        op: "await",
        for: step.for,
        from: step.from ?? "now",
        what: step.what ?? ["any"],
        responded: 0,
        noAnswer: 0,
      });
      head.responded = out.length;
      emitList(out, step.responded ?? [], stage);
      const leave = put({ ...at, op: "jump", to: 0 });
      head.noAnswer = out.length;
      emitList(out, step.noAnswer ?? [], stage);
      leave.to = out.length;
      return head;
    }
    case "branch": {
      const paths = step.paths.map(({ name, when }) => ({ name, when, to: 0 }));
      const head = put({ ...at, op: "branch", paths, otherwise: 0 });
      const ways = emitWays(out, [...step.paths.map((path) => path.steps), step.otherwise], at);
      for (const [i, path] of paths.entries()) path.to = ways[i] ?? out.length;
      head.otherwise = ways.at(-1) ?? out.length;
      return head;
    }
    case "split": {
      const arms = step.arms.map(({ name, weight }) => ({ name, weight, to: 0, holdout: false }));
      if (step.holdout)
        arms.push({ name: HOLDOUT_ARM, weight: step.holdout, to: 0, holdout: true });
      put({ ...at, op: "split", arms });
      const ways = emitWays(
        out,
        step.arms.map((arm) => arm.steps),
        at,
      );
      for (const [i, arm] of arms.entries()) arm.to = ways[i] ?? out.length;
      return null;
    }
    case "repeat": {
      const head = put({
        ...at,
        op: "repeat",
        every: step.every,
        timesMax: step.timesMax,
        body: out.length + 1,
        end: 0,
      });
      const address = out.length - 1;
      emitList(out, step.steps, stage);
      put({ ...at, op: "round", head: address });
      head.end = out.length;
      return head;
    }
    case "escalate":
      return put({ ...at, op: "escalate", escalate: step });
    case "update":
      return put({ ...at, op: "update", set: step.set });
    case "call":
      return put({ ...at, op: "call", call: step });
    case "close":
      return put({ ...at, op: "close", outcome: step.outcome, note: step.note ?? null });
    default:
      return unreachable(step);
  }
}

/** Emits alternative lists that all rejoin behind the last; gives the address of each. */
function emitWays(out: Instruction[], ways: Step[][], at: { step: string; stage: string }) {
  const addresses: number[] = [];
  const leaves: { to: number }[] = [];
  for (const steps of ways) {
    addresses.push(out.length);
    emitList(out, steps, at.stage);
    const leave = { ...at, op: "jump" as const, to: 0 };
    out.push(leave);
    leaves.push(leave);
  }
  for (const leave of leaves) leave.to = out.length;
  return addresses;
}

const usesOf = (entries: z.infer<typeof ChannelTemplates>): ChannelUse[] => entries.map(channelOf);

function fallbackOf({ after, unless, ...entry }: Fallback) {
  return { use: channelOf(entry), after, unless };
}

function needsOf(definition: Definition): Needs {
  const needs: Needs = { messages: false, history: false, open: false, people: false };
  for (const { step } of walk(definition)) {
    if (step.kind === "escalate") needs.people = true;
    if (step.kind === "send" && typeof step.to === "object") needs.people = true;
    if (step.kind === "wait" && step.zone === "team") needs.people = true;
    if (step.kind !== "branch") continue;
    for (const path of step.paths) {
      const roots = rootsRead(path.when);
      needs.messages ||= roots.has("messages");
      needs.history ||= roots.has("history");
      needs.open ||= roots.has("open");
    }
  }
  return needs;
}

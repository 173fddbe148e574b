import { DAY_MS, type Instant } from "@/core/time";
import type { Instruction, Program } from "@/core/workflow/program";
import type { Run } from "./run";
import type { CaseStatus, Trail } from "./state";

/** How a case left a step: on to the next one, by one of its ways, or not at all. */
export const WAYS = {
  here: "here",
  on: "on",
  responded: "responded",
  noAnswer: "no_answer",
  otherwise: "otherwise",
  holdout: "holdout",
  path: (name: string) => `path:${name}`,
  arm: (name: string) => `arm:${name}`,
  /** The case ended while it stood there. */
  end: (status: Exclude<CaseStatus, "open">) => `end:${status}`,
  /** Taken to another step by a change of version, or in a way that left no trace. */
  moved: "moved",
} as const;

/** One visit of one case as it is counted. `day`: the day it came, in days since 1970 (UTC). */
type Visit = { version: number; day: number; bucket: number; way: string };

/** A change of one count: workflow, version, step, way, day, bucket, by how many. */
export type StepMove = readonly [string, number, string, string, number, number, number];

const BUCKETS_PER_DOUBLING = 8;
/** The longest time a bucket is kept for: 2^30 seconds, 34 years. */
const BUCKET_MAX = 1 + 30 * BUCKETS_PER_DOUBLING;

/** Times in buckets a tenth apart, so that they add up over any cases; 0 is less than a second. */
export function bucketOf(ms: number): number {
  if (ms < 1000) return 0;
  const bucket = 1 + Math.floor(BUCKETS_PER_DOUBLING * Math.log2(ms / 1000));
  return Math.min(bucket, BUCKET_MAX);
}

/** The middle of a bucket in milliseconds, at most a twentieth from what fell into it. */
export const msOfBucket = (bucket: number): number =>
  bucket === 0 ? 0 : 1000 * 2 ** ((bucket - 0.5) / BUCKETS_PER_DOUBLING);

const dayOf = (at: Instant): number => Math.floor(at / DAY_MS);

export const standingVisit = (version: number, at: Instant): string => `${version}@${at}`;

/** A visit that is over, of a case that stood there from `since` until `at`. */
export const leftVisit = (visit: {
  version: number;
  since: Instant;
  at: Instant;
  way: string;
}): string => {
  const { version, since, at, way } = visit;
  return `${version}/${dayOf(since)}/${bucketOf(at - since)}/${way}`;
};

/** Since when a case stands at a step and by which version, or null where it has left. */
function standingOf(visit: string | undefined): { version: number; at: Instant } | null {
  const mark = visit?.indexOf("@") ?? -1;
  // A way may hold any character; in front of it stand only digits and slashes.
  if (visit === undefined || mark < 0 || visit.slice(0, mark).includes("/")) return null;
  return { version: Number(visit.slice(0, mark)), at: Number(visit.slice(mark + 1)) };
}

/** A stored visit as it is counted. */
export function visitOf(visit: string): Visit {
  const here = standingOf(visit);
  if (here) return { version: here.version, day: dayOf(here.at), bucket: 0, way: WAYS.here };
  const [version = "", day = "", bucket = ""] = visit.split("/", 3);
  const way = visit.slice(version.length + day.length + bucket.length + 3);
  return { version: Number(version), day: Number(day), bucket: Number(bucket), way };
}

function leave({ memory: { trail }, now }: Run, step: string, way: string): void {
  const here = standingOf(trail?.[step]);
  if (!trail || !here) return;
  trail[step] = leftVisit({ version: here.version, since: here.at, at: now, way });
}

const isPlace = ({ op, step }: Instruction): boolean =>
  step !== "" && op !== "jump" && op !== "round" && op !== "end";

/**
 * The case comes to an instruction; a step it stands at already is no new visit. Only its opening
 * begins a trail: a case without one gets it whole, from its timeline (trail-of-history.ts).
 */
export function comeTo({ program, memory: { trail }, now }: Run, instruction: Instruction): void {
  const { step } = instruction;
  if (!trail || !isPlace(instruction) || standingOf(trail[step])) return;
  trail[step] = standingVisit(program.version, now);
}

/** The case went on from an instruction to where its program counter is now. */
export function goFrom(run: Run, instruction: Instruction): void {
  const way = wayOf(instruction, run.state.pc);
  if (way !== null) leave(run, instruction.step, way);
}

function wayOf(instruction: Instruction, pc: number): string | null {
  switch (instruction.op) {
    case "await":
      return pc === instruction.responded ? WAYS.responded : WAYS.noAnswer;
    case "branch": {
      const path = instruction.paths.find(({ to }) => to === pc);
      return path ? WAYS.path(path.name) : WAYS.otherwise;
    }
    case "split": {
      const arm = instruction.arms.find(({ to }) => to === pc);
      if (!arm) return WAYS.on;
      return arm.holdout ? WAYS.holdout : WAYS.arm(arm.name);
    }
    case "repeat":
      return pc === instruction.body ? null : WAYS.on;
    case "jump":
    case "round":
    case "end":
    case "close":
      return null;
    default:
      return WAYS.on;
  }
}

/**
 * Brings the trail to where the program counter was put by hand: an answer, an operator or a change
 * of version may have taken the case somewhere else. The repeats around it are stood in too.
 */
export function resumeTrail(run: Run): void {
  const { program, state, memory } = run;
  const { trail } = memory;
  if (!trail) return;
  const { version } = program;
  const here = program.instructions[state.pc];
  const around = repeatsAround(program, state.pc);
  for (const [step, visit] of Object.entries(trail)) {
    const stood = standingOf(visit);
    if (!stood) continue;
    const isHere = step === here?.step || around.includes(step);
    if (!isHere) leave(run, step, stood.version === version ? WAYS.on : WAYS.moved);
    else if (stood.version !== version) trail[step] = standingVisit(version, stood.at);
  }
  for (const step of around) {
    if (!standingOf(trail[step])) trail[step] = standingVisit(version, run.now);
  }
}

/**
 * The previous release moves cases on and leaves their trails as they are. Where a case has left a
 * step so, nobody knows when or which way: it counts as moved.
 */
export function mendTrail(run: Run): void {
  const { program, state, memory } = run;
  if (!memory.trail) return;
  // What a snooze holds back has a new program counter and rests at its old step.
  const here = state.status === "open" ? state.step : program.instructions[state.pc]?.step;
  const around = repeatsAround(program, state.pc);
  for (const step of Object.keys(memory.trail)) {
    if (step !== here && !around.includes(step)) leave(run, step, WAYS.moved);
  }
}

/** The case has ended: nobody stands anywhere any more. */
export function endTrail(run: Run, status: Exclude<CaseStatus, "open">): void {
  for (const [step, visit] of Object.entries(run.memory.trail ?? {})) {
    if (standingOf(visit)) leave(run, step, WAYS.end(status));
  }
}

type Around = { step: string; from: number; to: number };
const repeats = new WeakMap<Program, readonly Around[]>();

/** The repeats whose rounds an address lies in. */
function repeatsAround(program: Program, pc: number): string[] {
  let all = repeats.get(program);
  if (!all) {
    all = program.instructions.flatMap((each, from) =>
      each.op === "repeat" ? [{ step: each.step, from, to: each.end }] : [],
    );
    repeats.set(program, all);
  }
  return all.flatMap(({ step, from, to }) => (pc > from && pc < to ? [step] : []));
}

/** What a step of a case changes in the counts: its visits before and after. */
export function stepMoves(workflow: string, before: Trail, after: Trail): StepMove[] {
  const moves: StepMove[] = [];
  const count = (step: string, visit: string, n: number) => {
    const { version, day, bucket, way } = visitOf(visit);
    moves.push([workflow, version, step, way, day, bucket, n]);
  };
  for (const [step, visit] of Object.entries(after)) {
    const old = before[step];
    if (old === visit) continue;
    if (old !== undefined) count(step, old, -1);
    count(step, visit, 1);
  }
  return moves;
}

/** The same changes with those of one count added up; what cancels out is left out. */
export function addUp(moves: readonly StepMove[]): StepMove[] {
  const sums = new Map<string, StepMove>();
  for (const move of moves) {
    const [workflow, version, step, way, day, bucket, n] = move;
    const key = JSON.stringify([workflow, version, step, way, day, bucket]);
    const sum = (sums.get(key)?.[6] ?? 0) + n;
    sums.set(key, [workflow, version, step, way, day, bucket, sum]);
  }
  return [...sums.values()].filter((move) => move[6] !== 0);
}

import type { Definition } from "../definition";
import { innerLists, type Step } from "../step";

export const ENDINGS = ["resolution", "expiry"] as const;
export type Ending = (typeof ENDINGS)[number];

/**
 * A list of steps by what holds it, so that it stays the same when its neighbours move. `way` is the
 * path inside the step: `responded`, `paths.0.steps`.
 */
export type ListAt = { stage: string } | { ending: Ending } | { step: string; way: string };

/** A place between steps: before the one at `index`, or behind the last. */
export type Gap = { list: ListAt; index: number };

/** One text for one list: what keys and comparisons use. */
export function listKey(at: ListAt): string {
  if ("stage" in at) return `stage:${at.stage}`;
  if ("ending" in at) return `ending:${at.ending}`;
  return `${at.step}/${at.way}`;
}

export const sameList = (a: ListAt, b: ListAt): boolean => listKey(a) === listKey(b);

/** Gives each list of the document anew; what `change` gives back unchanged keeps its identity. */
export function changeLists(
  definition: Definition,
  change: (steps: Step[], at: ListAt) => Step[],
): Definition {
  const stages = kept(definition.stages, (stage) => {
    const steps = changeList(stage.steps, { stage: stage.id }, change);
    return steps === stage.steps ? stage : { ...stage, steps };
  });
  const changed = stages === definition.stages ? definition : { ...definition, stages };
  return ENDINGS.reduce((doc, ending) => {
    const old = doc[ending]?.steps ?? NONE;
    const steps = changeList(old, { ending }, change);
    return steps === old ? doc : withEnding(doc, ending, steps);
  }, changed);
}

const NONE: Step[] = [];

function withEnding(definition: Definition, ending: Ending, steps: Step[]): Definition {
  if (ending === "expiry") {
    const { steps: _, ...rest } = definition.expiry ?? {};
    return { ...definition, expiry: steps.length > 0 ? { ...rest, steps } : rest };
  }
  if (steps.length > 0) return { ...definition, resolution: { steps } };
  const { resolution: _, ...rest } = definition;
  return rest;
}

function changeList(
  steps: Step[],
  at: ListAt,
  change: (steps: Step[], at: ListAt) => Step[],
): Step[] {
  return kept(change(steps, at), (step) =>
    withWays(step, (way, inner) => changeList(inner, { step: step.id, way }, change)),
  );
}

/** Like `map`, but the same array when no element changed. */
function kept<T>(list: T[], change: (item: T, place: number) => T): T[] {
  const next = list.map(change);
  return next.every((item, i) => item === list[i]) ? list : next;
}

type ChangeWay = (way: string, steps: Step[]) => Step[];

/** A step with its inner lists changed; the same step when none did. */
export function withWays(step: Step, change: ChangeWay): Step {
  switch (step.kind) {
    case "wait_for_response":
      return withAnswerWays(step, change);
    case "branch": {
      const paths = kept(step.paths, (path, i) => {
        const steps = change(`paths.${i}.steps`, path.steps);
        return steps === path.steps ? path : { ...path, steps };
      });
      const otherwise = change("otherwise", step.otherwise);
      const same = paths === step.paths && otherwise === step.otherwise;
      return same ? step : { ...step, paths, otherwise };
    }
    case "split": {
      const arms = kept(step.arms, (arm, i) => {
        const steps = change(`arms.${i}.steps`, arm.steps);
        return steps === arm.steps ? arm : { ...arm, steps };
      });
      return arms === step.arms ? step : { ...step, arms };
    }
    case "repeat": {
      const steps = change("steps", step.steps);
      return steps === step.steps ? step : { ...step, steps };
    }
    default:
      return step;
  }
}

/** An answer's way without steps is left out of the document: the flow simply goes on. */
function withAnswerWays(
  step: Extract<Step, { kind: "wait_for_response" }>,
  change: ChangeWay,
): Step {
  const { responded, noAnswer, ...rest } = step;
  const yes = change("responded", responded ?? NONE);
  const no = change("noAnswer", noAnswer ?? NONE);
  if (yes === (responded ?? NONE) && no === (noAnswer ?? NONE)) return step;
  return {
    ...rest,
    ...(yes.length > 0 && { responded: yes }),
    ...(no.length > 0 && { noAnswer: no }),
  };
}

/** A step and everything inside it, in reading order. */
export function* withInner(step: Step): Generator<Step> {
  yield step;
  for (const { steps } of innerLists(step)) for (const inner of steps) yield* withInner(inner);
}

/** How many steps stand inside a step, itself not counted. */
export const innerCount = (step: Step): number => [...withInner(step)].length - 1;

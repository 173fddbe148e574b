import type { Definition } from "../definition";
import { innerLists, type Step } from "../step";
import type { Difference } from "./difference";
import { isSame, own } from "./own";
import { movedSteps, outOfOrder, placesOf, type StepPlace } from "./places";

export type Mark = Exclude<Difference["kind"], "setting">;

/** A step of either version. A removed one stands where it stood, with the number it had. */
export type OverlayStep = {
  step: Step;
  /** As the earlier version has it, where that is something else. */
  before: Step | null;
  number: string;
  marks: Mark[];
  ways: OverlayWay[];
};

export type OverlayWay = { key: string; name: string; steps: OverlayStep[] };

export type OverlayStage = {
  id: string;
  ending: "resolution" | "expiry" | null;
  name: string;
  /** What it was called before; null where that is the same. */
  nameBefore: string | null;
  number: string;
  marks: Mark[];
  steps: OverlayStep[];
};

type Sides = {
  before: ReadonlyMap<string, StepPlace>;
  after: ReadonlyMap<string, StepPlace>;
  moved: ReadonlySet<string>;
  numbersBefore: ReadonlyMap<string, string>;
};

/** The later version's plan with what came, went, moved or changed since the earlier one. */
export function overlayOf(from: Definition, to: Definition): OverlayStage[] {
  const [before, after] = [placesOf(from), placesOf(to)];
  const sides = {
    before,
    after,
    moved: movedSteps(before, after),
    numbersBefore: numbersOf(from),
  };
  const [was, is] = [stagesOf(from), stagesOf(to)];
  const old = new Map(was.map((stage) => [stage.id, stage]));
  const now = new Map(is.map((stage) => [stage.id, stage]));
  const stayed = (stages: typeof is) =>
    stages.flatMap(({ id }) => (old.has(id) && now.has(id) ? [id] : []));
  const moved = new Set(outOfOrder(stayed(was), stayed(is)));
  return interleaved(was, is).flatMap(({ id }) => {
    const [wasOne, isOne] = [old.get(id), now.get(id)];
    const stage = isOne ?? wasOne;
    if (!stage) return [];
    const steps = stepsOf(wasOne?.steps ?? [], isOne?.steps ?? [], stage.number, sides);
    const isRenamed = wasOne !== undefined && isOne !== undefined && wasOne.name !== isOne.name;
    // An ending is there in every plan, with steps or without.
    const isOwn = stage.ending === null;
    const marks: Mark[] = [
      ...(isOwn && !wasOne ? (["added"] as const) : []),
      ...(isOwn && !isOne ? (["removed"] as const) : []),
      ...(isRenamed ? (["changed"] as const) : []),
      ...(moved.has(id) ? (["moved"] as const) : []),
    ];
    const { ending, name, number } = stage;
    return { id, ending, name, nameBefore: isRenamed ? wasOne.name : null, number, marks, steps };
  });
}

function stagesOf({ stages, resolution, expiry }: Definition) {
  const own = stages.map(({ id, name, steps }, i) => ({
    ...{ id, name, steps, ending: null },
    number: `${i + 1}`,
  }));
  const endings = (["resolution", "expiry"] as const).map((ending, i) => ({
    // No stage of one's own can be called so.
    ...{ id: `ending ${ending}`, name: ending, ending },
    steps: { resolution, expiry }[ending]?.steps ?? [],
    number: `${stages.length + i + 1}`,
  }));
  return [...own, ...endings];
}

function stepsOf(
  was: readonly Step[],
  is: readonly Step[],
  prefix: string,
  sides: Sides,
): OverlayStep[] {
  const { before, after, moved, numbersBefore } = sides;
  const places = new Map(is.map(({ id }, i) => [id, i + 1]));
  const gone = was.filter(({ id }) => !after.has(id));
  const there = new Map([...gone, ...is].map((step) => [step.id, step]));
  const order = interleaved(was, is).filter(({ id }) => there.has(id));
  return order.flatMap(({ id }) => {
    const step = there.get(id);
    if (!step) return [];
    const old = before.get(id)?.step;
    const isGone = !after.has(id);
    const isChanged = !isGone && old !== undefined && !isSame(own(old), own(step));
    const number = isGone ? (numbersBefore.get(id) ?? "") : `${prefix}.${places.get(id) ?? ""}`;
    const marks: Mark[] = isGone
      ? ["removed"]
      : [
          ...(old === undefined ? (["added"] as const) : []),
          ...(isChanged ? (["changed"] as const) : []),
          ...(moved.has(id) ? (["moved"] as const) : []),
        ];
    const ways = waysOf(old, isGone ? undefined : step, number, sides);
    return { step, before: isChanged ? old : null, number, marks, ways };
  });
}

function waysOf(
  was: Step | undefined,
  is: Step | undefined,
  number: string,
  sides: Sides,
): OverlayWay[] {
  const keyed = (step: Step | undefined) =>
    (step ? innerLists(step) : []).map((way) => ({ ...way, id: way.path.join(".") }));
  const old = new Map(keyed(was).map((way) => [way.id, way]));
  const now = new Map(keyed(is).map((way) => [way.id, way]));
  const ids = [...now.keys(), ...[...old.keys()].filter((id) => !now.has(id))];
  return ids.flatMap((id, i) => {
    const [wasOne, isOne] = [old.get(id), now.get(id)];
    const steps = stepsOf(wasOne?.steps ?? [], isOne?.steps ?? [], `${number}.${i + 1}`, sides);
    if (steps.length === 0 && is?.kind !== "branch") return [];
    return { key: id, name: isOne?.name ?? wasOne?.name ?? "", steps };
  });
}

/** The later order, with what is only in the earlier one behind what stood before it. */
function interleaved<T extends { id: string }>(was: readonly T[], is: readonly T[]): T[] {
  const now = new Set(is.map(({ id }) => id));
  const merged = [...is];
  let at = 0;
  for (const one of was) {
    if (now.has(one.id)) at = merged.findIndex(({ id }) => id === one.id) + 1;
    else merged.splice(at++, 0, one);
  }
  return merged;
}

/** The number of every step: “2.1”, inside the second way of that step “2.1.2.1”. */
function numbersOf(definition: Definition): Map<string, string> {
  const numbers = new Map<string, string>();
  const look = (steps: readonly Step[], prefix: string) => {
    for (const [i, step] of steps.entries()) {
      const number = `${prefix}.${i + 1}`;
      numbers.set(step.id, number);
      for (const [place, way] of innerLists(step).entries()) {
        look(way.steps, `${number}.${place + 1}`);
      }
    }
  };
  for (const { steps, number } of stagesOf(definition)) look(steps, number);
  return numbers;
}

import { render } from "@/core/sentence/render";
import type { Definition } from "../definition";
import { innerLists, type Step } from "../step";

/** Where a step stands: its list, and what comes before it there. */
export type StepPlace = {
  step: Step;
  stage: string;
  /** The step around it; null at the top of a stage. */
  parent: Step | null;
  /** One name for each list of the document. */
  list: string;
  before: Step | null;
};

/** Every step of a document by id, in reading order. */
export function placesOf(definition: Definition | null): Map<string, StepPlace> {
  const places = new Map<string, StepPlace>();
  if (!definition) return places;
  const { stages, resolution, expiry } = definition;
  const look = (steps: readonly Step[], stage: string, parent: Step | null, list: string) => {
    for (const [i, step] of steps.entries()) {
      places.set(step.id, { step, stage, parent, list, before: steps[i - 1] ?? null });
      for (const inner of innerLists(step)) {
        look(inner.steps, stage, step, `${step.id}/${inner.path.join(".")}`);
      }
    }
  };
  for (const { id, steps } of stages) look(steps, id, null, id);
  look(resolution?.steps ?? [], "resolution", null, "resolution");
  look(expiry?.steps ?? [], "expiry", null, "expiry");
  return places;
}

/** What a stage is called, the two endings included. */
export function stageName(
  definition: Definition | null,
  stage: string,
  locale: string,
): string | null {
  const own = definition?.stages.find(({ id }) => id === stage)?.name;
  if (own !== undefined) return own;
  if (stage !== "resolution" && stage !== "expiry") return null;
  return render("setting.ending", locale, { of: stage });
}

/**
 * The ids that stand in another list, or in another order among those that stayed in theirs. As few
 * as explain the difference: one step that went to the front moved, not all it passed.
 */
export function movedSteps(
  before: ReadonlyMap<string, StepPlace>,
  after: ReadonlyMap<string, StepPlace>,
): Set<string> {
  const moved = new Set<string>();
  const lists = Map.groupBy(after.keys(), (id) => after.get(id)?.list ?? "");
  for (const [list, ids] of lists) {
    const stayed = ids.filter((id) => before.get(id)?.list === list);
    for (const id of ids) if (before.has(id) && !stayed.includes(id)) moved.add(id);
    const order = [...before.keys()].filter((id) => stayed.includes(id));
    for (const id of outOfOrder(order, stayed)) moved.add(id);
  }
  return moved;
}

/** What must move to make one order of the same names the other: all but a longest common subsequence. */
export function outOfOrder(from: readonly string[], to: readonly string[]): string[] {
  const place = new Map(from.map((id, i) => [id, i]));
  const at = to.map((id) => place.get(id) ?? 0);
  const lengths = at.map(() => 1);
  const previous = at.map(() => -1);
  let best = -1;
  for (let i = 0; i < at.length; i++) {
    for (let j = 0; j < i; j++) {
      if ((at[j] ?? 0) < (at[i] ?? 0) && (lengths[j] ?? 0) + 1 > (lengths[i] ?? 0)) {
        lengths[i] = (lengths[j] ?? 0) + 1;
        previous[i] = j;
      }
    }
    if (best < 0 || (lengths[i] ?? 0) > (lengths[best] ?? 0)) best = i;
  }
  const kept = new Set<string>();
  for (let i = best; i >= 0; i = previous[i] ?? -1) kept.add(to[i] ?? "");
  return to.filter((id) => !kept.has(id));
}

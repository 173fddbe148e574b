import type { Definition } from "../definition";
import type { Step } from "../step";
import { changeLists, type ListAt } from "./list-at";

export type Found = { step: Step; list: ListAt; index: number; siblings: readonly Step[] };

/** A step by its id, with the list it stands in. */
export function findStep(definition: Definition, id: string): Found | null {
  for (const found of everyStep(definition)) if (found.step.id === id) return found;
  return null;
}

/** Every step with the list it stands in, lists before what stands inside their steps. */
export function everyStep(definition: Definition): Found[] {
  const found: Found[] = [];
  changeLists(definition, (siblings, list) => {
    for (const [index, step] of siblings.entries()) found.push({ step, list, index, siblings });
    return siblings;
  });
  return found;
}

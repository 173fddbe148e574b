import { walk } from "./definition";
import type { Program } from "./program";

/**
 * Where a case that stands at `pc` of one version goes on in another: at the same step where it still
 * is, else at the next step of the old order that is, else at the end. Null step: the end.
 */
export function landingOf(
  from: Program,
  to: Program,
  pc: number,
): { pc: number; step: string | null } {
  const end = { pc: to.resolution - 1, step: null };
  const here = from.instructions[pc];
  if (!here || here.op === "end" || here.step === "") return end;
  const order = [...walk(from.definition)].map(({ step }) => step.id);
  for (const step of order.slice(order.indexOf(here.step))) {
    const address = to.addressOf.get(step);
    if (address === undefined || address >= to.resolution) continue;
    return { pc: address, step };
  }
  return end;
}

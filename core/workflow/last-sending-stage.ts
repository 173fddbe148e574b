import { type Definition, walk } from "./definition";

/** The stage of the last reminder: the last one that sends anything. Null when none does. */
export function lastSendingStage(definition: Definition): string | null {
  const sending = new Set<string>();
  for (const { step, stage } of walk(definition)) if (step.kind === "send") sending.add(stage);
  return definition.stages.findLast(({ id }) => sending.has(id))?.id ?? null;
}

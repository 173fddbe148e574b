import { atRoot, atStep, isInStages, type Look, type Problem } from "./problem";

/** What the simulated runs of all scenarios showed: steps nobody came to, too many messages at once. */
export const runs: Look = (_definition, { runs: known }, places) => {
  if (!known || known.scenarios === 0) return [];
  const { scenarios, reached, most } = known;
  const found: Problem[] = [];
  if (most !== null && most.messages > most.cap) {
    found.push(atRoot("stages", "check", "cap.exceeded", most));
  }
  const missed: string[] = [];
  for (const place of places) {
    const path = place.path.join(".");
    // Of a step and what stands in it, the outer one says it.
    if (!isInStages(place) || reached.has(place.step.id)) continue;
    if (missed.some((outer) => path.startsWith(`${outer}.`))) continue;
    missed.push(path);
    found.push(atStep(place, [], "check", "never_reached", { form: "runs", scenarios }));
  }
  return found;
};

import { HOLDOUT_ARM } from "../compile";
import { atStep, type Look, type Problem } from "./problem";

/** Arms that cannot be told apart, and people kept from what is owed to them. */
export const splits: Look = (definition, { topics }, places) => {
  const topic = topics.get(definition.topic);
  return places.flatMap((place): Problem[] => {
    const { step } = place;
    if (step.kind !== "split") return [];
    const holdout = step.holdout ?? 0;
    const taken = new Set(holdout > 0 ? [HOLDOUT_ARM] : []);
    const found: Problem[] = [];
    for (const [i, { name }] of step.arms.entries()) {
      if (taken.has(name)) {
        found.push(atStep(place, ["arms", i, "name"], "problem", "split.same_name", { name }));
      }
      taken.add(name);
    }
    if (holdout > 0 && topic?.required) {
      const params = { topic: topic.name ?? definition.topic };
      found.push(atStep(place, ["holdout"], "problem", "split.holdout_required", params));
    }
    return found;
  });
};

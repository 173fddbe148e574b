import { parseCondition } from "@/core/condition/condition";
import { atRoot, atStep, type Look, type Problem } from "./problem";

/** Conditions that do not parse, and branches whose rows repeat each other. */
export const conditions: Look = (definition, _facts, places) => {
  const found: Problem[] = [];
  const where = definition.start?.where;
  const inStart = where === undefined ? null : invalid(where);
  if (inStart) found.push(atRoot("start.where", "problem", inStart));
  for (const [i, rule] of definition.stopsWhen.entries()) {
    if (!("event" in rule) || rule.when === undefined) continue;
    const words = invalid(rule.when);
    if (words) found.push(atRoot(`stopsWhen.${i}.when`, "problem", words));
  }
  for (const place of places) {
    if (place.step.kind !== "branch") continue;
    const before = new Set<string>();
    for (const [i, { when, name }] of place.step.paths.entries()) {
      const words = invalid(when);
      if (words) found.push(atStep(place, ["paths", i, "when"], "problem", words));
      const text = when.replace(/\s+/g, " ").trim();
      if (before.has(text) || before.has("true")) {
        found.push(
          atStep(place, ["paths", i, "when"], "check", {
            code: "branch.overlap",
            message: `"${name}" can never be taken: an earlier row is true whenever it is.`,
            why: "The first row that is true wins.",
            fix: "Reorder the rows, or change one.",
          }),
        );
      }
      before.add(text);
    }
  }
  return found;
};

function invalid(text: string) {
  const parsed = parseCondition(text);
  if (parsed.ok) return null;
  const { message, line, column } = parsed;
  const at = column === undefined ? "" : ` (line ${line ?? 1}, column ${column})`;
  return {
    code: "condition.invalid",
    message: `The condition cannot be read${at}: ${message}.`,
    why: "A condition that cannot be read is never true.",
    fix: column === undefined ? "Correct the condition." : `Correct it at column ${column}.`,
  };
}

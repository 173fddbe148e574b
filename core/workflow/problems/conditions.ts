import { parseCondition } from "@/core/condition/condition";
import type { ProblemParams } from "./codes";
import { atRoot, atStep, type Look, type Problem } from "./problem";

/** Conditions that do not parse, and branches whose rows repeat each other. */
export const conditions: Look = (definition, _facts, places) => {
  const found: Problem[] = [];
  const where = definition.start?.where;
  const inStart = where === undefined ? null : invalid(where);
  if (inStart) found.push(atRoot("start.where", "problem", "condition.invalid", inStart));
  for (const [i, rule] of definition.stopsWhen.entries()) {
    if (!("event" in rule) || rule.when === undefined) continue;
    const params = invalid(rule.when);
    if (params) found.push(atRoot(`stopsWhen.${i}.when`, "problem", "condition.invalid", params));
  }
  for (const place of places) {
    if (place.step.kind !== "branch") continue;
    const before = new Set<string>();
    for (const [i, { when, name }] of place.step.paths.entries()) {
      const at = ["paths", i, "when"];
      const params = invalid(when);
      if (params) found.push(atStep(place, at, "problem", "condition.invalid", params));
      const text = when.replace(/\s+/g, " ").trim();
      if (before.has(text) || before.has("true")) {
        found.push(atStep(place, at, "check", "branch.overlap", { name }));
      }
      before.add(text);
    }
  }
  return found;
};

function invalid(text: string): ProblemParams["condition.invalid"] | null {
  const parsed = parseCondition(text);
  if (parsed.ok) return null;
  const { message: detail, line, column } = parsed;
  const name = /^there is no "(.+?)";/.exec(detail)?.[1] ?? null;
  const early = detail === "the condition ends too early";
  const form = name !== null ? "unknown_name" : early ? "ends_early" : "other";
  return { form, detail, name, line: line ?? null, column: column ?? null };
}

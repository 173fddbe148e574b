import type { RenderScope } from "@/core/template/scope";
import { type Evaluation, evaluate, parseCondition } from "./condition";

/** Evaluates a condition given as text; one that does not parse is false, with its error. */
export function evaluateText(text: string, scope: Partial<RenderScope>): Evaluation {
  const parsed = parseCondition(text);
  if (!parsed.ok) return { value: false, missing: null, error: parsed.message };
  return evaluate(parsed.condition, scope);
}

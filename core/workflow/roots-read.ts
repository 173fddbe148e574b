import { parseCondition, rootsOf } from "@/core/condition/condition";

/** First words of what a condition reads: `data`, `messages`, …; empty for one that does not parse. */
export function rootsRead(condition: string): ReadonlySet<string> {
  const parsed = parseCondition(condition);
  return new Set(parsed.ok ? rootsOf(parsed.condition) : []);
}

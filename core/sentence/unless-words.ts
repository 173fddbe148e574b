import type { StopRule } from "@/core/workflow/definition";
import type { SentenceOptions } from "./names";
import { joinList, render } from "./render";

const SHOWN_MAX = 4;

/** What would stop the case before: “invoice.paid arrives or “I have paid” is pressed”. Null where nothing would. */
export function unlessWords(rules: readonly StopRule[], options: SentenceOptions): string | null {
  const { locale, names } = options;
  const words = rules.flatMap((rule) => {
    if ("event" in rule) {
      const stops = rule.then === undefined || rule.then === "resolve";
      return stops ? [render("word.unless", locale, { kind: "event", name: rule.event })] : [];
    }
    if (!("action" in rule)) return [render("word.unless", locale, { kind: "reply", name: "" })];
    const name = names?.action?.(rule.action) ?? rule.action;
    return [render("word.unless", locale, { kind: "action", name })];
  });
  const shown = [...new Set(words)].slice(0, SHOWN_MAX);
  return shown.length === 0 ? null : joinList(shown, locale, "disjunction");
}

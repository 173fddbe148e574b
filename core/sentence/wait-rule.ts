import type { Wait } from "@/core/workflow/steps/wait";
import { lengthWords, offsetSlots } from "./duration-words";
import { isRecord, textOf } from "./param-text";
import { flag, render, type Slots } from "./render";

/** The slots of a wait, for its step's sentence and for “because”. Null when it is no wait. */
export function waitSlots(
  wait: Partial<Wait> | Record<string, unknown>,
  locale: string,
): Slots | null {
  const at = textOf(wait.at);
  const common = {
    hasAt: flag(at !== null),
    at: at ?? "",
    zone: textOf(wait.zone) ?? "no",
    days: textOf(wait.days) ?? "any",
    ifPassed: textOf(wait.ifPassed) ?? "no",
  };
  if (isRecord(wait.until)) {
    const [entry] = Object.entries(wait.until);
    const offset = entry && offsetSlots(entry[1], locale);
    if (!entry || !offset) return null;
    const anchored = { ...offset, anchor: entry[0], path: textOf(entry[0]) ?? "" };
    const words = render("word.offset", locale, anchored);
    return { ...common, ...anchored, shape: "until", offset: words };
  }
  const length = lengthWords(wait.for, locale);
  if (length === null) return null;
  return { ...common, shape: "for", direction: "no", percent: "", offset: "", length };
}

/** “2 days before the due date, 09:00, on business days”; null when it is no wait. */
export function waitRuleWords(rule: unknown, locale: string): string | null {
  const slots = isRecord(rule) ? waitSlots(rule, locale) : null;
  return slots && render("word.wait_rule", locale, slots);
}

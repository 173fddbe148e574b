import { BECAUSE_NEEDS, isBecauseCode, isDecisionCode, type Reason } from "./codes";
import { type DecisionOptions, slotsOf } from "./param-slots";
import { isRecord } from "./param-text";
import { render } from "./render";

/**
 * The “Because …” line of a reason: its own clause where it has one, otherwise the sentence of its
 * code. Null when the code is not known here, or what its clause needs is missing. A preferred channel
 * is not why there is a message: what led to it is said first.
 */
export function becauseOf(reason: Reason, options: DecisionOptions): string | null {
  const own = clauseOf(reason, options);
  const led = reason.code === "send.preferred" ? reasonOf(reason.params?.because) : null;
  const first = led && clauseOf(led, options);
  return first === null || own === null ? own : `${first} ${own}`;
}

function clauseOf({ code, params }: Reason, options: DecisionOptions): string | null {
  if (!isDecisionCode(code)) return null;
  const slots = slotsOf(code, params ?? {}, options);
  if (!isBecauseCode(code)) return render(code, options.locale, slots);
  const needed = BECAUSE_NEEDS[code];
  const missing =
    needed !== null && slots[`has${needed.charAt(0).toUpperCase()}${needed.slice(1)}`] !== "yes";
  return missing ? null : render(`because.${code}`, options.locale, slots);
}

/** A reason as the log holds it: a code alone, or with its params. Null when it is neither. */
export function reasonOf(value: unknown): Reason | null {
  if (typeof value === "string") return isDecisionCode(value) ? { code: value } : null;
  if (!isRecord(value) || typeof value.code !== "string") return null;
  return { code: value.code, params: isRecord(value.params) ? value.params : undefined };
}

import { BECAUSE_NEEDS, isBecauseCode, isDecisionCode, type Reason } from "./codes";
import { type DecisionOptions, slotsOf } from "./param-slots";
import { render } from "./render";

/**
 * The “Because …” line of a reason: its own clause where it has one, otherwise the sentence of its
 * code. Null when the code is not known here, or what its clause needs is missing.
 */
export function becauseOf({ code, params }: Reason, options: DecisionOptions): string | null {
  if (!isDecisionCode(code)) return null;
  const slots = slotsOf(code, params ?? {}, options);
  if (!isBecauseCode(code)) return render(code, options.locale, slots);
  const needed = BECAUSE_NEEDS[code];
  const missing =
    needed !== null && slots[`has${needed.charAt(0).toUpperCase()}${needed.slice(1)}`] !== "yes";
  return missing ? null : render(`because.${code}`, options.locale, slots);
}

import type { Instant } from "@/core/time";
import type { Program } from "@/core/workflow/program";
import { advance } from "./advance";
import type { CaseEvent } from "./case-event";
import type { CaseFacts } from "./facts";
import { plan } from "./plan";
import type { CaseState } from "./state";

/**
 * When a case sends its next message, if nobody answers: as it stands, or right after an event. What
 * it has planned already is not looked at. Null: never.
 */
export function nextMessageAt(
  program: Program,
  state: CaseState,
  facts: CaseFacts,
  now: Instant,
  event?: CaseEvent,
): Instant | null {
  const { state: after, effects } = event
    ? advance(program, state, event, facts)
    : { state, effects: [] };
  const started = effects.flatMap((effect) =>
    effect.type === "plan_message" && !effect.message.request.ghost
      ? [effect.message.deliverAt]
      : [],
  );
  const later = plan(program, after, facts, now).flatMap(({ kind, at }) =>
    kind === "send" || kind === "fallback" ? [at] : [],
  );
  const moments = [...started, ...later];
  return moments.length === 0 ? null : Math.min(...moments);
}

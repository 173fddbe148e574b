import type { Advance } from "./advance";
import type { CaseEvent } from "./case-event";
import { keyOf, type Matter } from "./matter";
import type { CaseState } from "./state";
import { answerFor } from "./waits";

function rule(n: number, holds: boolean, sentence: string, seen: unknown = ""): void {
  if (!holds) throw new Error(`rule ${n}: ${sentence} ${JSON.stringify(seen)}`);
}

const VERBS: readonly CaseEvent["type"][] = [
  "resolved",
  "acknowledged",
  "snoozed",
  "reassigned",
  "escalated_now",
  "due_moved",
  "canceled",
  "moved_to_version",
  "planned_sent_now",
  "planned_taken_out",
  "planned_moved",
];

/** What holds after every single event, whatever came before. Throws with the rule's number. */
export function checkRules(
  matter: Matter,
  before: CaseState,
  event: CaseEvent,
  result: Advance,
): void {
  const { state, messages, program } = matter;
  const isOpen = state.status === "open";
  const wasOpen = before.status === "open";

  for (const message of messages.values()) {
    const waits = message.status === "planned";
    rule(1, isOpen || !waits || message.request.ending === true, "waits after the end", message);
    rule(
      1,
      message.sentWhileOpen !== false || message.request.ending === true,
      "left after the end",
      message,
    );
  }

  const reopens = event.type === "reopened" && result.refused === null;
  rule(2, wasOpen || !isOpen || reopens, "only reopen opens a closed case", event);
  rule(2, wasOpen || reopens || state.status === before.status, "an end is changed", event);
  const closer = state.memory.resumeAt ?? -1;
  const anotherClose =
    program.instructions[closer]?.op === "close" && closer !== before.memory.resumeAt;
  rule(2, !reopens || isOpen || anotherClose, "a reopened case is closed at once", state);

  checkRest(matter);

  if (result.refused !== null) {
    rule(
      6,
      result.effects.length === 0 && state === before,
      "a refused verb changes something",
      event,
    );
  }
  rule(
    6,
    wasOpen || !VERBS.includes(event.type) || result.refused !== null,
    "a verb on a closed case is taken",
    event,
  );

  for (const double of matter.doubles) {
    const first = messages.get(keyOf(double));
    rule(10, first?.template === double.template, "the unique key swallows a message", double);
  }

  if (event.type === "engaged") rule(13, result.effects.length === 0, "an open moves a case");

  const arms = before.memory.arms ?? {};
  for (const [step, arm] of Object.entries(arms)) {
    rule(14, state.memory.arms?.[step] === arm, "a person changes arms", { step, arm });
  }
  if (before.memory.holdout) {
    for (const effect of result.effects) {
      if (effect.type !== "plan_message") continue;
      rule(14, effect.message.request.ghost === true, "the holdout gets a message", effect.message);
    }
  }
}

/** Where a case stands still, and whether it may. Throws with the rule's number. */
export function checkRest({ state, program }: Pick<Matter, "state" | "program">): void {
  const at = program.instructions[state.pc];
  if (state.status !== "open") {
    rule(5, state.nextActionAt === null || at?.op !== "end", "a finished case has a moment", state);
    return;
  }
  rule(5, state.waitingFor !== null, "an open case waits for nothing", state);
  const isHeld = state.waitingFor === "due_date" || state.waitingFor === "operator";
  rule(5, isHeld || state.nextActionAt !== null, "an open case has no moment", state);

  const { answers } = state.memory;
  const isSnoozed = state.snoozedUntil !== null && state.waitingFor === "snooze";
  if (isSnoozed) return;
  const satisfied =
    (at?.op === "await" && answerFor(answers, at.what)) ||
    (at?.op === "round" && answerFor(answers, ["any"]));
  rule(3, !satisfied, "waits for an answer that is there", { at, answers });
}

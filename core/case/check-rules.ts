import type { Advance } from "./advance";
import type { CaseEvent } from "./case-event";
import type { Effect } from "./effect";
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
  "taken_over",
  "handed_over",
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
  const { state, messages, program, facts } = matter;
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
  checkClimb(matter, result);

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
  if (before.memory.holdout && !facts.workspace.requiredTopics.has(program.definition.topic)) {
    for (const effect of result.effects) {
      // An endpoint that was told before the split is told of the end too.
      const calls = effect.type === "notify_webhook" && effect.event !== "closed";
      rule(14, !calls, "an endpoint is called in for the holdout", effect);
      if (effect.type !== "plan_message") continue;
      rule(14, effect.message.request.ghost === true, "the holdout gets a message", effect.message);
    }
  }
}

/** What holds for escalations: one turn is waited for at most, and none after the end. */
function checkClimb({ state, turns }: Matter, { effects }: Advance): void {
  const { climb, announced, interrupted, acknowledgementEnd } = state.memory;
  const isOpen = state.status === "open";
  const rest = climb ?? announced ?? interrupted ?? acknowledgementEnd;
  rule(1, isOpen || rest === undefined, "an escalation outlives its case", state.memory);
  rule(5, interrupted === undefined || climb !== undefined, "interrupted by nothing", state.memory);
  const waited = [...turns.values()].filter(
    ({ told, ended }) => told.deadline !== null && ended.length === 0,
  );
  const visits = waited.map(({ told }) => told.visit);
  const own = climb?.visit === undefined ? [] : [climb.visit];
  rule(4, JSON.stringify(visits) === JSON.stringify(own), "another turn is waited for", visits);
  const twice = [...turns.values()].find(({ ended }) => ended.length > 1);
  rule(4, twice === undefined, "a turn ends twice", twice);
  const told = effects.filter(({ type }) => type === "level_told");
  rule(1, isOpen || told.every(isFallback), "somebody is brought in after the end", told);
}

const isFallback = (effect: Effect): boolean =>
  effect.type === "level_told" && effect.told.deadline === null;

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

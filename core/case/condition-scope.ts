import type { RenderScope } from "@/core/template/scope";
import type { Instant } from "@/core/time";
import type { CaseFacts, HistoryEvent, MessageFacts, PersonFacts } from "./facts";
import type { CaseState } from "./state";

/** What conditions and templates can read about a case, built from the engine's facts. */
export function conditionScope(
  facts: CaseFacts,
  state: CaseState,
  now: Instant,
  recipient: PersonFacts = facts.person,
): RenderScope {
  return {
    data: { ...facts.data, ...state.memory.saved },
    person: personScope(facts.person),
    recipient: personScope(recipient),
    case: caseScope(facts, state),
    due: state.dueAt,
    messages: messagesScope(facts.messages ?? []),
    history: historyScope(facts.history),
    open: { count: facts.open?.count ?? 0, cases: facts.open?.cases ?? [] },
    now,
  };
}

export function personScope(person: PersonFacts) {
  const { id, name, email, phone, locale, timeZone, attributes, location, managerId } = person;
  const firstName = name?.split(" ")[0] ?? null;
  return { id, name, firstName, email, phone, locale, timeZone, attributes, location, managerId };
}

function caseScope(facts: CaseFacts, state: CaseState) {
  const { number, key, subject, workflow, version } = facts.case;
  const answers = state.memory.answers ?? [];
  return {
    number: `C-${number}`,
    key,
    subject,
    workflow,
    version,
    status: state.status,
    outcome: state.outcome,
    stage: state.stage,
    priority: state.priority,
    level: state.level,
    owner: state.owner,
    acknowledgedBy: state.acknowledgedBy,
    acknowledgedAt: state.acknowledgedAt,
    openedAt: state.openedAt,
    dueAt: state.dueAt,
    closedBy: state.closedBy,
    answered: answers.length > 0,
    answer: answers.at(-1)?.name ?? null,
  };
}

/** By step id: what became of its newest message. A machine's open is no open. */
export function messagesScope(messages: readonly MessageFacts[]) {
  const bySteps: Record<string, unknown> = {};
  for (const { step, ...message } of messages) {
    bySteps[step] = {
      ...message,
      opened: message.openedAt !== null,
      clicked: message.clickedAt !== null,
      replied: message.repliedAt !== null,
    };
  }
  return bySteps;
}

export function historyScope(history: CaseFacts["history"]) {
  const events = history?.events ?? [];
  const cases = history?.cases ?? [];
  return {
    last: events[0] ?? null,
    lastOf: newestByName(events),
    events,
    cases,
    count: cases.length,
  };
}

/** By event name, its newest one; an event called `__proto__` is one like any other. */
const newestByName = (events: readonly HistoryEvent[]): Record<string, HistoryEvent> =>
  Object.fromEntries(events.toReversed().map((event) => [event.name, event]));

import { addLength } from "@/core/calendar/due-relative";
import type { ResolvedCalendar } from "@/core/calendar/work-calendar";
import { parseMoment } from "@/core/calendar/zone";
import { pathValue } from "@/core/condition/path";
import { renderText } from "@/core/template/liquid";
import type { RenderScope } from "@/core/template/scope";
import type { Instant } from "@/core/time";
import { missingRequired } from "@/core/workflow/data-fields";
import type { Definition } from "@/core/workflow/definition";
import { personScope } from "./condition-scope";
import type { PersonFacts } from "./facts";
import type { CaseState } from "./state";

export const SUBJECT_MAX = 300;
export const KEY_MAX = 300;

type Texts = { data: Record<string, unknown>; person: PersonFacts; now: Instant };
type Settings = { locale: string; zone: string };

/** The scope of texts that are rendered before there is a case: subject and key. */
function openingScope({ data, person, now }: Texts): RenderScope {
  const who = personScope(person);
  const none = {};
  return {
    data,
    person: who,
    recipient: who,
    case: none,
    due: null,
    messages: none,
    history: none,
    open: none,
    now,
  };
}

/** The case's subject; where the template names a missing field, its text with the problem named. */
export function subjectOf(definition: Definition, texts: Texts, settings: Settings): string {
  const rendered = renderText(definition.subject, openingScope(texts), {
    ...settings,
    now: texts.now,
    escape: "subject",
  });
  const text = rendered.ok ? rendered.text : `${definition.subject} (${rendered.message})`;
  return text.slice(0, SUBJECT_MAX);
}

/** A business key from its template; null when it names a field that is not there. */
export function keyFrom(
  template: string,
  data: Record<string, unknown>,
  person: PersonFacts | null,
  now: Instant,
): string | null {
  const nobody = { person: {}, recipient: {} };
  const scope = person
    ? openingScope({ data, person, now })
    : { data, ...nobody, case: {}, due: null, messages: {}, history: {}, open: {}, now };
  const rendered = renderText(template, scope, {
    locale: "en",
    zone: "UTC",
    now,
    escape: "subject",
  });
  if (!rendered.ok || rendered.text.trim() === "") return null;
  return rendered.text.trim().slice(0, KEY_MAX);
}

/**
 * The due moment of a new case: the event's own `dueAt`, or the workflow's rule. A bare date is the
 * end of that day in the person's zone. Null when there is none, or it is no date.
 */
export function dueOf(
  definition: Definition,
  from: { dueAt: string | null; data: Record<string, unknown>; openedAt: Instant },
  place: { zone: string; calendar: ResolvedCalendar },
): { dueAt: Instant | null; problem: string | null } {
  if (from.dueAt !== null) return read(from.dueAt, "dueAt", place.zone);
  const rule = definition.due;
  if (!rule) return { dueAt: null, problem: null };
  if ("after" in rule) {
    return {
      dueAt: addLength(from.openedAt, rule.after, place.zone, place.calendar),
      problem: null,
    };
  }
  const value = pathValue({ data: from.data }, rule.from);
  if (value === undefined || value === null)
    return { dueAt: null, problem: `${rule.from} is missing` };
  return read(value, rule.from, place.zone);
}

function read(value: unknown, path: string, zone: string) {
  const dueAt = parseMoment(value, zone);
  const problem = dueAt === null ? `${path} is not a date: ${JSON.stringify(value)}` : null;
  return { dueAt, problem };
}

/** What the line of a new case says: its name, and what its workflow's data call required and it lacks. */
export function openedParams(
  { data: schema }: Definition,
  subject: string,
  data: Record<string, unknown>,
): { subject: string; missing?: string } {
  const missing = missingRequired(schema, data);
  return { subject, ...(missing.length > 0 && { missing: missing.join(", ") }) };
}

/** A case that is about to be opened, standing at its first instruction. */
export function newCase(openedAt: Instant, dueAt: Instant | null): CaseState {
  return {
    status: "open",
    outcome: null,
    waitingFor: null,
    pc: 0,
    stage: null,
    step: null,
    priority: "normal",
    level: 0,
    owner: null,
    acknowledgedBy: null,
    acknowledgedAt: null,
    dueAt,
    snoozedUntil: null,
    nextActionAt: null,
    openedAt,
    firstResponseAt: null,
    closedAt: null,
    closedBy: null,
    memory: { trail: {} },
  };
}

/** An answer that came before its case: the case opens and is resolved with no step run and no message sent. */
export function resolvedAtBirth(
  state: CaseState,
  answer: { by: string; at: Instant },
  end: number,
): CaseState {
  return {
    ...state,
    status: "resolved",
    outcome: "resolved",
    pc: end,
    firstResponseAt: answer.at,
    closedAt: state.openedAt,
    closedBy: answer.by,
    memory: { ...state.memory, resumeAt: 0 },
  };
}

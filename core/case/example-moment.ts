import { addLength } from "@/core/calendar/due-relative";
import type { ResolvedCalendar } from "@/core/calendar/work-calendar";
import {
  clockShiftMs,
  endOfDay,
  isZone,
  localDate,
  localParts,
  parseMoment,
} from "@/core/calendar/zone";
import { DAY_MS, type Instant } from "@/core/time";
import type { Definition } from "@/core/workflow/definition";
import type { EditorFacts, ExamplePerson } from "@/core/workflow/editor-facts";
import { knownFields } from "@/core/workflow/known-fields";
import type { Repeat, WaitForResponse } from "@/core/workflow/step";
import type { Wait } from "@/core/workflow/steps/wait";
import type { PersonFacts } from "./facts";
import { deadlineOf, type MissingMoment, momentOfWait, type Standing } from "./waits";

/** Whom and when the examples of a workflow speak of; the case is taken to reach a step as it opens. */
export type ExampleCase = {
  person: ExamplePerson;
  openedAt: Instant;
  dueAt: Instant | null;
  data: Record<string, unknown>;
};

export type ExampleMoment = {
  at: Instant;
  /** Where it would be if every day would do; null when it did not move. */
  rolledFrom: Instant | null;
  /** The time of day is skipped (`gap`) or comes twice (`fold`) on that day. */
  dst: "gap" | "fold" | null;
};

type Around = Omit<ExampleCase, "data"> & {
  data?: Record<string, unknown>;
  calendar: ResolvedCalendar;
  workspaceZone: string;
};

/** The steps whose moments an example can show; of a repeat, when its first round ends. */
export type Timed = Wait | WaitForResponse | Repeat;

/**
 * What a wait gives for an example person, by the functions the engine itself waits with. Says what
 * is missing where the moment cannot be known.
 */
export function exampleOf(
  step: Timed,
  around: Around,
): ExampleMoment | Pick<MissingMoment, "missing"> {
  const standing = standingOf(around);
  const since = around.openedAt;
  if (step.kind !== "wait") {
    const length = step.kind === "repeat" ? step.every : step.for;
    const from = step.kind === "repeat" ? "now" : (step.from ?? "now");
    const end = deadlineOf(standing, { from, for: length }, since);
    return "missing" in end
      ? { missing: end.missing }
      : { at: end.at, rolledFrom: null, dst: null };
  }
  const moment = momentOfWait(standing, step, since);
  if ("missing" in moment) return { missing: moment.missing };
  const { at } = moment;
  const unrolled = momentOfWait(standing, { ...step, days: "any" }, since);
  const isRolled = "at" in unrolled && unrolled.at !== at;
  return {
    at,
    rolledFrom: isRolled ? unrolled.at : null,
    dst: step.at === undefined ? null : dstAt(at, step.at, zoneOf(step, around)),
  };
}

/** `wanted` is the time of day the moment was to have. */
function dstAt(at: Instant, wanted: string, zone: string): ExampleMoment["dst"] {
  if (localParts(at, zone).time !== wanted) return "gap";
  const shift = clockShiftMs(at, zone);
  return shift < 0 && localParts(at - shift, zone).time === wanted ? "fold" : null;
}

const zoneOf = ({ zone }: Wait, { person, workspaceZone }: Around): string =>
  zone === "workspace" || zone === "team" ? workspaceZone : (zoneOfPerson(person) ?? workspaceZone);

const zoneOfPerson = ({ timeZone }: ExamplePerson): string | null =>
  timeZone !== null && isZone(timeZone) ? timeZone : null;

function standingOf({ person, openedAt, dueAt, data, calendar, workspaceZone }: Around): Standing {
  return {
    now: openedAt,
    state: { openedAt, dueAt, owner: null },
    memory: {},
    facts: {
      data: data ?? {},
      person: factsOf(person),
      calendarOf: () => calendar,
      workspace: {
        timeZone: workspaceZone,
        locale: "en",
        calendar,
        teams: new Map(),
        rotas: new Map(),
        policies: new Map(),
        requiredTopics: new Set(),
      },
    },
  };
}

const factsOf = (person: ExamplePerson): PersonFacts => ({
  id: person.id,
  name: person.name,
  email: null,
  phone: null,
  locale: person.locale,
  timeZone: zoneOfPerson(person),
  attributes: {},
  location: null,
  managerId: null,
  pausedUntil: null,
  preferredChannel: null,
  erased: false,
});

const OPEN_MS = 14 * DAY_MS;

/**
 * A case to show examples for: the person given or the first known one, opened now, with the values
 * that events lately brought. A due date that lies behind keeps its day, and the case opened two
 * weeks before it; where no event brought one yet, it is due in two weeks. Null when nobody is known.
 */
export function exampleCaseOf(
  definition: Pick<Definition, "start" | "data" | "due">,
  facts: Pick<EditorFacts, "people" | "events" | "workspace">,
  now: Instant,
  personId?: string,
): ExampleCase | null {
  const person = facts.people.find(({ id }) => id === personId) ?? facts.people[0];
  if (!person) return null;
  const { timeZone, calendar } = facts.workspace;
  const zone = zoneOfPerson(person) ?? timeZone;
  const fields = knownFields(definition, facts.events);
  const data = {};
  for (const { path, example } of fields) put(data, path.split(".").slice(1), example);
  const { due } = definition;
  if (!due) return { person, openedAt: now, dueAt: null, data };
  if ("after" in due) {
    return { person, openedAt: now, dueAt: addLength(now, due.after, zone, calendar), data };
  }
  const seen = parseMoment(fields.find(({ path }) => path === due.from)?.example, zone);
  const dueAt = seen ?? endOfDay(localDate(now + OPEN_MS, zone), zone);
  const isPast = localDate(dueAt, zone) <= localDate(now, zone);
  return { person, openedAt: isPast ? dueAt - OPEN_MS : now, dueAt, data };
}

/** Sets a value deep inside of plain objects; what is already there and no object stays. */
function put(into: Record<string, unknown>, [name, ...rest]: string[], value: unknown): void {
  if (name === undefined || Object.hasOwn(Object.prototype, name)) return;
  if (rest.length === 0) {
    into[name] ??= value;
    return;
  }
  into[name] ??= {};
  const inner = into[name];
  if (typeof inner === "object" && inner !== null && !Array.isArray(inner)) {
    put(inner as Record<string, unknown>, rest, value);
  }
}

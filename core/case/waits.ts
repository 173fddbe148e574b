import { rollToBusinessDay } from "@/core/calendar/business-days";
import { addLength, momentFor, waitUntil } from "@/core/calendar/due-relative";
import { atLocalTime } from "@/core/calendar/local-time";
import type { ResolvedCalendar } from "@/core/calendar/work-calendar";
import { parseMoment } from "@/core/calendar/zone";
import { pathValue } from "@/core/condition/path";
import type { Instant } from "@/core/time";
import type { Instruction } from "@/core/workflow/program";
import type { Wait } from "@/core/workflow/steps/wait";
import type { CaseFacts } from "./facts";
import { type Run, zoneOf } from "./run";
import type { Answer, CaseState, Memory } from "./state";

/** When a wait ends, or what is missing to know it. */
export type MissingMoment = { missing: "due" | "data"; path: string };
export type WaitMoment = { at: Instant } | MissingMoment;

const NEVER = { missing: "data", path: "calendar" } as const;

/** The part of a run that moments depend on; an example has it without a case. */
export type Standing = {
  readonly now: Instant;
  readonly facts: Pick<CaseFacts, "data" | "person" | "workspace" | "calendarOf">;
  readonly state: Pick<CaseState, "openedAt" | "dueAt" | "owner">;
  readonly memory: Pick<Memory, "lastMessageAt">;
};

/** The moment a `wait` step ends, from the facts as they are now. `since`: when the case came to it. */
export function momentOfWait(run: Standing, wait: Wait, since: Instant): WaitMoment {
  const place = placeOf(run, wait);
  if (wait.for !== undefined) {
    const at = waitUntil({ from: since, for: wait.for, ...place });
    return at === null ? NEVER : { at };
  }
  const [anchorName, offset] = Object.entries(wait.until ?? {})[0] ?? [];
  if (anchorName === undefined || offset === undefined) return NEVER;
  const anchor = anchorOf(run, anchorName, place.zone);
  if (anchor === null) return { missing: anchorName === "due" ? "due" : "data", path: anchorName };
  const { openedAt, dueAt } = run.state;
  const at = momentFor({ anchor, offset, openedAt, dueAt, ...place });
  return at === null ? { missing: "due", path: "due" } : { at };
}

/** The next time the rule allows, for `ifPassed: next`. */
export function nextAllowed(run: Run, wait: Wait): Instant {
  const { zone, at, days, calendar } = placeOf(run, wait);
  const timed = at === undefined ? run.now : atLocalTime(run.now, at, zone, "next");
  if (days !== "business") return timed;
  return rollToBusinessDay(timed, zone, calendar, "later") ?? timed;
}

function anchorOf(run: Standing, name: string, zone: string): Instant | null {
  if (name === "due") return run.state.dueAt;
  if (name === "opened") return run.state.openedAt;
  if (name === "lastMessage") return run.memory.lastMessageAt ?? run.state.openedAt;
  const { data, person } = run.facts;
  return parseMoment(pathValue({ data, person }, name), zone);
}

function placeOf(run: Standing, wait: Wait) {
  const { workspace, person, calendarOf } = run.facts;
  const owner = run.state.owner;
  const team = owner && "team" in owner ? workspace.teams.get(owner.team) : undefined;
  const calendar: ResolvedCalendar =
    wait.zone === "team" && team?.calendar ? team.calendar : calendarOf(person);
  const zone =
    wait.zone === "workspace"
      ? workspace.timeZone
      : wait.zone === "team"
        ? (team?.timeZone ?? workspace.timeZone)
        : zoneOf(run);
  return { zone, calendar, at: wait.at, days: wait.days };
}

/** The end of an answer's time, or that the due date it counts from is missing. */
export function deadlineOf(
  run: Standing,
  { from, for: length }: Pick<Extract<Instruction, { op: "await" }>, "from" | "for">,
  since: Instant,
): WaitMoment {
  const base = from === "due" ? run.state.dueAt : since;
  if (base === null) return { missing: "due", path: "due" };
  const at = addLength(base, length, zoneOf(run), run.facts.calendarOf(run.facts.person));
  return at === null ? NEVER : { at };
}

/** The first answer, since the case opened or shortly before, that one of `what` accepts. */
export function answerFor(
  answers: readonly Answer[] | undefined,
  what: Extract<Instruction, { op: "await" }>["what"],
): Answer | undefined {
  return answers?.find((answer) =>
    what.some((match) => {
      if (match === "any") return true;
      if (match === "reply") return answer.kind === "reply";
      if ("event" in match) return answer.kind === "event" && answer.name === match.event;
      return answer.kind === "action" && answer.name === match.action;
    }),
  );
}

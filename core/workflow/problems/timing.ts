import type { Offset } from "@/core/calendar/due-relative";
import { durationMs } from "@/core/calendar/duration";
import { DAY_MS } from "@/core/time";
import { innerLists, type Step } from "../step";
import {
  atStep,
  isInStages,
  type Look,
  type Place,
  type Problem,
  type WorkflowFacts,
} from "./problem";

/** Outside of these local hours most people have quiet hours, as long as nothing else is known. */
const DAY_FROM = "08:00";
const DAY_TO = "21:00";
const MORNING = "09:00";

/** Waits that need a due date, that can never wait, or that ring at night. */
export const timing: Look = (definition, facts, places) => {
  const hasDue =
    definition.due !== undefined ||
    places.some(({ step }) => step.kind === "update" && step.set.dueAt !== undefined);
  return [
    ...(hasDue ? [] : places.flatMap(needsDue)),
    ...outOfOrder(
      definition.stages.map((stage) => stage.steps),
      places,
    ),
    ...places.flatMap((place) => atNight(place, facts)),
    ...noWaitBetween(
      definition.stages.flatMap((stage) => stage.steps),
      places,
    ),
  ];
};

function needsDue(place: Place): Problem[] {
  const { step } = place;
  const field = dueField(step);
  if (field === null) return [];
  return [atStep(place, [field], "problem", "due.missing", {})];
}

function dueField(step: Step): string | null {
  if (step.kind === "wait_for_response") return step.from === "due" ? "from" : null;
  if (step.kind !== "wait" || step.until === undefined) return null;
  const [anchor, offset] = Object.entries(step.until)[0] ?? [];
  const isFraction = typeof offset === "object" && "fraction" in offset;
  return anchor === "due" || isFraction ? "until" : null;
}

type Reached = ReadonlyMap<string, { offset: Offset; step: string }>;

/** Follows the flow and keeps, by anchor, how far the clock has come for certain. */
function outOfOrder(lists: Step[][], places: readonly Place[]): Problem[] {
  const placeOf = new Map(places.map((place) => [place.step, place]));
  const found: Problem[] = [];
  const follow = (steps: Step[], before: Reached): Reached => {
    const reached = new Map(before);
    for (const step of steps) {
      if (step.disabled) continue;
      for (const { steps: inner } of innerLists(step)) follow(inner, reached);
      if (step.kind !== "wait") continue;
      const [anchor, offset] = Object.entries(step.until ?? {})[0] ?? [];
      if (anchor === undefined || offset === undefined) continue;
      const last = reached.get(anchor);
      const place = placeOf.get(step);
      if (place && last !== undefined && isEarlier(offset, last.offset)) {
        const params = { anchor, offset, before: last.offset, other: last.step };
        found.push(atStep(place, ["until"], "problem", "wait.order", params));
      } else if (anchor !== "lastMessage") reached.set(anchor, { offset, step: step.id });
    }
    return reached;
  };
  let reached: Reached = new Map();
  for (const steps of lists) reached = follow(steps, reached);
  return found;
}

function isEarlier(a: Offset, b: Offset): boolean {
  if (typeof a === "string" && typeof b === "string") return durationMs(a) < durationMs(b);
  if (typeof a === "string" || typeof b === "string") return isEarlierAcross(a, b);
  if ("businessDays" in a && "businessDays" in b) return a.businessDays < b.businessDays;
  return "fraction" in a && "fraction" in b && a.fraction < b.fraction;
}

/** Months have no length of their own. */
const WHOLE_DAYS = /^-?P(?:\d+[WD])+(?:T.*)?$/;

/**
 * Business days against days, where every calendar and every rolling agrees: n business days take n
 * days or more, and a moment n days off rolls to the n-th business day at most.
 */
function isEarlierAcross(a: Offset, b: Offset): boolean {
  if (typeof a === "string") {
    if (typeof b === "string" || !("businessDays" in b) || !WHOLE_DAYS.test(a)) return false;
    return b.businessDays > 0 && durationMs(a) / DAY_MS < b.businessDays;
  }
  if (typeof b !== "string" || !("businessDays" in a) || !WHOLE_DAYS.test(b)) return false;
  const days = durationMs(b) / DAY_MS;
  return a.businessDays < 0 && (days > 0 || a.businessDays < Math.min(days, -1));
}

function atNight(place: Place, { quietHours }: WorkflowFacts): Problem[] {
  const { step } = place;
  if (step.kind !== "wait" || step.at === undefined) return [];
  const { from, to } = quietHours ?? { from: DAY_TO, to: DAY_FROM };
  const { at } = step;
  const isQuiet = (time: string) =>
    from < to ? time >= from && time < to : time >= from || time < to;
  if (!isQuiet(at)) return [];
  const use = isQuiet(MORNING) ? to.replace("24:00", "00:00") : MORNING;
  return [atStep(place, ["at"], "check", "wait.in_quiet_hours", { at, until: to, use })];
}

const PASSES_AT_ONCE: readonly Step["kind"][] = ["update", "call"];

/** Two send steps to the same recipient, one right behind the other. */
function noWaitBetween(top: Step[], places: readonly Place[]): Problem[] {
  const placeOf = new Map(places.map((place) => [place.step, place]));
  const found: Problem[] = [];
  const look = (steps: Step[]): void => {
    let last: { to: string; step: string } | null = null;
    for (const step of steps) {
      if (step.disabled) continue;
      for (const { steps: inner } of innerLists(step)) look(inner);
      if (PASSES_AT_ONCE.includes(step.kind)) continue;
      const to = step.kind === "send" ? JSON.stringify(step.to ?? "person") : null;
      const place = placeOf.get(step);
      if (last !== null && to === last.to && place && isInStages(place)) {
        found.push(atStep(place, [], "check", "wait.zero", { before: last.step }));
      }
      last = to === null ? null : { to, step: step.id };
    }
  };
  look(top);
  return found;
}

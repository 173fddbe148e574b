import type { Offset } from "@/core/calendar/due-relative";
import { durationMs } from "@/core/calendar/duration";
import { innerLists, type Step } from "../step";
import { atStep, isInStages, type Look, type Place, type Problem } from "./problem";

/** Outside of these local hours most people have quiet hours. */
const DAY_FROM = "08:00";
const DAY_TO = "21:00";

/** Waits that need a due date, that can never wait, or that ring at night. */
export const timing: Look = (definition, _facts, places) => {
  const hasDue =
    definition.due !== undefined ||
    places.some(({ step }) => step.kind === "update" && step.set.dueAt !== undefined);
  return [
    ...(hasDue ? [] : places.flatMap(needsDue)),
    ...outOfOrder(
      definition.stages.map((stage) => stage.steps),
      places,
    ),
    ...places.flatMap(atNight),
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
  return [
    atStep(place, [field], "problem", {
      code: "due.missing",
      message: "Uses the due date, but the workflow has none.",
      why: "Its cases would stop here until somebody sets a due date.",
      fix: "Set the workflow's due date.",
    }),
  ];
}

function dueField(step: Step): string | null {
  if (step.kind === "wait_for_response") return step.from === "due" ? "from" : null;
  if (step.kind !== "wait" || step.until === undefined) return null;
  const [anchor, offset] = Object.entries(step.until)[0] ?? [];
  const isFraction = typeof offset === "object" && "fraction" in offset;
  return anchor === "due" || isFraction ? "until" : null;
}

type Reached = ReadonlyMap<string, Offset>;

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
      if (place && last !== undefined && isEarlier(offset, last)) {
        found.push(
          atStep(place, ["until"], "problem", {
            code: "wait.order",
            message: `${say(offset, anchor)} comes after ${say(last, anchor)}: it can never wait.`,
            why: "Steps run in order, and that moment has passed when the flow comes here.",
            fix: "Swap the two, or change one.",
          }),
        );
      } else if (anchor !== "lastMessage") reached.set(anchor, offset);
    }
    return reached;
  };
  let reached: Reached = new Map();
  for (const steps of lists) reached = follow(steps, reached);
  return found;
}

function isEarlier(a: Offset, b: Offset): boolean {
  if (typeof a === "string" && typeof b === "string") return durationMs(a) < durationMs(b);
  if (typeof a === "string" || typeof b === "string") return false;
  if ("businessDays" in a && "businessDays" in b) return a.businessDays < b.businessDays;
  return "fraction" in a && "fraction" in b && a.fraction < b.fraction;
}

function say(offset: Offset, anchor: string): string {
  if (typeof offset === "string") return `“${offset} from ${anchor}”`;
  if ("fraction" in offset) return `“${Math.round(offset.fraction * 100)} % of the way to due”`;
  return `“${offset.businessDays} business days from ${anchor}”`;
}

function atNight(place: Place): Problem[] {
  const { step } = place;
  if (step.kind !== "wait" || step.at === undefined) return [];
  if (step.at >= DAY_FROM && step.at < DAY_TO) return [];
  return [
    atStep(place, ["at"], "check", {
      code: "wait.in_quiet_hours",
      message: `${step.at} falls inside the quiet hours of most people.`,
      why: "What is sent then is held until their quiet hours end.",
      fix: "Use 09:00.",
    }),
  ];
}

const PASSES_AT_ONCE: readonly Step["kind"][] = ["update", "call"];

/** Two send steps to the same recipient, one right behind the other. */
function noWaitBetween(top: Step[], places: readonly Place[]): Problem[] {
  const placeOf = new Map(places.map((place) => [place.step, place]));
  const found: Problem[] = [];
  const look = (steps: Step[]): void => {
    let lastTo: string | null = null;
    for (const step of steps) {
      if (step.disabled) continue;
      for (const { steps: inner } of innerLists(step)) look(inner);
      if (PASSES_AT_ONCE.includes(step.kind)) continue;
      const to = step.kind === "send" ? JSON.stringify(step.to ?? "person") : null;
      const place = placeOf.get(step);
      if (to !== null && to === lastTo && place && isInStages(place)) {
        found.push(
          atStep(place, [], "check", {
            code: "wait.zero",
            message: "No wait between two messages to the same person.",
            why: "Both would arrive in the same minute.",
            fix: "Insert a wait, or use one step with both channels.",
          }),
        );
      }
      lastTo = to;
    }
  };
  look(top);
  return found;
}

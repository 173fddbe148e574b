import { durationMs } from "@/core/calendar/duration";
import type { Step } from "../step";
import type { Wait } from "../steps/wait";
import type { StageNode, StepNode } from "./outline";

/** A moment as a plan knows it: so far from an anchor, at a local hour. */
export type Earliest = {
  /** `opened`, `due`, `lastMessage` or a path. */
  anchor: string;
  /** Milliseconds from the anchor; days and longer are taken as 24 hours. */
  ms: number;
  /** Working days beside them. */
  businessDays: number;
  /** Part of the way from opening to due, 0 to 1; null for what is not counted so. */
  fraction: number | null;
  /** `09:00`, in whichever zone its wait says. */
  at: string | null;
};

const OPENED: Earliest = { anchor: "opened", ms: 0, businessDays: 0, fraction: null, at: null };

/**
 * When each step's turn can come at the earliest, for a case in which nobody answers: waits count in
 * full, messages and branches take no time. The endings have no such moment.
 */
export function earliestOf(outline: readonly StageNode[]): ReadonlyMap<string, Earliest> {
  const moments = new Map<string, Earliest>();
  const list = (nodes: readonly StepNode[], from: Earliest): Earliest => {
    let now = from;
    for (const node of nodes) {
      if (node.step.disabled) continue;
      now = after(node.step, now);
      moments.set(node.key, now);
      for (const way of node.ways) {
        const end = list(way.steps, way.kind === "responded" ? from : now);
        if (way.kind === "round" || way.kind === "no_answer") now = end;
      }
      if (node.step.kind === "repeat") now = plus(now, node.step.every, node.step.timesMax);
    }
    return now;
  };
  let now = OPENED;
  for (const stage of outline) if (!stage.ending) now = list(stage.steps, now);
  return moments;
}

/** When a wait is over; every other step happens at once. */
function after(step: Step, now: Earliest): Earliest {
  switch (step.kind) {
    case "wait":
      return afterWait(step, now);
    case "wait_for_response":
      return plus(step.from === "due" ? { ...OPENED, anchor: "due" } : now, step.for, 1);
    default:
      return now;
  }
}

function afterWait(step: Wait, now: Earliest): Earliest {
  const at = step.at ?? null;
  if (step.for !== undefined) return { ...plus(now, step.for, 1), at };
  const [anchor = "due", offset = "PT0S"] = Object.entries(step.until ?? {})[0] ?? [];
  const base = { anchor, ms: 0, businessDays: 0, fraction: null, at };
  if (typeof offset === "string") return { ...base, ms: offsetMs(offset) };
  if ("businessDays" in offset) return { ...base, businessDays: offset.businessDays };
  return { ...base, fraction: offset.fraction };
}

const offsetMs = (text: string): number =>
  text.startsWith("-") ? -durationMs(text.slice(1)) : durationMs(text.replace(/^\+/, ""));

type Length = string | { businessDays: number };

function plus(from: Earliest, length: Length, times: number): Earliest {
  if (typeof length === "string")
    return { ...from, ms: from.ms + times * durationMs(length), at: null };
  return { ...from, businessDays: from.businessDays + times * length.businessDays, at: null };
}

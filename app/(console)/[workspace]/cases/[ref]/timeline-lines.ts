import { classFrom } from "@/components/cases/class-from";
import type { DecisionClass } from "@/core/sentence/decision-class";
import type { Why } from "@/core/sentence/why-sentences";
import { DAY_MS, type Instant } from "@/core/time";
import type { PlanItem } from "@/server/cases/read-plan";
import type { LoadedCase } from "./load-case";
import type { CaseParams, Shown } from "./search-params";

export type Line = {
  /** Anchor of the line: `e_12`, or `e_<message id>`. */
  id: string;
  at: Instant;
  class: DecisionClass;
  code: string;
  sentence: string;
  because: string | null;
  evidence: Record<string, unknown>;
  params: Record<string, unknown>;
  step: string | null;
  messageId: string | null;
  why: Why | null;
  /** For what is still to come. */
  planned: PlanItem | null;
  /** Whole days without anything before this line; 0 when there were none. */
  quietDays: number;
};

const QUIET_MIN_MS = 3 * DAY_MS;
/** Lines of a long timeline that are shown before somebody asks for all. */
const LINES_SHOWN_MAX = 200;
const STILL_TO_COME: ReadonlySet<string> = new Set(["planned", "held"]);
/** What the engine did by itself: its waits and branches, as opposed to what it decided about the case. */
const SYSTEM =
  /^(wait|await|branch|split|repeat|update|call|limit|hold|case\.replanned|case\.fault)/;

const SHOWS: Record<Shown, (line: Line) => boolean> = {
  all: () => true,
  messages: (line) => line.messageId !== null || line.planned !== null,
  decisions: (line) => line.class === "case" || line.class === "escalation" || isChoice(line),
  people: (line) => line.class === "person" || line.class === "escalation",
  system: (line) => line.planned === null && SYSTEM.test(line.code),
};

const isChoice = ({ messageId, planned, class: of }: Line) =>
  messageId === null && planned === null && (of === "decision" || of === "not_sent");

/** The lines of a case: what is planned, soonest first, and what happened, newest first. */
export function timelineLines(
  { timeline, messages, plan }: LoadedCase,
  { show, full }: Pick<CaseParams, "show" | "full">,
) {
  let decisions = 0;
  const past: Line[] = [];
  const waiting = new Map<string, Line>();
  for (const { messageId, step, why, ...entry } of timeline) {
    const { messageId: _, step: _step, ...params } = entry.params;
    const line: Line = {
      ...entry,
      params,
      step,
      why,
      id: messageId === null ? `e_${decisions++}` : `e_${messageId}`,
      at: Date.parse(entry.at),
      class: classFrom(entry.class),
      messageId,
      planned: null,
      quietDays: 0,
    };
    const status = messageId === null ? undefined : messages.get(messageId)?.status;
    if (messageId !== null && status && STILL_TO_COME.has(status)) waiting.set(messageId, line);
    else past.push(line);
  }
  const planned = plan.plan.map((item, place) => {
    const line = item.messageId === null ? undefined : waiting.get(item.messageId);
    const held = line && messages.get(item.messageId ?? "")?.status === "held" ? line : undefined;
    return plannedLine(item, place, line, held);
  });
  const shown = past.filter(SHOWS[show]).reverse();
  const happened = full ? shown : shown.slice(0, LINES_SHOWN_MAX);
  for (const [i, line] of happened.entries()) {
    const before = happened[i + 1];
    const gap = before ? line.at - before.at : 0;
    if (gap >= QUIET_MIN_MS) line.quietDays = Math.floor(gap / DAY_MS);
  }
  return {
    planned: planned.filter(SHOWS[show]),
    happened,
    more: shown.length - happened.length,
  };
}

function plannedLine(
  item: PlanItem,
  place: number,
  line: Line | undefined,
  held: Line | undefined,
): Line {
  return {
    id: line?.id ?? `p_${place}`,
    at: item.at,
    class: item.kind === "escalate" ? "escalation" : held ? "held" : "decision",
    code: line?.code ?? item.kind,
    sentence: item.what,
    because: held?.because ?? item.because,
    evidence: line?.evidence ?? {},
    params: line?.params ?? {},
    step: item.step,
    messageId: item.messageId,
    why: held?.why ?? null,
    planned: item,
    quietDays: 0,
  };
}

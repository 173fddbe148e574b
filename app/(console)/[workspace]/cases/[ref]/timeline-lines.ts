import { classFrom } from "@/components/cases/class-glyph";
import type { DecisionClass } from "@/core/sentence/decision-class";
import { DAY_MS, type Instant } from "@/core/time";
import type { LoadedCase } from "./load-case";
import type { Shown } from "./search-params";

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
  messageId: string | null;
  isPlanned: boolean;
  /** Whole days without anything before this line; 0 when there were none. */
  quietDays: number;
};

const QUIET_MIN_MS = 3 * DAY_MS;
const STILL_TO_COME: ReadonlySet<string> = new Set(["planned", "held"]);

const SHOWS: Record<Shown, (line: Line) => boolean> = {
  all: () => true,
  messages: (line) => line.messageId !== null || line.isPlanned,
  decisions: (line) => line.messageId === null && line.class !== "person",
  people: (line) => line.class === "person" || line.class === "escalation",
};

/**
 * Which lines are the messages' own: decisions can be about a message too, and then come before its
 * line, never after it in the same moment.
 */
function ownLines(timeline: LoadedCase["timeline"], messages: LoadedCase["messages"]) {
  const places = new Map<string, number>();
  for (const [place, { at, params }] of timeline.entries()) {
    const row = typeof params.messageId === "string" ? messages.get(params.messageId) : undefined;
    const moment = row && (row.sentAt ?? row.decidedAt ?? row.plannedAt);
    if (row && moment?.toISOString() === at) places.set(row.id, place);
  }
  return new Map([...places].map(([id, place]) => [place, id]));
}

/** The lines of a case, newest first: what is planned, then what happened. */
export function timelineLines({ timeline, messages, plan }: LoadedCase, shown: Shown) {
  let decisions = 0;
  const past: Line[] = [];
  const waiting = new Map<string, Line>();
  const own = ownLines(timeline, messages);
  for (const [place, entry] of timeline.entries()) {
    const messageId = own.get(place) ?? null;
    const { messageId: _, ...params } = entry.params;
    const line: Line = {
      ...entry,
      params,
      id: messageId === null ? `e_${decisions++}` : `e_${messageId}`,
      at: Date.parse(entry.at),
      class: classFrom(entry.class),
      messageId,
      isPlanned: false,
      quietDays: 0,
    };
    const status = messageId === null ? undefined : messages.get(messageId)?.status;
    if (messageId !== null && status && STILL_TO_COME.has(status)) waiting.set(messageId, line);
    else past.push(line);
  }
  const planned = plan.plan.map((item, place): Line => {
    const line = item.messageId === null ? undefined : waiting.get(item.messageId);
    const isHeld = line !== undefined && messages.get(line.messageId ?? "")?.status === "held";
    return {
      id: line?.id ?? `p_${place}`,
      at: item.at ?? 0,
      class: item.kind === "escalate" ? "escalation" : isHeld ? "held" : "decision",
      code: line?.code ?? item.kind,
      sentence: isHeld ? line.sentence : item.sentence,
      because: isHeld ? line.because : null,
      evidence: line?.evidence ?? {},
      params: line?.params ?? {},
      messageId: line?.messageId ?? null,
      isPlanned: true,
      quietDays: 0,
    };
  });
  const happened = past.filter(SHOWS[shown]).reverse();
  for (const [i, line] of happened.entries()) {
    const before = happened[i + 1];
    const gap = before ? line.at - before.at : 0;
    if (gap >= QUIET_MIN_MS) line.quietDays = Math.floor(gap / DAY_MS);
  }
  return { planned: planned.filter(SHOWS[shown]).reverse(), happened, total: past.length };
}

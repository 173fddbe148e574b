import type { TimelineEntry } from "@/core/contracts/cases";

/** The lines that only ever grow at the end; those of messages change as messages come further. */
export const decisionsIn = (timeline: TimelineEntry[]): TimelineEntry[] =>
  timeline.filter(({ params }) => params.messageId === undefined);

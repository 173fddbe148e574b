import type { Instant } from "@/core/time";
import type { WorkflowDocument } from "./document";
import type { Done } from "./edit";

export const SNAPSHOTS_MAX = 200;
/** Typing in one field within this time is one thing to undo. */
export const MERGE_MS = 1_500;

/** A document with what made it; `done` is null for the one the editor was opened with. */
export type Snapshot = {
  document: WorkflowDocument;
  done: Done | null;
  at: Instant;
  merge: string | null;
};

/** `snapshots[now]` is the document that is shown; those behind it can be done again. */
export type History = { snapshots: readonly Snapshot[]; now: number };

export const newHistory = (document: WorkflowDocument, at: Instant): History => ({
  snapshots: [{ document, done: null, at, merge: null }],
  now: 0,
});

export function present({ snapshots, now }: History): Snapshot {
  const snapshot = snapshots[now];
  if (!snapshot) throw new Error("Invariant violated: a history shows one of its snapshots");
  return snapshot;
}

/**
 * The history with one more document; what could be done again is forgotten. Changes with the same
 * `merge` that follow each other within `MERGE_MS` become one.
 */
export function record(
  history: History,
  next: { document: WorkflowDocument; done: Done; merge?: string | null },
  at: Instant,
): History {
  const { document, done, merge = null } = next;
  const last = present(history);
  const isMore = merge !== null && last.merge === merge && at - last.at <= MERGE_MS;
  const upTo = history.snapshots.slice(0, isMore ? history.now : history.now + 1);
  const snapshots = [...upTo, { document, done, at, merge }].slice(-SNAPSHOTS_MAX);
  return { snapshots, now: snapshots.length - 1 };
}

/** The history showing another of its documents; unchanged when there is none at that place. */
export const jump = (history: History, to: number): History =>
  to === history.now || !history.snapshots[to] ? history : { ...history, now: to };

export const undo = (history: History): History => jump(history, history.now - 1);
export const redo = (history: History): History => jump(history, history.now + 1);

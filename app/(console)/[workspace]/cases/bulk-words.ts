import type { TextKey } from "@/components/text/messages";
import type { TakenBack } from "@/core/case/take-back";

export type BulkVerb = "resolve" | "snooze" | "reassign" | "escalate" | "cancel";

export const VERB_WORDS = {
  resolve: "cases.listResolve",
  snooze: "cases.listSnooze",
  reassign: "cases.listReassign",
  escalate: "cases.listEscalate",
  cancel: "cases.listCancel",
} as const satisfies Record<BulkVerb, TextKey>;

export const DONE_WORDS = {
  resolve: "cases.listDoneResolve",
  snooze: "cases.listDoneSnooze",
  reassign: "cases.listDoneReassign",
  escalate: "cases.listDoneEscalate",
  cancel: "cases.listDoneCancel",
} as const satisfies Record<BulkVerb, TextKey>;

export const UNDONE_WORDS = {
  resolve: "cases.listUndone",
  snooze: "cases.listUndoneSnooze",
  reassign: "cases.listUndoneReassign",
} as const satisfies Record<TakenBack, TextKey>;

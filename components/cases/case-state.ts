import type { StateName } from "@/components/ui/state-badge";
import type { CaseStatus, WaitingFor } from "@/core/case/state";
import type { Instant } from "@/core/time";

type Shown = {
  status: CaseStatus;
  waitingFor: WaitingFor | null;
  level: number;
  acknowledgedAt: Date | null;
  dueAt: Date | null;
};

/** The one word for how a case stands: the state that most asks for somebody wins. */
export function caseState(row: Shown, now: Instant): StateName {
  if (row.status !== "open") return row.status;
  if (row.waitingFor === "operator" || row.waitingFor === "due_date") return "held";
  if (row.waitingFor === "snooze") return "snoozed";
  if (row.level > 0) return row.acknowledgedAt ? "acknowledged" : "escalated";
  if (row.dueAt && row.dueAt.getTime() < now) return "overdue";
  return row.acknowledgedAt ? "acknowledged" : "waiting";
}

export const caseNumber = (number: number): string => `C-${number}`;

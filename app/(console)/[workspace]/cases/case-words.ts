import type { TextKey } from "@/components/text/messages";
import type { Text } from "@/components/text/text";
import type { StateName } from "@/components/ui/state-badge";
import type { CaseStatus, WaitingFor } from "@/core/case/state";
import type { OutcomeClass } from "@/core/delivery/message-status";
import {
  CASE_VIEWS,
  type CaseColumn,
  type CaseField,
  type CaseFlag,
  type CaseView,
} from "@/core/filter/case-fields";
import type { Priority } from "@/core/workflow/steps/shared";
import { type SystemView, systemViewsOf } from "../_lists/view-tabs-of";

export const COLUMN_LABELS = {
  subject: "cases.listColSubject",
  person: "cases.listColPerson",
  workflow: "cases.listColWorkflow",
  stage: "cases.listColStage",
  state: "cases.listColState",
  due: "cases.listColDue",
  next: "cases.listColNext",
  owner: "cases.listColOwner",
  priority: "cases.listColPriority",
  opened: "cases.listColOpened",
} as const satisfies Record<CaseColumn, TextKey>;

export const FIELD_LABELS = {
  ...COLUMN_LABELS,
  is: "cases.listFieldIs",
  version: "cases.listFieldVersion",
  level: "cases.listFieldLevel",
  team: "cases.listFieldTeam",
  waiting: "cases.listFieldWaiting",
  outcome: "cases.listFieldOutcome",
  reason: "cases.listFieldReason",
  behind: "blocks.behind",
  q: "cases.listFieldWords",
} as const satisfies Record<CaseField, TextKey>;

const VIEW_LABELS = {
  all: "cases.listViewAll",
  open: "cases.listViewOpen",
  needs_me: "cases.listViewNeedsMe",
  my_teams: "cases.listViewMyTeams",
  due_week: "cases.listViewDueWeek",
  overdue: "cases.listViewOverdue",
  escalated: "cases.listViewEscalated",
  held: "cases.listViewHeld",
} as const satisfies Record<CaseView, TextKey>;

/** The views everybody has, by name. */
export const systemViews = (t: Text): SystemView[] =>
  systemViewsOf(CASE_VIEWS, (id) => t(VIEW_LABELS[id]));

export const WAITING_LABELS = {
  time: "cases.listWaitTime",
  response: "cases.listWaitResponse",
  acknowledgement: "cases.listWaitAcknowledgement",
  due_date: "cases.listWaitDueDate",
  snooze: "cases.listWaitSnooze",
  operator: "cases.listWaitOperator",
} as const satisfies Record<WaitingFor, TextKey>;

export const PRIORITY_LABELS = {
  low: "cases.listPriorityLow",
  normal: "cases.listPriorityNormal",
  high: "cases.listPriorityHigh",
  urgent: "cases.listPriorityUrgent",
} as const satisfies Record<Priority, TextKey>;

/** Words that a state's badge has already. */
export const STATUS_STATES = {
  open: "open",
  resolved: "resolved",
  expired: "expired",
  canceled: "canceled",
} as const satisfies Record<CaseStatus, StateName>;

export const FLAG_STATES = {
  overdue: "overdue",
  escalated: "escalated",
  acknowledged: "acknowledged",
  held: "held",
  snoozed: "snoozed",
} as const satisfies Record<Exclude<CaseFlag, "problem">, StateName>;

export const OUTCOME_STATES = {
  sent: "sent",
  held: "held",
  not_sent: "not_sent",
  failed: "failed",
} as const satisfies Record<OutcomeClass, StateName>;

import type { TextKey } from "@/components/text/messages";
import type { Text } from "@/components/text/text";
import {
  WORKFLOW_VIEWS,
  type WorkflowColumn,
  type WorkflowField,
  type WorkflowSort,
  type WorkflowView,
} from "@/core/filter/workflow-fields";
import { type SystemView, systemViewsOf } from "../_lists/view-tabs-of";
import { OPENED_DAYS } from "./opened-days";

export const FIELD_LABELS = {
  state: "workflows.state",
  topic: "workflows.topic",
  q: "workflows.searchLabel",
} as const satisfies Record<WorkflowField, TextKey>;

const COLUMN_LABELS = {
  name: "workflows.workflow",
  state: "workflows.state",
  stages: "workflows.listStages",
  purpose: "workflows.purpose",
  topic: "workflows.topic",
  open: "workflows.openNow",
  resolved: "workflows.resolved",
  created: "workflows.listCreated",
} as const satisfies Record<Exclude<WorkflowColumn, "opened">, TextKey>;

export const columnLabel = (column: WorkflowColumn, t: Text): string =>
  column === "opened" ? t("workflows.openedDays", { n: OPENED_DAYS }) : t(COLUMN_LABELS[column]);

export const SORT_LABELS = {
  created: "workflows.listCreated",
  name: "workflows.listName",
} as const satisfies Record<WorkflowSort, TextKey>;

const VIEW_LABELS = {
  all: "workflows.all",
  live: "workflows.listViewLive",
  draft: "workflows.listViewDraft",
  paused: "workflows.listViewPaused",
  archived: "workflows.listViewArchived",
} as const satisfies Record<WorkflowView, TextKey>;

/** The views everybody has, by name. */
export const systemViews = (t: Text): SystemView[] =>
  systemViewsOf(WORKFLOW_VIEWS, (id) => t(VIEW_LABELS[id]));

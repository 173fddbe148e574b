import { WORKFLOW_STATUSES } from "@/core/contracts/workflows";
import type { FilterField } from "./field";
import type { ListSpec } from "./list-address";

const FIELDS = [
  { name: "state", kind: "choice", choices: WORKFLOW_STATUSES, formerly: ["status"] },
  { name: "topic", kind: "choice" },
  { name: "q", kind: "words" },
] as const satisfies readonly FilterField[];

export type WorkflowField = (typeof FIELDS)[number]["name"];

export const WORKFLOW_SORTS = ["created", "name"] as const;
export type WorkflowSort = (typeof WORKFLOW_SORTS)[number];

export const WORKFLOW_COLUMNS = [
  "name",
  "state",
  "stages",
  "purpose",
  "topic",
  "opened",
  "open",
  "resolved",
  "created",
] as const;
export type WorkflowColumn = (typeof WORKFLOW_COLUMNS)[number];

/** What the list of workflows can be asked for. */
export const WORKFLOW_LIST = {
  fields: FIELDS,
  sorts: WORKFLOW_SORTS,
  ascending: ["name"],
  columns: WORKFLOW_COLUMNS,
  usual: ["name", "state", "purpose", "topic", "opened", "open", "resolved"],
} as const satisfies ListSpec;

/** The views everybody has, as addresses of the list. */
export const WORKFLOW_VIEWS = {
  all: "",
  live: "state=live",
  draft: "state=draft",
  paused: "state=paused",
  archived: "state=archived",
} as const;
export type WorkflowView = keyof typeof WORKFLOW_VIEWS;

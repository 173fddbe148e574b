import { WORKFLOW_STATUSES } from "@/core/contracts/workflows";
import type { FilterField } from "./field";
import type { ListSpec } from "./list-address";

const FIELDS = [
  { name: "state", kind: "choice", choices: WORKFLOW_STATUSES, formerly: ["status"] },
  { name: "topic", kind: "choice" },
  { name: "q", kind: "words" },
] as const satisfies readonly FilterField[];

export type WorkflowField = (typeof FIELDS)[number]["name"];

export const WORKFLOW_SORTS = ["created"] as const;

export const WORKFLOW_COLUMNS = [
  "name",
  "state",
  "purpose",
  "topic",
  "opened",
  "open",
  "resolved",
] as const;
export type WorkflowColumn = (typeof WORKFLOW_COLUMNS)[number];

/** What the list of workflows can be asked for. */
export const WORKFLOW_LIST = {
  fields: FIELDS,
  sorts: WORKFLOW_SORTS,
  columns: WORKFLOW_COLUMNS,
  usual: WORKFLOW_COLUMNS,
} as const satisfies ListSpec;

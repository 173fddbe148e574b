import { CASE_STATUSES, WAITING_FOR } from "@/core/case/state";
import { Priority } from "@/core/workflow/steps/shared";
import type { FilterField } from "./field";
import type { ListSpec } from "./list-address";

/** How an open case can stand, beside what it waits for. */
export const CASE_FLAGS = [
  "overdue",
  "escalated",
  "acknowledged",
  "held",
  "snoozed",
  "problem",
] as const;
export type CaseFlag = (typeof CASE_FLAGS)[number];

/** What became of the newest message of a case. */
export const LAST_OUTCOMES = ["sent", "held", "not_sent", "failed"] as const;

/** Owners that depend on who looks: the reader, or the reader and their teams. */
export const ME = "me";
export const MINE = "mine";

const FIELDS = [
  { name: "state", kind: "choice", choices: CASE_STATUSES, formerly: ["status"] },
  { name: "is", kind: "choice", choices: CASE_FLAGS },
  { name: "stage", kind: "choice", optional: true },
  { name: "workflow", kind: "choice" },
  { name: "version", kind: "number" },
  { name: "level", kind: "number" },
  { name: "team", kind: "choice", optional: true },
  { name: "owner", kind: "choice", optional: true },
  { name: "person", kind: "choice" },
  { name: "waiting", kind: "choice", choices: WAITING_FOR, formerly: ["waitingFor"] },
  { name: "due", kind: "moment", toward: "ahead", optional: true },
  { name: "next", kind: "moment", toward: "ahead", optional: true },
  { name: "opened", kind: "moment", toward: "ago" },
  { name: "priority", kind: "choice", choices: Priority.options },
  { name: "outcome", kind: "choice", choices: LAST_OUTCOMES },
  { name: "reason", kind: "choice" },
  { name: "behind", kind: "choice", given: true },
  { name: "q", kind: "words" },
] as const satisfies readonly FilterField[];

export type CaseField = (typeof FIELDS)[number]["name"];

export const CASE_SORTS = ["opened", "due", "next", "number"] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

export const CASE_COLUMNS = [
  "subject",
  "person",
  "workflow",
  "stage",
  "state",
  "due",
  "next",
  "owner",
  "priority",
  "opened",
] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number];

/** What the list of cases can be asked for. */
export const CASE_LIST = {
  fields: FIELDS,
  sorts: CASE_SORTS,
  ascending: ["due", "next"],
  columns: CASE_COLUMNS,
  usual: ["subject", "person", "workflow", "state", "due", "next", "owner"],
} as const satisfies ListSpec;

/** The views everybody has, as addresses of the list. */
export const CASE_VIEWS = {
  all: "",
  open: "state=open",
  needs_me: "state=open&is=escalated,overdue,held&owner=mine&sort=due",
  my_teams: "state=open&team=mine",
  due_week: "state=open&due=gt:now&due=lt:7d&sort=due",
  overdue: "state=open&is=overdue&sort=due",
  escalated: "state=open&is=escalated",
  held: "state=open&is=held",
} as const;
export type CaseView = keyof typeof CASE_VIEWS;

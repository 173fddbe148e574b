import type { FilterField } from "./field";
import type { ListSpec } from "./list-address";

/** What keeps a team from being told as it should. */
export const TEAM_PROBLEMS = ["no_lead", "no_members", "all_away", "nobody_on_call"] as const;
export type TeamProblem = (typeof TEAM_PROBLEMS)[number];

const FIELDS = [
  { name: "problem", kind: "choice", choices: TEAM_PROBLEMS },
  { name: "member", kind: "choice" },
  { name: "q", kind: "words" },
] as const satisfies readonly FilterField[];

export type TeamField = (typeof FIELDS)[number]["name"];

export const TEAM_SORTS = ["name", "escalations"] as const;
export type TeamSort = (typeof TEAM_SORTS)[number];

export const TEAM_COLUMNS = [
  "name",
  "lead",
  "members",
  "away",
  "onCall",
  "localTime",
  "calendar",
  "escalations",
] as const;
export type TeamColumn = (typeof TEAM_COLUMNS)[number];

/** What the list of teams can be asked for. */
export const TEAM_LIST = {
  fields: FIELDS,
  sorts: TEAM_SORTS,
  ascending: ["name"],
  columns: TEAM_COLUMNS,
  usual: TEAM_COLUMNS,
  // What the tester below the list is asked.
  keeps: ["ask", "at", "person"],
} as const satisfies ListSpec;

/** The views everybody has, as addresses of the list. */
export const TEAM_VIEWS = {
  all: "",
  problem: "problem=no_lead,no_members,all_away",
  nobody_on_call: "problem=nobody_on_call",
} as const;
export type TeamView = keyof typeof TEAM_VIEWS;

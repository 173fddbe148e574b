import type { FilterField } from "./field";
import type { ListSpec } from "./list-address";

/** What keeps a person from being reached as they should. */
export const PERSON_PROBLEMS = ["no_zone", "no_address", "suppressed", "paused"] as const;
export type PersonProblem = (typeof PERSON_PROBLEMS)[number];

const FIELDS = [
  { name: "problem", kind: "choice", choices: PERSON_PROBLEMS },
  { name: "language", kind: "choice", optional: true },
  { name: "team", kind: "choice", optional: true },
  { name: "manager", kind: "choice", optional: true },
  { name: "added", kind: "moment", toward: "ago" },
  { name: "q", kind: "words" },
] as const satisfies readonly FilterField[];

export type PersonField = (typeof FIELDS)[number]["name"];

export const PERSON_SORTS = ["added", "name"] as const;
export type PersonSort = (typeof PERSON_SORTS)[number];

export const PERSON_COLUMNS = [
  "name",
  "id",
  "reached",
  "localTime",
  "language",
  "problems",
  "openCases",
  "added",
] as const;
export type PersonColumn = (typeof PERSON_COLUMNS)[number];

/** What the list of people can be asked for. */
export const PERSON_LIST = {
  fields: FIELDS,
  sorts: PERSON_SORTS,
  ascending: ["name"],
  columns: PERSON_COLUMNS,
  usual: ["name", "id", "reached", "localTime", "language", "problems", "openCases"],
} as const satisfies ListSpec;

/** The views everybody has, as addresses of the list. */
export const PERSON_VIEWS = {
  all: "",
  problem: "problem=no_zone,no_address,suppressed,paused",
  paused: "problem=paused",
  no_zone: "problem=no_zone",
} as const;
export type PersonView = keyof typeof PERSON_VIEWS;

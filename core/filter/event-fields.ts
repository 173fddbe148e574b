import type { FilterField } from "./field";
import type { ListSpec } from "./list-address";

/** What an event did; `nothing`: no workflow listens, or no case was found. */
export const EVENT_RESULTS = ["opened", "resolved", "responded", "nothing"] as const;

const FIELDS = [
  { name: "outcome", kind: "choice", choices: EVENT_RESULTS },
  { name: "name", kind: "choice" },
  { name: "person", kind: "choice", optional: true },
  { name: "key", kind: "choice", optional: true },
  { name: "received", kind: "moment", toward: "ago" },
] as const satisfies readonly FilterField[];

export type EventField = (typeof FIELDS)[number]["name"];

export const EVENT_SORTS = ["received"] as const;

export const EVENT_COLUMNS = ["name", "person", "key", "outcome", "what", "received"] as const;
export type EventColumn = (typeof EVENT_COLUMNS)[number];

/** What the list of events can be asked for. */
export const EVENT_LIST = {
  fields: FIELDS,
  sorts: EVENT_SORTS,
  columns: EVENT_COLUMNS,
  usual: EVENT_COLUMNS,
} as const satisfies ListSpec;

/** The views everybody has, as addresses of the list. */
export const EVENT_VIEWS = {
  all: "",
  opened: "outcome=opened",
  answered: "outcome=resolved,responded",
  nothing: "outcome=nothing",
} as const;
export type EventView = keyof typeof EVENT_VIEWS;

import { Channel } from "@/core/template/channel";
import type { FilterField } from "./field";
import type { ListSpec } from "./list-address";

/** What became of a message. */
export const MESSAGE_OUTCOMES = ["sent", "held", "not_sent", "failed"] as const;

const FIELDS = [
  { name: "outcome", kind: "choice", choices: MESSAGE_OUTCOMES },
  { name: "reason", kind: "choice" },
  { name: "channel", kind: "choice", choices: Channel.options },
  { name: "workflow", kind: "choice" },
  { name: "stage", kind: "choice", optional: true },
  { name: "person", kind: "choice" },
  { name: "case", kind: "choice" },
  { name: "planned", kind: "moment", toward: "ago" },
] as const satisfies readonly FilterField[];

export type MessageField = (typeof FIELDS)[number]["name"];

export const MESSAGE_SORTS = ["planned"] as const;

export const MESSAGE_COLUMNS = [
  "title",
  "person",
  "to",
  "channel",
  "case",
  "workflow",
  "outcome",
  "reason",
  "planned",
] as const;
export type MessageColumn = (typeof MESSAGE_COLUMNS)[number];

/** What the list of messages can be asked for. */
export const MESSAGE_LIST = {
  fields: FIELDS,
  sorts: MESSAGE_SORTS,
  columns: MESSAGE_COLUMNS,
  usual: ["title", "person", "channel", "case", "outcome", "reason", "planned"],
} as const satisfies ListSpec;

/** The views everybody has, as addresses of the list. */
export const MESSAGE_VIEWS = {
  all: "",
  attention: "outcome=failed",
  held: "outcome=held",
  not_sent: "outcome=not_sent",
  day: "planned=lt:24h",
} as const;
export type MessageView = keyof typeof MESSAGE_VIEWS;

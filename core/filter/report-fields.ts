import { Channel } from "@/core/template/channel";
import type { FilterField } from "./field";
import type { ListSpec } from "./list-address";

/**
 * What the page of numbers can be asked for. Fields of words stand in controls of their own
 * (report-asked.ts says what they may be), the others are chips.
 */
const FIELDS = [
  { name: "period", kind: "words" },
  { name: "from", kind: "words" },
  { name: "to", kind: "words" },
  { name: "compare", kind: "words" },
  { name: "by", kind: "words" },
  { name: "clock", kind: "words" },
  { name: "workflow", kind: "choice", single: true },
  { name: "version", kind: "choice", single: true },
  { name: "stage", kind: "choice", single: true },
  { name: "channel", kind: "choice", choices: Channel.options, single: true },
  { name: "topic", kind: "choice", single: true },
  { name: "team", kind: "choice", single: true },
  { name: "locale", kind: "choice", single: true },
  { name: "arm", kind: "choice", given: true },
  { name: "segment", kind: "choice", single: true },
] as const satisfies readonly FilterField[];

export type ReportField = (typeof FIELDS)[number]["name"];

/** It has no rows of its own: no order and no columns. */
export const REPORT_LIST = {
  fields: FIELDS,
  sorts: [],
  columns: [],
  usual: [],
} as const satisfies ListSpec;

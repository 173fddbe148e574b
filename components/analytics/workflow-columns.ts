import type { TextKey } from "@/components/text/messages";
import type { Text } from "@/components/text/text";
import type { Ratio } from "@/core/contracts/analytics/shapes";
import type { WorkflowRow } from "@/core/contracts/analytics/workflows";
import { countText, percentileText, ratioText } from "./number-text";

export type WorkflowColumn =
  | "name"
  | "opened"
  | "response"
  | "onTime"
  | "median"
  | "escalation"
  | "messages"
  | "optOuts";

type Column = {
  id: WorkflowColumn;
  label: TextKey;
  /** Null stands last in either order. */
  value: (row: WorkflowRow) => number | string | null;
  text: (row: WorkflowRow, t: Text, locale: string) => string;
};

/** A rate; of few cases the count with what it is of. */
const ratio = (id: WorkflowColumn, label: TextKey, of: (row: WorkflowRow) => Ratio): Column => ({
  id,
  label,
  value: (row) => of(row).rate,
  text: (row, t, locale) => {
    const own = of(row);
    if (own.rate !== null) return ratioText(own, locale);
    const [n, all] = [countText(own.n, locale), countText(own.of, locale)];
    return t("analytics.ofCount", { n, of: all });
  },
});

export const WORKFLOW_COLUMNS: readonly Column[] = [
  {
    id: "name",
    label: "analytics.field_workflow",
    value: (row) => row.name,
    text: (row) => row.name,
  },
  {
    id: "opened",
    label: "analytics.opened",
    value: (row) => row.opened,
    text: (row, _, locale) => countText(row.opened, locale),
  },
  ratio("response", "analytics.response", (row) => row.response),
  ratio("onTime", "analytics.onTime", (row) => row.onTime),
  {
    id: "median",
    label: "analytics.median",
    value: (row) => row.medianToResponse.seconds,
    text: (row, t, locale) => percentileText(row.medianToResponse, t, locale),
  },
  ratio("escalation", "analytics.escalation", (row) => row.escalation),
  {
    id: "messages",
    label: "analytics.perResolved",
    value: (row) => row.messagesPerResolved,
    text: (row, t, locale) =>
      row.messagesPerResolved?.toLocaleString(locale, { maximumFractionDigits: 1 }) ??
      t("analytics.tooFew"),
  },
  ratio("optOuts", "analytics.optOuts", (row) => row.optOuts),
];

/** Orders rows by a column; rows without its number come last either way. */
export function workflowCompare(by: WorkflowColumn, desc: boolean) {
  const column = WORKFLOW_COLUMNS.find(({ id }) => id === by);
  return (a: WorkflowRow, b: WorkflowRow): number => {
    const [x, y] = [column?.value(a) ?? null, column?.value(b) ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order = typeof x === "string" ? x.localeCompare(String(y)) : x - Number(y);
    return desc ? -order : order;
  };
}

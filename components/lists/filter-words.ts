import type { Text } from "@/components/text/text";
import { type Filter, type FilterOp, NO_VALUE } from "@/core/filter/field";
import type { ListField } from "./list-context";

const AWAY = /^(-?)(\d+)([hdw])$/;
const SPAN = { h: "ui.hours", d: "ui.days", w: "lists.weeks" } as const;

/** A filter as its chip says it: “Stage is Reminder or Waiting”, “Due in less than 2 d”. */
export function filterWords(field: ListField, filter: Filter, t: Text, locale: string): string {
  return `${field.label} ${conditionWords(field, filter, t, locale)}`;
}

/** The filter without the name of its field. */
export function conditionWords(field: ListField, filter: Filter, t: Text, locale: string): string {
  const [first = ""] = filter.values;
  if (field.given) return valueLabel(field, givenValue(filter.values), t);
  if (field.kind === "words") return t("lists.contains", { text: first });
  if (filter.values.length === 1 && first === NO_VALUE) {
    return t(filter.op === "not" ? "lists.isSet" : "lists.isNotSet");
  }
  if (field.kind === "moment") return momentWords(field, filter.op, first, t, locale);
  const names = filter.values.map((value) => valueLabel(field, value, t));
  const values = new Intl.ListFormat(locale, { type: "disjunction" }).format(names);
  if (field.kind === "number" && filter.op === "lt") return t("lists.below", { values });
  if (field.kind === "number" && filter.op === "gt") return t("lists.above", { values });
  return t(filter.op === "not" ? "lists.isNot" : "lists.is", { values });
}

/** The values of a given filter as the one they are together, among its options. */
export const givenValue = (values: readonly string[]): string => values.join(",");

export function valueLabel(field: ListField, value: string, t: Text): string {
  if (value === NO_VALUE) return t("lists.none");
  return field.options.find((option) => option.value === value)?.label ?? value;
}

function momentWords(
  field: ListField,
  op: FilterOp,
  value: string,
  t: Text,
  locale: string,
): string {
  const isBefore = op === "lt";
  if (value === "now") return t(isBefore ? "lists.hasPassed" : "lists.isAhead");
  const [, minus, count, unit] = AWAY.exec(value) ?? [];
  if (count === undefined || unit === undefined) {
    const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(
      Date.parse(`${value}T00:00:00Z`),
    );
    return t(isBefore ? "lists.beforeDate" : "lists.afterDate", { date });
  }
  const span = t(SPAN[unit as keyof typeof SPAN], { n: Number(count) });
  if (field.toward === "ago") return t(isBefore ? "lists.lessAgo" : "lists.moreAgo", { span });
  if (minus) return t(isBefore ? "lists.moreAgo" : "lists.lessAgo", { span });
  return t(isBefore ? "lists.inLess" : "lists.inMore", { span });
}

import type { Filter } from "@/core/filter/field";
import type { ReportField } from "@/core/filter/report-fields";

/** The filters of an address with some fields set to one value, or taken away. */
export const withWords = (
  filters: readonly Filter[],
  words: Partial<Record<ReportField, string | undefined>>,
): Filter[] => [
  ...filters.filter(({ field }) => !(field in words)),
  ...Object.entries(words).flatMap(([field, value]): Filter[] =>
    value === undefined ? [] : [{ field, op: "is", values: [value] }],
  ),
];

import { isArmsText } from "@/core/metrics/arm-of";
import type { Unread } from "./address";
import type { Filter } from "./field";
import type { ReportField } from "./report-fields";

const VERSION = /^[1-9]\d{0,8}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is a version, and an id of a saved view. */
export const isVersionText = (text: string): boolean => VERSION.test(text);
export const isSegmentText = (text: string): boolean => UUID.test(text);

/** Filters that no report can be limited by: mistyped, or a version of no workflow. */
export const unreadInReport = (filters: readonly Filter[]): Unread[] => {
  const hasWorkflow = filters.some(({ field }) => field === "workflow");
  return filters.flatMap(({ field, values }) => {
    const value = values.join(",");
    return isReadable(field as ReportField, value, hasWorkflow) ? [] : [{ field, value }];
  });
};

function isReadable(field: ReportField, value: string, hasWorkflow: boolean): boolean {
  switch (field) {
    case "arm":
      return isArmsText(value);
    case "segment":
      return isSegmentText(value);
    case "version":
      return hasWorkflow && isVersionText(value);
    case "by":
      // Version 1 of one workflow is none of another's.
      return hasWorkflow || value !== "version";
    default:
      return true;
  }
}

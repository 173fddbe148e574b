import { filterText } from "@/core/filter/address";
import { behindValues } from "@/core/filter/behind";
import { CASE_LIST } from "@/core/filter/case-fields";
import type { Days, ReportFilters } from "@/core/filter/report-asked";
import type { CaseMeasure, MessageMeasure, ReasonMeasure } from "@/core/metrics/measure";
import type { Channel } from "@/core/template/channel";

/** What cases can be asked for by: a measure they count in. */
export type Behind = CaseMeasure | MessageMeasure | ReasonMeasure;

export type BehindOf = { measure: Behind; stage?: string | undefined; channel?: Channel };

const field = CASE_LIST.fields.find(({ name }) => name === "behind");

/**
 * The list of exactly the cases a number counts: opened in the days and matching the filters of the
 * page. It is one filter of the list, so that others add to it and its chip takes all of it away.
 */
export function behindHref(
  slug: string,
  { days, filters }: { days: Days; filters: ReportFilters },
  behind: BehindOf,
): string {
  if (!field) throw new Error("Invariant violated: the list of cases has no filter for numbers");
  const values = behindValues({ ...behind, days, filters });
  const search = new URLSearchParams({
    behind: filterText(field, { field: "behind", op: "is", values }),
  });
  return `/${slug}/cases?${search}`;
}

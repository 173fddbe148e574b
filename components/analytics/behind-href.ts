import type { Days, ReportFilters } from "@/core/filter/report-asked";
import type { CaseMeasure, MessageMeasure, ReasonMeasure } from "@/core/metrics/measure";
import type { Channel } from "@/core/template/channel";

/** What cases can be asked for by: a measure they count in. */
export type Behind = CaseMeasure | MessageMeasure | ReasonMeasure;

export type BehindOf = { measure: Behind; stage?: string | undefined; channel?: Channel };

/**
 * The list of exactly the cases a number counts: opened in the days and matching the filters of the
 * page. The number's own stage and channel take the place of the page's.
 */
export function behindHref(
  slug: string,
  { days, filters }: { days: Days; filters: ReportFilters },
  { measure, stage, channel }: BehindOf,
): string {
  const search = new URLSearchParams({ behind: measure, ...days });
  const own = { stage, channel };
  for (const [name, value] of Object.entries({ ...filters, ...definedOf(own) })) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `/${slug}/cases?${search}`;
}

const definedOf = (some: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));

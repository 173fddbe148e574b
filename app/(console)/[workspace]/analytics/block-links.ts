import { type BehindOf, behindHref } from "@/components/analytics/behind-href";
import { withWords } from "@/components/analytics/with-words";
import { writeFilters } from "@/core/filter/address";
import { listAddressHref } from "@/core/filter/list-address";
import type { ReportField } from "@/core/filter/report-fields";
import type { ReportPage } from "./report-page";

/** The same page with some of its address changed; `undefined` takes a value away. */
export const pageHref = (
  { list, address }: ReportPage,
  words: Partial<Record<ReportField, string | undefined>>,
): string =>
  listAddressHref(list.path, list, address, { filters: withWords(address.filters, words) });

/** To the cases behind a number of the page. */
export const casesBehind = ({ view, asked }: ReportPage, behind: BehindOf): string =>
  behindHref(view.slug, asked, behind);

/** A block's numbers as a file. */
export function csvHref({ view, only, list, address }: ReportPage, report: string): string {
  const search = new URLSearchParams(writeFilters(list.fields, address.filters));
  if (only !== undefined) search.set("workflow", only);
  search.set("report", report);
  return `/${view.slug}/analytics/export?${search}`;
}

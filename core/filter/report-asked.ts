import { type CivilDay, dateText, parseDate } from "@/core/calendar/civil";
import { COMPARISONS } from "@/core/metrics/compared-period";
import { PERIOD_DAYS_MAX } from "@/core/metrics/period";
import { Channel } from "@/core/template/channel";
import type { Filter } from "./field";
import type { ReportField } from "./report-fields";
import { isVersionText } from "./report-unread";

/**
 * Lengths a report may have, up to today, in days. Whole weeks, so that the period before it has the
 * same weekdays.
 */
const PERIOD_DAYS = { d: 1, w: 7, m: 28, q: 91, y: 364 } as const;
export type ReportPeriod = keyof typeof PERIOD_DAYS;
export const REPORT_PERIODS = Object.keys(PERIOD_DAYS) as ReportPeriod[];

export const COMPARED_WITH = [...COMPARISONS, "none"] as const;
export type ComparedWith = (typeof COMPARED_WITH)[number];

/** What lines of one block stand beside each other by. */
export const SPLITS = ["none", "version", "channel", "arm"] as const;
export type Split = (typeof SPLITS)[number];

export const CLOCKS = ["wall", "working"] as const;
export type ReportClock = (typeof CLOCKS)[number];

/** Local days, both of them in it. */
export type Days = { from: string; to: string };

/** Which cases the page counts. */
export type ReportFilters = {
  workflow?: string | undefined;
  version?: number | undefined;
  stage?: string | undefined;
  channel?: Channel | undefined;
  topic?: string | undefined;
  team?: string | undefined;
  locale?: string | undefined;
  arm?: string | undefined;
  segment?: string | undefined;
};

export type ReportAsked = {
  days: Days;
  /** Days chosen by hand are no period. */
  period: ReportPeriod | "custom";
  compare: ComparedWith;
  by: Split;
  clock: ReportClock;
  filters: ReportFilters;
};

/** What an address of the page asks for; what it says wrongly is as if it were not said. */
export function reportAsked(filters: readonly Filter[], today: CivilDay): ReportAsked {
  const text = (field: ReportField) => filters.find((filter) => filter.field === field)?.values[0];
  const one = <T extends string>(words: readonly T[], field: ReportField, usual: T): T =>
    words.find((word) => word === text(field)) ?? usual;
  const chosen = daysChosen(text("from"), text("to"), today);
  const period = chosen ? "custom" : one(REPORT_PERIODS, "period", "m");
  const days = chosen ?? spanOf(today - PERIOD_DAYS[period === "custom" ? "m" : period] + 1, today);
  const workflow = text("workflow");
  const version = text("version");
  const by = one(SPLITS, "by", "none");
  const channel = Channel.safeParse(text("channel"));
  return {
    days,
    period,
    compare: one(COMPARED_WITH, "compare", "previous"),
    by: by === "version" && !workflow ? "none" : by,
    clock: one(CLOCKS, "clock", "wall"),
    filters: {
      workflow,
      // A number alone is a version of nothing.
      version: workflow && version && isVersionText(version) ? Number(version) : undefined,
      stage: text("stage"),
      channel: channel.success ? channel.data : undefined,
      topic: text("topic"),
      team: text("team"),
      locale: text("locale"),
      arm: filters.find(({ field }) => field === "arm")?.values.join(","),
      segment: text("segment"),
    },
  };
}

const spanOf = (from: CivilDay, to: CivilDay): Days => ({ from: dateText(from), to: dateText(to) });

/** Null for days that are none, lie in the future, or are more than a report may have. */
function daysChosen(
  from: string | undefined,
  to: string | undefined,
  today: CivilDay,
): Days | null {
  const first = parseDate(from ?? "");
  const last = to === undefined ? today : parseDate(to);
  if (first === null || last === null || first > last || first > today) return null;
  return last - first >= PERIOD_DAYS_MAX ? null : spanOf(first, Math.min(last, today));
}

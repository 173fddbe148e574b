import Link from "next/link";
import { AnsweredAfter } from "@/components/analytics/answered-after";
import { ChartFrame } from "@/components/analytics/chart-frame";
import { answeredAfterFinding, timeFinding } from "@/components/analytics/findings";
import { SurvivalChart } from "@/components/analytics/survival-chart";
import { TimeTable } from "@/components/analytics/time-table";
import type { ResponseTimeReport } from "@/core/contracts/analytics/response-time";
import { armsWords } from "@/core/metrics/arm-of";
import { readResponseTime } from "@/server/analytics/read-response-time";
import { casesBehind, csvHref, pageHref } from "./block-links";
import { type ReportPage, reportOf } from "./report-page";
import { ClockChips, SplitChips } from "./split-chips";

/** How long answers take, and which message they followed. */
export async function TimeBlock({ page }: { page: ReportPage }) {
  const { t, locale } = page.view;
  const { by, clock } = page.asked;
  const report = await readResponseTime(await reportOf(page), {
    clock,
    by: by === "none" ? undefined : by,
  });
  const { curves, compared } = report;
  const names = curves.map(({ key }) => nameOf(page, key));
  const finding = timeFinding(curves.length === 1 ? curves[0]?.p50 : undefined, { t, locale });
  const title =
    curves.length > 1
      ? curves.map((curve, i) => lineFinding(curve, names[i] ?? "")).join(" · ")
      : finding;
  function lineFinding({ p50 }: ResponseTimeReport["curves"][number], name: string): string {
    return `${name}: ${timeFinding(p50, { t, locale })}`;
  }
  const saved = compared?.hoursSaved;
  return (
    <div className="grid gap-8">
      <ChartFrame
        finding={curves.length > 2 ? t("analytics.time") : title}
        definition={{
          name: t("analytics.time"),
          means: t("analytics.timeMeans"),
          counted: t("analytics.timeCounted"),
          of: t("analytics.timeOf"),
          cases: casesBehind(page, { measure: "reached" }),
        }}
        csvHref={csvHref(page, "response-time")}
        file="time-to-response"
        actions={
          <>
            <ClockChips page={page} />
            <SplitChips page={page} />
          </>
        }
        table={
          <TimeTable {...{ curves, names, t, locale }} hrefOf={(key) => lineHref(page, key)} />
        }
        note={
          saved && compared ? (
            <p className="pt-2 text-xs text-ft-2">{savedWords(page, compared.groups, saved)}</p>
          ) : by === "arm" && curves.length > 1 ? (
            <ArmsNote page={page} />
          ) : null
        }
      >
        <SurvivalChart {...{ report, by, names }} summary={title} />
        <div className="pt-4">
          <TimeTable {...{ curves, names, t, locale }} hrefOf={(key) => lineHref(page, key)} />
        </div>
      </ChartFrame>
      <AfterBlock page={page} report={report} />
    </div>
  );
}

/** Curves of arms are shown, and never held against each other here. */
function ArmsNote({ page: { view, asked } }: { page: ReportPage }) {
  const { t, slug } = view;
  const { workflow } = asked.filters;
  return (
    <p className="pt-2 text-xs text-ft-2">
      {t("analytics.armsElsewhere")}{" "}
      {workflow === undefined ? null : (
        <Link
          href={`/${slug}/workflows/${encodeURIComponent(workflow)}/experiments`}
          className="ft-link"
        >
          {t("experiments.title")}
        </Link>
      )}
    </p>
  );
}

function AfterBlock({ page, report }: { page: ReportPage; report: ResponseTimeReport }) {
  const { t, locale } = page.view;
  const rows = report.answeredAfter.map(({ stage, channel, place, n, exact }) => ({
    key: `${stage} ${channel} ${place}`,
    name: t("analytics.messagePlace", {
      place,
      stage: page.stages.get(stage) ?? stage,
      channel: t("messages.channelName", { channel }),
    }),
    n,
    exact,
  }));
  const shared = { rows, unattributed: report.unattributed, t, locale };
  return (
    <ChartFrame
      finding={answeredAfterFinding(report, { t, locale })}
      definition={{
        name: t("analytics.answeredAfter"),
        means: t("analytics.answeredAfterMeans"),
        counted: t("analytics.answeredAfterCounted"),
        of: t("analytics.answeredAfterOf"),
        cases: casesBehind(page, { measure: "responded" }),
      }}
      csvHref={csvHref(page, "response-time")}
      file="answered-after"
      table={<AnsweredAfter {...shared} as="table" />}
    >
      <AnsweredAfter {...shared} as="bars" />
    </ChartFrame>
  );
}

function nameOf({ view: { t }, asked }: ReportPage, key: string): string {
  if (key === "all") return t("analytics.curveAll");
  if (asked.by === "version") return t("analytics.curveVersion", { key });
  return asked.by === "channel" ? t("messages.channelName", { channel: key }) : armsWords(key);
}

/** To the page of the line's cases alone. */
function lineHref(page: ReportPage, key: string): string | undefined {
  const { by } = page.asked;
  if (by === "none" || key === "" || key === "all") return undefined;
  return pageHref(page, { [by]: key, by: undefined });
}

function savedWords(
  page: ReportPage,
  [first = "", second = ""]: readonly string[],
  { value, low, high }: { value: number; low: number; high: number },
): string {
  const { t, locale } = page.view;
  const hours = (n: number) => n.toLocaleString(locale, { maximumFractionDigits: 1 });
  const named = { first: nameOf(page, second), second: nameOf(page, first) };
  return value >= 0
    ? t("analytics.hoursSaved", {
        ...named,
        hours: hours(value),
        low: hours(low),
        high: hours(high),
      })
    : t("analytics.hoursLost", {
        ...named,
        hours: hours(-value),
        low: hours(-high),
        high: hours(-low),
      });
}

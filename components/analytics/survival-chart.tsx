"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { CheckboxField } from "@/components/ui/field";
import { lengthOf } from "@/components/ui/length-of";
import { Skeleton } from "@/components/ui/skeleton";
import type { ResponseTimeReport } from "@/core/contracts/analytics/response-time";
import type { Split } from "@/core/filter/report-asked";
import { CURVES_SHOWN_MAX, lookOf } from "./curve-looks";
import { curveRows } from "./curve-rows";
import { shareText } from "./number-text";
import { lengthTicks } from "./scale";

const HEIGHT = 288;
/** Where an axis of logarithms begins: below a minute nobody answers on purpose. */
const LOG_FROM_S = 60;

const SurvivalPlot = dynamic(
  () => import("./survival-plot").then((module) => module.SurvivalPlot),
  { ssr: false, loading: () => <Skeleton height={HEIGHT} /> },
);

/** The share still unanswered over time, with the number at risk below it. */
export function SurvivalChart({
  report: { curves, markers, clock },
  by,
  names,
  summary,
}: {
  report: Pick<ResponseTimeReport, "curves" | "markers" | "clock">;
  by: Split;
  /** Of the curves. */
  names: readonly string[];
  summary: string;
}) {
  const t = useText();
  const locale = useLocale();
  const [isLog, setLog] = useState(false);
  const shown = curves.slice(0, CURVES_SHOWN_MAX);
  const looks = shown.map(({ key }, i) => lookOf(key, i, by));
  const from = isLog ? LOG_FROM_S : 0;
  const last = Math.max(LOG_FROM_S * 2, ...shown.map(({ points }) => points.at(-1)?.seconds ?? 0));
  const [only] = shown;
  const isInside = (seconds: number) => seconds > from && seconds <= last;
  const points =
    only && shown.length === 1
      ? [
          { found: only.p50, share: 0.5, name: "analytics.medianAt" as const },
          { found: only.p90, share: 0.1, name: "analytics.p90At" as const },
        ].flatMap(({ found: { seconds }, share, name }) =>
          seconds !== null && isInside(seconds)
            ? [{ seconds, share, name: t(name, { length: lengthOf(seconds, locale) }) }]
            : [],
        )
      : [];
  const axis = t(clock === "working" ? "analytics.timeAxisWorking" : "analytics.timeAxis");
  return (
    <div className="grid gap-2">
      <p className="text-xs text-ft-3">{t("analytics.shareAxis")}</p>
      <div role="img" aria-label={summary} dir="ltr" style={{ minHeight: HEIGHT }}>
        <SurvivalPlot
          rows={curveRows(shown, from)}
          looks={looks}
          ticks={lengthTicks(last, isLog).filter((tick) => tick >= from)}
          domain={[from, last]}
          isLog={isLog}
          marks={markers
            .filter(({ seconds }) => isInside(seconds))
            .map(({ seconds, name, escalation }) => ({
              seconds,
              escalation,
              name: escalation ? t("analytics.escalated") : name,
            }))}
          points={points}
          nameOf={(seconds) => (seconds === 0 ? "0" : lengthOf(seconds, locale))}
          shareOf={(share) => shareText(share, locale)}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-xs text-ft-3">
        <p>{axis}</p>
        <CheckboxField
          label={t("analytics.logTime")}
          checked={isLog}
          onChange={(event) => setLog(event.target.checked)}
        />
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ft-3">
        {looks.map(({ look }, i) => (
          <span key={look} className="ft-report-key" data-kind="line" data-look={look}>
            {names[i]}
          </span>
        ))}
        <span>{t("analytics.band")}</span>
      </p>
      <AtRisk curves={shown} names={names} />
    </div>
  );
}

/** How many cases a curve still rests on, moment by moment. */
function AtRisk({
  curves,
  names,
}: {
  curves: ResponseTimeReport["curves"];
  names: readonly string[];
}) {
  const t = useText();
  const locale = useLocale();
  const moments = curves[0]?.atRisk ?? [];
  if (moments.length === 0) return null;
  const caption = t("analytics.atRisk");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full text-xs tabular-nums">
        <caption className="text-start text-ft-3">{caption}</caption>
        <thead>
          <tr>
            <td />
            {moments.map(({ seconds }) => (
              <th key={seconds} scope="col" className="px-2 py-1 text-end font-normal text-ft-3">
                <span className="sr-only">
                  {t("analytics.atRiskAfter", { length: lengthOf(seconds, locale) })}
                </span>
                <span aria-hidden="true">{seconds === 0 ? "0" : lengthOf(seconds, locale)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curves.map(({ key, atRisk }, i) => (
            <tr key={key}>
              <th scope="row" className="py-1 pe-2 text-start font-medium">
                {names[i]}
              </th>
              {atRisk.map(({ seconds, n }) => (
                <td key={seconds} className="px-2 py-1 text-end">
                  {n.toLocaleString(locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

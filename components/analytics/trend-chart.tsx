"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Skeleton } from "@/components/ui/skeleton";
import type { TrendReport } from "@/core/contracts/analytics/trend";
import { ticksTo } from "./scale";
import { stepText } from "./step-text";
import { TREND_LINE_LOOKS } from "./trend-looks";
import { labelTops, PLOT, stepOf } from "./trend-place";
import type { TrendMark } from "./trend-plot";

const TrendPlot = dynamic(() => import("./trend-plot").then((module) => module.TrendPlot), {
  ssr: false,
  loading: () => <Skeleton height={PLOT.height} />,
});

type Props = {
  report: Pick<TrendReport, "points" | "grain">;
  marks: readonly TrendMark[];
  summary: string;
  /** An address for days drawn over; `FROM` and `TO` stand for them. */
  zoomHref: string;
  /** The last day shown. */
  lastDay: string;
  onNote: ((day: string) => void) | undefined;
};

/** The course with its crosshair: by pointer, or by arrow keys, which say the values of each step. */
export function TrendChart({ report, marks, summary, zoomHref, lastDay, onNote }: Props) {
  const t = useText();
  const locale = useLocale();
  const router = useRouter();
  const { points, grain } = report;
  const [at, setAt] = useState<number>();
  const [drawn, setDrawn] = useState<{ from: number; to: number }>();
  const box = useRef<HTMLDivElement>(null);
  const last = points.length - 1;
  const ticks = ticksTo(Math.max(...points.map((point) => point.opened)));
  const name = (step: number, length: "short" | "long") =>
    stepText(points[step]?.at ?? "", grain, locale, length);
  const place = (event: PointerEvent) => {
    const bounds = box.current?.getBoundingClientRect();
    return bounds ? stepOf(event.clientX - bounds.left, bounds.width, points.length) : 0;
  };
  const zoom = (a: number, b: number) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    const first = points[from]?.at.slice(0, 10);
    const next = points[to + 1]?.at.slice(0, 10);
    if (first) router.push(zoomTo(zoomHref, first, dayBefore(next) ?? lastDay), { scroll: false });
  };
  const press = (event: KeyboardEvent) => {
    const now = at ?? last;
    const to = {
      ArrowLeft: Math.max(0, at === undefined ? last : now - 1),
      ArrowRight: Math.min(last, now + 1),
      Home: 0,
      End: last,
    }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === "Escape") setAt(undefined);
    else if (isPlain(event) && event.key.toLowerCase() === "n" && onNote)
      onNote(points[now]?.at.slice(0, 10) ?? "");
    else return;
    event.preventDefault();
  };
  const said = at === undefined ? undefined : valuesOf(at);
  function valuesOf(step: number): string {
    const point = points[step];
    if (!point) return "";
    const { opened, responded, resolved, escalated, open } = point;
    const counts = { opened, responded, resolved, escalated, open };
    return t("analytics.trendAt", { at: name(step, "long"), ...counts });
  }
  const end = points[last];
  const tops = labelTops(
    TREND_LINE_LOOKS.map(({ field }) => end?.[field] ?? 0),
    ticks.at(-1) ?? 1,
  );
  const span = drawn && [drawn.from, drawn.to].sort((a, b) => a - b);
  return (
    <div className="grid gap-2">
      <p className="min-h-5 text-xs text-ft-2" aria-hidden="true">
        {span
          ? t("analytics.trendZoomed", {
              from: name(span[0] ?? 0, "long"),
              to: name(span[1] ?? 0, "long"),
            })
          : said}
      </p>
      {/* A slider, so that arrow keys reach it in a screen reader and every step is said. */}
      <div
        ref={box}
        role="slider"
        tabIndex={0}
        dir="ltr"
        aria-label={summary}
        aria-description={t("analytics.trendKeys")}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at ?? last}
        aria-valuetext={said ?? valuesOf(last)}
        className="ft-trend"
        onKeyDown={press}
        onBlur={() => setAt(undefined)}
        onPointerDown={(event) => {
          if (event.pointerType !== "mouse" || event.button !== 0) return;
          const step = place(event);
          setDrawn({ from: step, to: step });
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const step = place(event);
          setAt(step);
          if (drawn) setDrawn({ ...drawn, to: step });
        }}
        onPointerUp={() => {
          setDrawn(undefined);
          if (drawn && drawn.from !== drawn.to) zoom(drawn.from, drawn.to);
        }}
        onPointerLeave={() => setAt(undefined)}
      >
        <TrendPlot
          points={points}
          ticks={ticks}
          marks={marks}
          at={at === undefined ? undefined : points[at]?.at}
          chosen={span && [points[span[0] ?? 0]?.at ?? "", points[span[1] ?? 0]?.at ?? ""]}
          nameOf={(step) => stepText(step, grain, locale)}
          countOf={(n) => n.toLocaleString(locale, { notation: "compact" })}
        />
        {TREND_LINE_LOOKS.map(({ field, look }, i) => (
          <span key={field} className="ft-line-name" style={{ top: tops[i] }} data-look={look}>
            {t(`analytics.${field}`)}
          </span>
        ))}
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ft-3">
        <span className="ft-report-key" data-kind="closed">
          {t("analytics.openedClosed")}
        </span>
        <span className="ft-report-key" data-kind="open">
          {t("analytics.openedOpen")}
        </span>
        {TREND_LINE_LOOKS.map(({ field, look }) => (
          <span key={field} className="ft-report-key" data-kind="line" data-look={look}>
            {t(`analytics.${field}`)}
          </span>
        ))}
      </p>
    </div>
  );
}

const isPlain = (event: KeyboardEvent) => !event.metaKey && !event.ctrlKey && !event.altKey;
const DAY_MS = 86_400_000;

const dayBefore = (day: string | undefined): string | undefined =>
  day && new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

/** Steps shorter than a day end on the day they begin. */
const zoomTo = (href: string, from: string, to: string): string =>
  href.replace("FROM", from).replace("TO", to < from ? from : to);

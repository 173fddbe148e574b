"use client";

import { useLocale, useText } from "@/components/text/text-provider";
import { absoluteText } from "@/components/ui/time-text";
import type { Shift } from "@/core/rota/shifts";
import { DAY_MS, type Instant } from "@/core/time";
import { type Bar, gapsOf, lanesOf, midnightsBetween } from "./timeline-lanes";

/** So many lines fit beside each other. */
const TICKS_MAX = 15;
/** A bar narrower than this would not be seen. */
const NARROWEST = "3px";

type Span = { from: Instant; until: Instant };
type Place = Span & { now: Instant; zone: string };

/** A lane of bars for everybody, one of gaps where there are any. Time goes from left to right in every script. */
export function Lanes({
  shifts,
  nameOf,
  ...place
}: Place & { shifts: readonly Shift[]; nameOf: (personId: string) => string }) {
  const t = useText();
  const gaps = gapsOf(shifts);
  return (
    <div className="grid gap-1">
      <Axis {...place} />
      <ul className="grid gap-1" aria-label={t("rotas.lanes")}>
        {gaps.length > 0 ? (
          <Row
            name={t("rotas.nobody")}
            bars={gaps.map((gap) => ({ ...gap, override: false }))}
            look="gap"
            {...place}
          />
        ) : null}
        {lanesOf(shifts).map(({ personId, bars }) => (
          <Row key={personId} name={nameOf(personId)} bars={bars} look="duty" {...place} />
        ))}
      </ul>
    </div>
  );
}

const share = (at: Instant, { from, until }: Span): string =>
  `${((Math.min(Math.max(at, from), until) - from) / (until - from)) * 100}%`;

const LOOK = {
  duty: "border-ft-accent bg-ft-accent-soft",
  override: "border-dashed border-ft-accent bg-transparent",
  gap: "border-(--ft-due) bg-(--ft-due-soft)",
} as const;

function Row({
  name,
  bars,
  look,
  ...place
}: Place & { name: string; bars: readonly Bar[]; look: "duty" | "gap" }) {
  const t = useText();
  const locale = useLocale();
  const { now, zone } = place;
  const words = (bar: Bar) =>
    t("rotas.fromUntil", {
      from: absoluteText(bar.from, zone, now, locale),
      until: absoluteText(bar.until, zone, now, locale),
    });
  return (
    <li className="grid items-center gap-x-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span
        className={`truncate text-xs ${look === "gap" ? "font-semibold text-(--ft-due)" : "text-ft-2"}`}
      >
        {name}
      </span>
      <div
        dir="ltr"
        role="img"
        aria-label={t("rotas.laneWords", {
          name,
          n: bars.length,
          spans: new Intl.ListFormat(locale).format(bars.map(words)),
        })}
        className="relative h-6 rounded-sm bg-ft-sunken"
      >
        {bars.map((bar) => (
          <span
            key={bar.from}
            title={words(bar)}
            className={`absolute inset-y-0.5 rounded-sm border ${LOOK[look === "duty" && bar.override ? "override" : look]}`}
            style={{
              left: share(bar.from, place),
              width: `max(${NARROWEST}, calc(${share(bar.until, place)} - ${share(bar.from, place)}))`,
            }}
          />
        ))}
        <span className="absolute inset-y-0 w-px bg-ft-ink" style={{ left: share(now, place) }} />
      </div>
    </li>
  );
}

/** Dates above the lanes, as many as fit. */
function Axis({ from, until, zone }: Place) {
  const locale = useLocale();
  const days = Math.ceil((until - from) / DAY_MS / TICKS_MAX);
  const every = days > 1 ? 7 : 1;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: "numeric",
    ...(every === 1 ? {} : { month: "short" }),
  });
  return (
    <div aria-hidden="true" className="grid gap-x-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span className="max-sm:hidden" />
      <div dir="ltr" className="relative h-4 text-2xs text-ft-3">
        {[from, ...midnightsBetween(from, until, zone, every)].map((at, i) => (
          <span
            key={at}
            className={`absolute whitespace-nowrap ${i % 2 === 1 ? "max-sm:hidden" : ""}`}
            style={{ left: share(at, { from, until }) }}
          >
            {format.format(at)}
          </span>
        ))}
      </div>
    </div>
  );
}

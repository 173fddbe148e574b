"use client";

import { ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { spanText } from "@/components/ui/time-text";
import { formatDay, formatTime } from "@/core/sentence/format-moment";
import { DAY_MS } from "@/core/time";
import { daysBetween } from "./clock-change";
import type { EventRow } from "./event-rows";
import { spokenRow } from "./row-words";
import type { Sim } from "./use-simulation";

const PLAY_MS = 900;
const STOP_PX = 84;
const REDUCED = "(prefers-reduced-motion: reduce)";

const DOTS: Partial<Record<EventRow["class"], string>> = {
  sent: "bg-(--ft-resolved)",
  held: "bg-(--ft-due)",
  failed: "bg-(--ft-failed)",
  escalation: "bg-(--ft-escalated)",
  case: "bg-(--ft-waiting)",
};

/** Time as a row of events, however far apart they are: quiet spans are a gap with its length. */
export function Scrubber({ sim }: { sim: Sim }) {
  const { t, locale, rows, current, goTo, address, viewerZone } = sim;
  const [isPlaying, setPlaying] = useState(false);
  const slider = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const row = rows[current - 1];
  const isLast = current >= rows.length;
  useEffect(() => {
    if (!isPlaying) return;
    if (isLast) return setPlaying(false);
    const timer = setTimeout(() => goTo(current + 1), PLAY_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, isLast, current, goTo]);
  useEffect(() => {
    const frame = place.current;
    if (!frame) return;
    const wanted = (current - 0.5) * STOP_PX;
    const isOut =
      wanted < frame.scrollLeft + STOP_PX ||
      wanted > frame.scrollLeft + frame.clientWidth - STOP_PX;
    if (isOut) frame.scrollLeft = wanted - frame.clientWidth / 2;
  }, [current]);
  if (!row) return null;
  const zone = address.clock ? viewerZone : row.zone;
  const last = rows.length;
  const move = (n: number) => goTo(Math.max(1, Math.min(last, n)));
  const play = () => {
    if (window.matchMedia(REDUCED).matches) return move(current + 1);
    if (!isPlaying && isLast) move(1);
    setPlaying(!isPlaying);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (by) move(event.shiftKey ? dayAway(rows, current, by) : current + by);
    else if (event.key === "Home") move(1);
    else if (event.key === "End") move(last);
    else if (event.key === "PageDown") move(dayAway(rows, current, -1));
    else if (event.key === "PageUp") move(dayAway(rows, current, 1));
    else if (event.key === " ") play();
    else return;
    if (event.key !== " ") setPlaying(false);
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerDown = ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>) => {
    const { left, right } = currentTarget.getBoundingClientRect();
    const isRtl = getComputedStyle(currentTarget).direction === "rtl";
    const from = isRtl ? right - clientX : clientX - left;
    setPlaying(false);
    move(Math.floor(from / STOP_PX) + 1);
  };
  return (
    <section
      aria-label={t("simulation.time")}
      className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] items-center gap-2 rounded-md border border-ft-subtle bg-ft-surface p-2"
    >
      <div className="flex gap-1">
        <IconButton
          size="sm"
          label={t("simulation.previous")}
          isDisabled={current <= 1}
          onPress={() => move(current - 1)}
        >
          <ChevronLeft aria-hidden="true" size={16} className="rtl:-scale-x-100" />
        </IconButton>
        <IconButton
          size="sm"
          label={isPlaying ? t("simulation.pause") : t("simulation.play")}
          onPress={play}
        >
          {isPlaying ? (
            <Pause aria-hidden="true" size={16} />
          ) : (
            <Play aria-hidden="true" size={16} />
          )}
        </IconButton>
        <IconButton
          size="sm"
          label={t("simulation.next")}
          isDisabled={isLast}
          onPress={() => move(current + 1)}
        >
          <ChevronRight aria-hidden="true" size={16} className="rtl:-scale-x-100" />
        </IconButton>
      </div>
      <div ref={place} className="overflow-x-auto overflow-y-hidden pb-1">
        <div
          ref={slider}
          role="slider"
          tabIndex={0}
          aria-label={t("simulation.scrubber")}
          aria-valuemin={1}
          aria-valuemax={last}
          aria-valuenow={current}
          aria-valuetext={spokenRow(row, zone, locale, t)}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          style={{ width: last * STOP_PX }}
          className="flex cursor-pointer rounded-md select-none"
        >
          {rows.map((each) => (
            <Stop key={each.n} row={each} before={rows[each.n - 2]} sim={sim} />
          ))}
        </div>
      </div>
    </section>
  );
}

/** The first event at least a day further on, or the last at least a day back. */
function dayAway(rows: readonly EventRow[], current: number, by: number): number {
  const at = rows[current - 1]?.at ?? 0;
  const found =
    by > 0
      ? rows.find((row) => row.at >= at + DAY_MS)
      : rows.findLast((row) => row.at <= at - DAY_MS);
  return found?.n ?? (by > 0 ? rows.length : 1);
}

function Stop({ row, before, sim }: { row: EventRow; before: EventRow | undefined; sim: Sim }) {
  const { t, locale, current, run, address, viewerZone } = sim;
  const zone = address.clock ? viewerZone : row.zone;
  const away = before ? row.at - before.at : 0;
  const isGap = before !== undefined && daysBetween(before.at, row.at, zone) > 1;
  const isPast = row.n <= current;
  const isNewDay =
    !before || daysBetween(before.at, row.at, zone) !== 0 || before.zone !== row.zone;
  return (
    <span aria-hidden="true" className="relative grid shrink-0 pt-4" style={{ width: STOP_PX }}>
      {before ? (
        <span
          className={`absolute end-1/2 top-[25px] w-full border-t-2 ${isGap ? "border-dotted" : ""} ${isPast ? "border-ft-accent" : "border-ft-border"}`}
        />
      ) : null}
      {isGap ? (
        <span className="absolute start-0 top-0 -translate-x-1/2 bg-ft-surface px-1 text-[11px] text-ft-3">
          {spanText(Math.floor(away / DAY_MS) * DAY_MS, t)}
        </span>
      ) : null}
      <span
        className={`relative z-10 mx-auto mt-1 size-3 rounded-full ${DOTS[row.class] ?? "border-2 border-ft-control bg-ft-surface"} ${row.n === current ? "outline-2 outline-offset-2 outline-(--ft-accent)" : ""}`}
      />
      <span
        className={`mt-1.5 text-center text-[11px] leading-4 whitespace-nowrap ${row.n === current ? "font-semibold text-ft-1" : "text-ft-3"}`}
      >
        {isNewDay ? formatDay(row.at, zone, locale, run?.from ?? row.at) : ""}
        <br />
        {formatTime(row.at, zone, locale)}
      </span>
    </span>
  );
}

"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import type { HeatCell } from "@/core/contracts/analytics/heatmap";
import { countText, shareText } from "./number-text";
import { hourText, weekdayText } from "./weekdays";

const HOURS = 24;
const STEPS = 7;
const MOVES: Record<string, readonly [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Weekday by hour in people's own time: the darker, the more answer. Arrow keys go from hour to hour. */
export function HeatGrid({ cells }: { cells: readonly HeatCell[] }) {
  const t = useText();
  const locale = useLocale();
  const [at, setAt] = useState(0);
  const grid = useRef<HTMLFieldSetElement>(null);
  const most = Math.max(...cells.map(({ rate }) => rate ?? 0), Number.EPSILON);
  const words = (cell: HeatCell) =>
    t("blocks.heatCell", {
      when: `${weekdayText(cell.weekday, locale)} ${hourText(cell.hour)}`,
      share: cell.rate === null ? t("analytics.tooFew") : shareText(cell.rate, locale),
      n: countText(cell.responses, locale),
      of: countText(cell.awaiting, locale),
    });
  const move = (event: KeyboardEvent) => {
    const step = MOVES[event.key];
    if (!step) return;
    event.preventDefault();
    const row = Math.min(6, Math.max(0, Math.floor(at / HOURS) + step[0]));
    const column = Math.min(HOURS - 1, Math.max(0, (at % HOURS) + step[1]));
    const next = row * HOURS + column;
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  };
  const shown = cells[at];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p className="min-h-5 text-xs text-ft-2">{shown ? words(shown) : null}</p>
      <div className="overflow-x-auto">
        <fieldset ref={grid} aria-label={t("blocks.heat")} className="ft-heat">
          {Array.from({ length: 7 }, (_, day) => (
            <div key={weekdayText(day + 1, locale)} className="contents">
              <span className="text-2xs text-ft-3">{weekdayText(day + 1, locale)}</span>
              {cells.slice(day * HOURS, (day + 1) * HOURS).map((cell, hour) => {
                const place = day * HOURS + hour;
                return (
                  <button
                    key={cell.hour}
                    type="button"
                    data-cell={place}
                    data-step={
                      cell.rate === null ? "few" : Math.ceil((STEPS * cell.rate) / most) || 1
                    }
                    tabIndex={place === at ? 0 : -1}
                    aria-label={words(cell)}
                    onKeyDown={move}
                    onFocus={() => setAt(place)}
                    onPointerEnter={() => setAt(place)}
                  />
                );
              })}
            </div>
          ))}
          <span />
          {Array.from({ length: HOURS }, (_, hour) => (
            <span key={hourText(hour)} aria-hidden="true" className="text-2xs text-ft-3">
              {hour % 3 === 0 ? hour : null}
            </span>
          ))}
        </fieldset>
      </div>
    </div>
  );
}

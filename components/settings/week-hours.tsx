"use client";

import { Plus, X } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { WEEKDAYS, type Weekday } from "@/core/calendar/civil";
import type { DayHours, Span } from "./day-hours";

const NEW_SPAN: Span = { from: "09:00", to: "17:00" };
const SECOND_SPAN: Span = { from: "18:00", to: "20:00" };

/** Hours for every weekday. `edit` follows the typing; `commit` is called when something is done. */
export function WeekHours({
  value,
  weekdays,
  locked,
  edit,
  commit,
}: {
  value: DayHours;
  weekdays: Record<Weekday, string>;
  locked: boolean;
  edit: (next: DayHours) => void;
  commit: (next: DayHours) => void;
}) {
  const withDay = (day: Weekday, spans: Span[]): DayHours => ({ ...value, [day]: spans });
  return (
    <ul className="divide-y divide-ft-subtle border-y border-ft-subtle">
      {WEEKDAYS.map((day) => (
        <li key={day} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2">
          <span className="w-28 pt-1.5 font-medium">{weekdays[day]}</span>
          <Day
            name={weekdays[day]}
            spans={value[day]}
            locked={locked}
            edit={(spans) => edit(withDay(day, spans))}
            commit={(spans) => commit(withDay(day, spans))}
          />
        </li>
      ))}
    </ul>
  );
}

/** The hours of one weekday; an end that is not later lies on the next day. */
function Day({
  name,
  spans,
  locked,
  edit,
  commit,
}: {
  name: string;
  spans: Span[];
  locked: boolean;
  edit: (spans: Span[]) => void;
  commit: (spans: Span[]) => void;
}) {
  const t = useText();
  const put = (index: number, change: Partial<Span>) =>
    spans.map((span, i) => (i === index ? { ...span, ...change } : span));
  const field = (index: number, end: "from" | "to") => (
    <input
      type="time"
      className="ft-input w-30"
      aria-label={t(end === "from" ? "settings.hoursFrom" : "settings.hoursTo", { day: name })}
      value={spans[index]?.[end] === "24:00" ? "00:00" : spans[index]?.[end]}
      readOnly={locked}
      onChange={(event) => {
        if (event.target.value) edit(put(index, { [end]: event.target.value }));
      }}
      onBlur={() => commit(spans)}
    />
  );
  return (
    <div className="grid min-w-0 flex-1 gap-1">
      {spans.length === 0 ? <span className="pt-1.5 text-ft-3">{t("settings.dayOff")}</span> : null}
      {spans.map(({ from, to }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place, and are edited in it.
        <div key={index} className="flex flex-wrap items-center gap-1.5">
          {field(index, "from")}
          <span aria-hidden="true">–</span>
          {field(index, "to")}
          {locked ? null : (
            <IconButton
              size="sm"
              label={t("settings.hoursRemove", { day: name, from, to })}
              onPress={() => commit(spans.filter((_, i) => i !== index))}
            >
              <X aria-hidden="true" />
            </IconButton>
          )}
        </div>
      ))}
      {locked ? null : (
        <div>
          <button
            type="button"
            className="inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-sm text-xs text-ft-2 hover:text-ft-1 pointer-coarse:min-h-11"
            aria-label={t("settings.hoursAddTo", { day: name })}
            onClick={() => commit([...spans, spans.length === 0 ? NEW_SPAN : SECOND_SPAN])}
          >
            <Plus aria-hidden="true" size={12} />
            {t("settings.hoursAdd")}
          </button>
        </div>
      )}
    </div>
  );
}

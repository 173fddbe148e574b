"use client";

import { byDay, type DayHours, toWindows } from "@/components/settings/day-hours";
import { SavedSelect } from "@/components/settings/saved-fields";
import { SavedMark } from "@/components/settings/saved-mark";
import { useSaved } from "@/components/settings/use-saved";
import { WeekHours } from "@/components/settings/week-hours";
import type { ZoneGroup } from "@/components/settings/zone-choices";
import { ZoneOptions } from "@/components/settings/zone-options";
import { useText } from "@/components/text/text-provider";
import type { Weekday } from "@/core/calendar/civil";
import type { WorkCalendar } from "@/core/calendar/work-calendar";
import { changeCalendarAction } from "../actions";

export function HoursFields({
  slug,
  calendarKey: key,
  locked,
  timeZone,
  hours,
  zones,
  weekdays,
}: {
  slug: string;
  calendarKey: string;
  locked: boolean;
  timeZone: string;
  hours: WorkCalendar["hours"];
  zones: ZoneGroup[];
  weekdays: Record<Weekday, string>;
}) {
  const t = useText();
  const week = useSaved<DayHours>(byDay(hours), (next) =>
    changeCalendarAction(slug, { key, change: { hours: toWindows(next) } }),
  );
  const label = t("settings.workingHours");
  return (
    <>
      <SavedSelect
        label={t("settings.timeZone")}
        hint={t("settings.calendarZoneHint")}
        initial={timeZone}
        locked={locked}
        save={(zone) => changeCalendarAction(slug, { key, change: { timeZone: zone } })}
      >
        <ZoneOptions groups={zones} />
      </SavedSelect>
      <section aria-labelledby="hours" className="grid gap-2">
        <div className="flex justify-between gap-3">
          <h2 id="hours" className="text-base font-semibold">
            {label}
          </h2>
          <SavedMark status={week.status} undo={week.undo} field={label} />
        </div>
        <WeekHours
          value={week.value}
          weekdays={weekdays}
          locked={locked}
          edit={week.edit}
          commit={(next) => void week.commit(next)}
        />
        {week.status.kind === "failed" ? (
          <p role="alert" className="ft-field-error">
            {week.status.message}
          </p>
        ) : null}
      </section>
    </>
  );
}

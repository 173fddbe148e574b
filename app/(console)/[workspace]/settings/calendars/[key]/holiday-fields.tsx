"use client";

import { DateList } from "@/components/settings/date-list";
import { SavedSelect } from "@/components/settings/saved-fields";
import { useText } from "@/components/text/text-provider";
import type { WorkCalendar } from "@/core/calendar/work-calendar";
import { changeCalendarAction } from "../actions";

type Place = { code: string; name: string };

export function HolidayFields({
  slug,
  calendarKey: key,
  locked,
  holidays,
  countries,
  regions,
}: {
  slug: string;
  calendarKey: string;
  locked: boolean;
  holidays: WorkCalendar["holidays"];
  countries: readonly Place[];
  regions: readonly Place[];
}) {
  const t = useText();
  const save = (change: Parameters<typeof changeCalendarAction>[1]["change"]) =>
    changeCalendarAction(slug, { key, change });
  const options = (places: readonly Place[]) =>
    places.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ));
  return (
    <>
      <SavedSelect
        label={t("settings.country")}
        hint={t("settings.countryHint")}
        initial={holidays.country ?? ""}
        locked={locked}
        save={(country) => save({ country: country === "" ? null : country })}
      >
        <option value="">{t("settings.noCountry")}</option>
        {options(countries)}
      </SavedSelect>
      {regions.length > 0 ? (
        <SavedSelect
          key={holidays.country}
          label={t("settings.region")}
          initial={holidays.region ?? ""}
          locked={locked}
          save={(region) => save({ region: region === "" ? null : region })}
        >
          <option value="">{t("settings.wholeCountry")}</option>
          {options(regions)}
        </SavedSelect>
      ) : null}
      <DateList
        label={t("settings.extraDays")}
        hint={t("settings.extraDaysHint")}
        initial={holidays.extra}
        locked={locked}
        save={(extra) => save({ extra })}
      />
      <DateList
        label={t("settings.exceptDays")}
        hint={t("settings.exceptDaysHint")}
        initial={holidays.except}
        locked={locked}
        save={(except) => save({ except })}
      />
    </>
  );
}

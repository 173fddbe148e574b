import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import type { PageView } from "../../page-view";
import { Block } from "../../people/[id]/block";
import { daysText } from "../../people/[id]/days-text";
import type { LoadedTeam } from "./load-team";

/** When the team works, by the calendar it chose. */
export function WorkingHours({ loaded, view }: { loaded: LoadedTeam; view: PageView }) {
  const { team, calendar } = loaded;
  const { t, locale } = view;
  const shown = calendar ?? (team.calendar === null ? null : DEFAULT_CALENDAR);
  const regions = new Intl.DisplayNames(locale, { type: "region" });
  return (
    <Block id="hours" title={t("teams.hours")}>
      <p>
        {team.calendar === null
          ? t("teams.hoursOfWorkspace")
          : t("teams.byCalendar", { calendar: team.calendar })}
      </p>
      {shown ? (
        <>
          <ul className="text-ft-2">
            {shown.hours.map(({ days, from, to }) => (
              <li key={`${days.join()} ${from}`}>
                {t("people.quietWindow", { days: daysText(days, locale), from, to })}
              </li>
            ))}
          </ul>
          <p className="text-xs text-ft-3">{t("teams.clockOf", { zone: shown.timeZone })}</p>
          <p className="text-xs text-ft-3">
            {shown.holidays.country === null
              ? t("teams.noHolidays")
              : t("teams.holidays", {
                  country: regions.of(shown.holidays.country) ?? shown.holidays.country,
                  region: shown.holidays.region ?? "none",
                })}
          </p>
        </>
      ) : null}
    </Block>
  );
}

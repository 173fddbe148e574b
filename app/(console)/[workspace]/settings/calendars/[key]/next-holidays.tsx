import { civilDateText } from "@/components/settings/civil-date";
import type { Text } from "@/components/text/text";
import type { FreeDay } from "@/server/calendars/holidays";

/** What is free next, as the calendar stands now. */
export function NextHolidays({
  days,
  locale,
  t,
}: {
  days: readonly FreeDay[];
  locale: string;
  t: Text;
}) {
  if (days.length === 0) return <p className="text-ft-2">{t("settings.noHolidays")}</p>;
  return (
    <div className="grid gap-1">
      <h3 className="font-medium">{t("settings.nextHolidays", { n: days.length })}</h3>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {days.map(({ date, name }) => (
          <li key={date} className="flex gap-3 border-b border-ft-subtle py-1.5">
            <time dateTime={date} className="w-32 shrink-0 text-ft-2">
              {civilDateText(date, locale, {
                weekday: "short",
                day: "numeric",
                month: "short",
                year: "numeric",
              })}
            </time>
            <span className="min-w-0">{name ?? t("settings.extraDay")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

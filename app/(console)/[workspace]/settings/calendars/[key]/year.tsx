import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { civilDateText } from "@/components/settings/civil-date";
import type { Text } from "@/components/text/text";
import { WEEKDAYS, weekdayOf } from "@/core/calendar/civil";
import { isBusinessDay, resolveCalendar, type WorkCalendar } from "@/core/calendar/work-calendar";
import { DAY_MS } from "@/core/time";
import { type FreeDay, freeDays } from "@/server/calendars/holidays";
import { weekdayNames } from "../words";

type Day = { date: string; kind: "work" | "off" | "holiday"; name: string | null };

const LOOK = {
  work: "text-ft-1",
  off: "text-ft-3 bg-ft-sunken",
  holiday: "font-semibold text-(--ft-due) bg-(--ft-due-soft)",
} as const;

const pad = (n: number) => String(n).padStart(2, "0");

function monthOf(calendar: WorkCalendar, free: Map<string, FreeDay>, year: number, month: number) {
  const resolved = resolveCalendar(calendar, free.keys());
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length }, (_, i): Day => {
    const date = `${year}-${pad(month)}-${pad(i + 1)}`;
    const holiday = free.get(date);
    const kind = holiday ? "holiday" : isBusinessDay(resolved, date) ? "work" : "off";
    return { date, kind, name: holiday?.name ?? null };
  });
}

/** Twelve months at a glance: worked, off, holiday. Each month says its numbers in words. */
export function Year({
  calendar,
  year,
  today,
  path,
  locale,
  t,
}: {
  calendar: WorkCalendar;
  year: number;
  today: string;
  path: string;
  locale: string;
  t: Text;
}) {
  const free = new Map(freeDays(calendar, [year], locale).map((day) => [day.date, day]));
  const months = Array.from({ length: 12 }, (_, i) => monthOf(calendar, free, year, i + 1));
  const worked = months.flat().filter(({ kind }) => kind === "work").length;
  const step = (to: number, label: string, icon: ReactNode) => (
    <Link
      href={`${path}?year=${to}`}
      scroll={false}
      aria-label={label}
      className="grid size-8 place-items-center rounded-md hover:bg-ft-sunken pointer-coarse:size-11"
    >
      {icon}
    </Link>
  );
  return (
    <section aria-labelledby="year" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="year" className="text-base font-semibold">
          {t("settings.year", { year: String(year) })}
        </h2>
        {step(year - 1, t("settings.yearBefore"), <ChevronLeft aria-hidden="true" size={16} />)}
        {step(year + 1, t("settings.yearAfter"), <ChevronRight aria-hidden="true" size={16} />)}
        <p className="text-ft-2">{t("settings.yearDays", { worked, free: free.size })}</p>
      </div>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] gap-x-6 gap-y-4">
        {months.map((days) => (
          <Month key={days[0]?.date} days={days} today={today} locale={locale} t={t} />
        ))}
      </div>
    </section>
  );
}

function Month({
  days,
  today,
  locale,
  t,
}: {
  days: readonly Day[];
  today: string;
  locale: string;
  t: Text;
}) {
  const first = days[0]?.date ?? "";
  const name = civilDateText(first, locale, { month: "long" });
  const worked = days.filter(({ kind }) => kind === "work").length;
  const free = days.filter(({ kind }) => kind === "holiday");
  const names = weekdayNames(locale, "narrow");
  const lead = WEEKDAYS.indexOf(weekdayOf(Date.parse(`${first}T00:00:00Z`) / DAY_MS));
  const inWords = t("settings.monthWords", {
    month: name,
    worked,
    free: free.length,
    days: free
      .map((day) => `${civilDateText(day.date, locale)} ${day.name ?? t("settings.extraDay")}`)
      .join(", "),
  });
  return (
    <div role="img" aria-label={inWords}>
      <p className="mb-1 text-xs font-medium">{name}</p>
      <div className="grid grid-cols-7 text-center text-2xs">
        {WEEKDAYS.map((day) => (
          <span key={day} className="py-0.5 text-ft-3">
            {names[day]}
          </span>
        ))}
        {days.map(({ date, kind, name: holiday }, i) => (
          <span
            key={date}
            style={i === 0 ? { gridColumnStart: lead + 1 } : undefined}
            title={kind === "holiday" ? (holiday ?? t("settings.extraDay")) : undefined}
            className={`py-0.5 ${LOOK[kind]} ${date === today ? "outline-2 -outline-offset-1 outline-ft-accent" : ""}`}
          >
            {Number(date.slice(8))}
          </span>
        ))}
      </div>
    </div>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { SettingsPage, SettingsSection } from "@/components/settings/settings-page";
import { zoneChoices } from "@/components/settings/zone-choices";
import { Note } from "@/components/ui/note";
import { localDate } from "@/core/calendar/zone";
import { Key } from "@/core/ids";
import { countCalendarUsers } from "@/db/queries/calendars";
import { findKeyed } from "@/db/queries/keyed";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { freeDays, holidayCountries, holidayRegions } from "@/server/calendars/holidays";
import { pageView } from "../../../page-view";
import { settingsView } from "../../settings-view";
import { weekdayNames } from "../words";
import { DeleteCalendar } from "./delete-calendar";
import { HolidayFields } from "./holiday-fields";
import { HoursFields } from "./hours-fields";
import { NextHolidays } from "./next-holidays";
import { Year } from "./year";

const NEXT_HOLIDAYS = 12;
const YearParam = z.coerce.number().int().min(2000).max(2100).optional().catch(undefined);

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const keyOf = async (params: Props["params"]) => {
  const known = Key.safeParse(decodeURIComponent((await params).key));
  return known.success ? known.data : notFound();
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageView((await params).workspace);
  return { title: await keyOf(params) };
}

export default async function CalendarPage({ params, searchParams }: Props) {
  const view = await settingsView((await params).workspace, "edit_workflows");
  const { t, slug, workspaceId, locale, now, mayChange, whyNot } = view;
  const key = await keyOf(params);
  const [row, users, workspace] = await Promise.all([
    findKeyed(ctx.db, workspaceId, "calendars", key),
    countCalendarUsers(ctx.db, workspaceId),
    findWorkspace(ctx.db, workspaceId),
  ]);
  if (!row) notFound();
  const { calendar } = row;
  const today = localDate(now, calendar.timeZone);
  const thisYear = Number(today.slice(0, 4));
  const year = YearParam.parse((await searchParams).year) ?? thisYear;
  const coming = freeDays(calendar, [thisYear, thisYear + 1, thisYear + 2], locale).filter(
    ({ date }) => date >= today,
  );
  const { teams = 0, people = 0 } = users.get(key) ?? {};
  const isDefault = workspace?.calendar === key;
  const used = t("settings.calendarUsers", { teams, people, workspace: isDefault ? "yes" : "no" });
  const path = `/${slug}/settings/calendars`;
  const here = `${path}/${encodeURIComponent(key)}`;
  const { country } = calendar.holidays;
  return (
    <SettingsPage
      title={key}
      back={{ label: t("settings.calendars"), href: path, always: true }}
      lead={t("settings.calendarLead")}
    >
      {whyNot ? <Note>{whyNot}</Note> : null}
      <HoursFields
        slug={slug}
        calendarKey={key}
        locked={!mayChange}
        timeZone={calendar.timeZone}
        hours={calendar.hours}
        zones={zoneChoices(calendar.timeZone)}
        weekdays={weekdayNames(locale, "long")}
      />
      <SettingsSection id="holidays" title={t("settings.holidays")}>
        <HolidayFields
          slug={slug}
          calendarKey={key}
          locked={!mayChange}
          holidays={calendar.holidays}
          countries={holidayCountries(locale)}
          regions={country === null ? [] : holidayRegions(country, locale)}
        />
        <NextHolidays days={coming.slice(0, NEXT_HOLIDAYS)} locale={locale} t={t} />
      </SettingsSection>
      <Year calendar={calendar} year={year} today={today} path={here} locale={locale} t={t} />
      <SettingsSection id="used-by" title={t("settings.usedBy")}>
        <p className="text-ft-2">{used}</p>
        {!mayChange ? null : teams + people > 0 || isDefault ? (
          <p className="text-ft-2">{t("settings.calendarInUse")}</p>
        ) : (
          <DeleteCalendar slug={slug} calendarKey={key} />
        )}
      </SettingsSection>
    </SettingsPage>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { SettingsPage } from "@/components/settings/settings-page";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Table } from "@/components/ui/table";
import { countCalendarUsers, listCalendars } from "@/db/queries/calendars";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { CreateCalendar } from "./create-calendar";
import { hoursText, placeText } from "./words";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.calendars") };
}

export default async function CalendarsPage({ params }: Props) {
  const view = await settingsView((await params).workspace, "edit_workflows");
  const { t, slug, workspaceId, locale, mayChange, whyNot, back } = view;
  const [calendars, users, workspace] = await Promise.all([
    listCalendars(ctx.db, workspaceId),
    countCalendarUsers(ctx.db, workspaceId),
    findWorkspace(ctx.db, workspaceId),
  ]);
  const columns = ["key", "workingHours", "holidays", "timeZone", "usedBy"] as const;
  return (
    <SettingsPage
      wide
      title={t("settings.calendars")}
      back={back}
      lead={t("settings.calendarsLead")}
      actions={mayChange ? <CreateCalendar slug={slug} /> : null}
    >
      {whyNot ? <Note>{whyNot}</Note> : null}
      {calendars.length === 0 ? (
        <EmptyState title={t("settings.calendarsEmpty")}>
          {t("settings.calendarsEmptyText")}
        </EmptyState>
      ) : (
        <div className="max-md:-mx-4">
          <Table
            caption={t("settings.calendars")}
            columns={columns.map((name) => ({ label: t(`settings.${name}`) }))}
          >
            {calendars.map(({ key, calendar }) => (
              <tr key={key}>
                <th scope="row" data-label={t("settings.key")}>
                  <Link
                    href={`/${slug}/settings/calendars/${encodeURIComponent(key)}`}
                    className="ft-row-link"
                  >
                    {key}
                  </Link>
                </th>
                <td data-label={t("settings.workingHours")}>
                  {hoursText(calendar.hours, locale, t)}
                </td>
                <td data-label={t("settings.holidays")}>{placeText(calendar, locale, t)}</td>
                <td data-label={t("settings.timeZone")}>{calendar.timeZone}</td>
                <td data-label={t("settings.usedBy")}>
                  {t("settings.calendarUsers", {
                    teams: users.get(key)?.teams ?? 0,
                    people: users.get(key)?.people ?? 0,
                    workspace: workspace?.calendar === key ? "yes" : "no",
                  })}
                </td>
              </tr>
            ))}
          </Table>
        </div>
      )}
    </SettingsPage>
  );
}

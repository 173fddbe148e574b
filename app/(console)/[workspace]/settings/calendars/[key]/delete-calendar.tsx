"use client";

import { DeleteKeyed } from "@/components/settings/delete-keyed";
import { useText } from "@/components/text/text-provider";
import { deleteCalendarAction } from "../actions";

export function DeleteCalendar({ slug, calendarKey: key }: { slug: string; calendarKey: string }) {
  const t = useText();
  return (
    <DeleteKeyed
      verb={t("settings.deleteCalendar")}
      title={t("settings.deleteNamed", { name: key })}
      path={`/${slug}/settings/calendars`}
      remove={() => deleteCalendarAction(slug, { key })}
    >
      {t("settings.deleteCalendarText")}
    </DeleteKeyed>
  );
}

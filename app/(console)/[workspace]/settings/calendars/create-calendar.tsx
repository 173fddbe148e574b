"use client";

import { CreateKeyed } from "@/components/settings/create-keyed";
import { useText } from "@/components/text/text-provider";
import { createCalendarAction } from "./actions";

export function CreateCalendar({ slug }: { slug: string }) {
  const t = useText();
  return (
    <CreateKeyed
      verb={t("settings.newCalendar")}
      path={`/${slug}/settings/calendars`}
      named={false}
      create={({ key }) => createCalendarAction(slug, { key })}
    />
  );
}

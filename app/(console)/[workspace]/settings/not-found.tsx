"use client";

import { useText } from "@/components/text/text-provider";
import { EmptyState } from "@/components/ui/empty-state";

export default function SettingsNotFound() {
  const t = useText();
  return (
    <div className="pt-4 md:px-6 lg:px-8">
      <h1 className="sr-only">{t("settings.title")}</h1>
      <EmptyState title={t("settings.notFoundTitle")}>{t("settings.notFoundText")}</EmptyState>
    </div>
  );
}

"use client";

import type { Failure } from "@/components/shell/load-failed";
import { useText } from "@/components/text/text-provider";
import { ErrorState } from "@/components/ui/error-state";
import { useRetry } from "@/components/ui/use-retry";

export default function SettingsFailed({ error, reset }: Failure) {
  const t = useText();
  const retry = useRetry(reset);
  return (
    <div className="pt-4 md:px-6 lg:px-8">
      <h1 className="sr-only">{t("settings.title")}</h1>
      <ErrorState title={t("settings.loadFailed")} errorId={error.digest} onRetry={retry}>
        {t("settings.loadFailedSafe")}
      </ErrorState>
    </div>
  );
}

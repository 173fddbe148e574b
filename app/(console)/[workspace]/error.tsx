"use client";

import { PageHeader } from "@/components/shell/page-header";
import { useText } from "@/components/text/text-provider";
import { ErrorState } from "@/components/ui/error-state";
import { useRetry } from "@/components/ui/use-retry";

export default function ConsoleError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const retry = useRetry(reset);
  const t = useText();
  return (
    <>
      <PageHeader title={t("shell.failedTitle")} />
      <div className="ft-page-body pt-4">
        <ErrorState title={t("shell.failedHere")} errorId={error.digest} onRetry={retry}>
          {t("shell.failedSafe")}
        </ErrorState>
      </div>
    </>
  );
}

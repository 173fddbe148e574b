"use client";

import { PageHeader } from "@/components/shell/page-header";
import { useText } from "@/components/text/text-provider";
import { ErrorState } from "@/components/ui/error-state";
import { useRetry } from "@/components/ui/use-retry";

export default function CaseError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useText();
  const retry = useRetry(reset);
  return (
    <>
      <PageHeader title={t("case.case")} />
      <div className="ft-page-body pt-4">
        <ErrorState title={t("case.couldNotLoad")} errorId={error.digest} onRetry={retry}>
          {t("case.stillFine")}
        </ErrorState>
      </div>
    </>
  );
}

"use client";

import { PageHeader } from "@/components/shell/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { useRetry } from "@/components/ui/use-retry";

export default function CaseError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const retry = useRetry(reset);
  return (
    <>
      <PageHeader title="Case" />
      <div className="ft-page-body pt-4">
        <ErrorState title="Could not load this case." errorId={error.digest} onRetry={retry}>
          The case itself is fine: it keeps running, and nothing you did to it is lost.
        </ErrorState>
      </div>
    </>
  );
}

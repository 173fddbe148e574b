"use client";

import { PageHeader } from "@/components/shell/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { useRetry } from "@/components/ui/use-retry";

export default function CasesError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const retry = useRetry(reset);
  return (
    <>
      <PageHeader title="Cases" />
      <div className="pt-4 md:px-6">
        <ErrorState title="Could not load cases." errorId={error.digest} onRetry={retry}>
          The cases themselves are fine: they keep running, and messages keep leaving.
        </ErrorState>
      </div>
    </>
  );
}

"use client";

import { PageHeader } from "@/components/shell/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { useRetry } from "@/components/ui/use-retry";

export default function LoadingFailed({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const retry = useRetry(reset);
  return (
    <>
      <PageHeader title="API keys" />
      <div className="pt-4 md:px-6">
        <ErrorState title="Could not load API keys." errorId={error.digest} onRetry={retry}>
          Only this view is affected: cases keep running, and messages keep leaving.
        </ErrorState>
      </div>
    </>
  );
}

"use client";

import { PageHeader } from "@/components/shell/page-header";
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
  return (
    <>
      <PageHeader title="This page did not load" />
      <div className="ft-page-body pt-4">
        <ErrorState title="Something failed on our side." errorId={error.digest} onRetry={retry}>
          Cases keep running and messages keep leaving; only this view is affected. Nothing you
          saved is lost.
        </ErrorState>
      </div>
    </>
  );
}

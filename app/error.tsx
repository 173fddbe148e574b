"use client";

import { Button } from "@/components/ui/button";
import { useRetry } from "@/components/ui/use-retry";

export default function RootError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const retry = useRetry(reset);
  return (
    <main className="ft-auth">
      <div className="ft-auth-panel" role="alert">
        <h1 className="ft-page-title">This page did not load</h1>
        <p className="mt-2 mb-5 text-ft-2">
          Something failed on our side, perhaps the database is not reachable. Running cases are
          kept and go on when it is back.
        </p>
        {error.digest ? (
          <p className="mb-5 text-xs text-ft-3">
            Error id <code>{error.digest}</code>
          </p>
        ) : null}
        <Button look="primary" onPress={retry}>
          Try again
        </Button>
      </div>
    </main>
  );
}

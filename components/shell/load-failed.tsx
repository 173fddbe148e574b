"use client";

import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { ErrorState } from "@/components/ui/error-state";
import { useRetry } from "@/components/ui/use-retry";
import { PageHeader } from "./page-header";

/** What an `error.tsx` gets. */
export type Failure = { error: Error & { digest?: string }; reset: () => void };

/** A list page whose rows could not be loaded: what failed, what is still safe, and a way to try again. */
export function LoadFailed({
  page,
  what,
  error,
  reset,
  children,
}: Failure & { page: string; what: string; children: ReactNode }) {
  const retry = useRetry(reset);
  const t = useText();
  return (
    <>
      <PageHeader title={page} />
      <div className="pt-4 md:px-6">
        <ErrorState title={t("ui.couldNotLoad", { what })} errorId={error.digest} onRetry={retry}>
          {children}
        </ErrorState>
      </div>
    </>
  );
}

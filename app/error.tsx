"use client";

import { useText } from "@/components/text/text-provider";
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
  const t = useText();
  return (
    <main className="ft-auth">
      <div className="ft-auth-panel" role="alert">
        <h1 className="ft-page-title">{t("shell.failedTitle")}</h1>
        <p className="mt-2 mb-5 text-ft-2">{t("shell.failedRoot")}</p>
        {error.digest ? (
          <p className="mb-5 text-xs text-ft-3">
            {t.rich("ui.errorId", {
              id: error.digest,
              code: (inner) => <code key="code">{inner}</code>,
            })}
          </p>
        ) : null}
        <Button look="primary" onPress={retry}>
          {t("common.tryAgain")}
        </Button>
      </div>
    </main>
  );
}

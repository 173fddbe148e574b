"use client";

import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "./button";
import { CopyButton } from "./copy-button";

/** In place, where the content would be: what failed, what is safe, what to do, and an id to quote. */
export function ErrorState({
  title,
  children,
  errorId,
  onRetry,
  actions,
}: {
  /** "Could not load messages." */
  title: string;
  /** What is still safe. */
  children?: ReactNode;
  errorId?: string | undefined;
  onRetry?: () => void;
  actions?: ReactNode;
}) {
  const t = useText();
  return (
    <div
      role="alert"
      className="border-y border-ft-subtle bg-ft-surface px-4 py-8 md:px-6 md:py-10"
    >
      <h2 className="flex items-center gap-2 text-base font-semibold">
        <TriangleAlert aria-hidden="true" size={16} className="text-ft-danger" />
        {title}
      </h2>
      {children ? <div className="ft-prose mt-1">{children}</div> : null}
      {errorId ? (
        <p className="mt-2 text-xs text-ft-3">
          {t.rich("ui.errorId", { id: errorId, code: (inner) => <code key="code">{inner}</code> })}
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-2">
        {onRetry ? (
          <Button look="primary" onPress={onRetry}>
            {t("common.tryAgain")}
          </Button>
        ) : null}
        {errorId ? <CopyButton text={errorId}>{t("ui.copyErrorId")}</CopyButton> : null}
        {actions}
      </div>
    </div>
  );
}

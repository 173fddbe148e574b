"use client";

import { PageHeader } from "@/components/shell/page-header";
import { useText } from "@/components/text/text-provider";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export default function ConsoleNotFound() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("shell.notFound")} />
      <div className="ft-page-body pt-4">
        <EmptyState
          title={t("shell.notFoundTitle")}
          actions={
            <ButtonLink href="/" look="primary">
              {t("shell.goToday")}
            </ButtonLink>
          }
        >
          {t("shell.notFoundBody")}
        </EmptyState>
      </div>
    </>
  );
}

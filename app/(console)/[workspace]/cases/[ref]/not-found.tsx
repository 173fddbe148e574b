"use client";

import { PageHeader } from "@/components/shell/page-header";
import { useText } from "@/components/text/text-provider";
import { EmptyState } from "@/components/ui/empty-state";

export default function CaseNotFound() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("case.notFound")} />
      <div className="ft-page-body pt-4">
        <EmptyState title={t("case.notFoundTitle")}>{t("case.notFoundNote")}</EmptyState>
      </div>
    </>
  );
}

"use client";

import { PageHeader } from "@/components/shell/page-header";
import { useText } from "@/components/text/text-provider";
import { EmptyState } from "@/components/ui/empty-state";

export default function WorkflowNotFound() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("workflows.notFound")} />
      <div className="ft-page-body pt-4">
        <EmptyState title={t("workflows.notFoundTitle")}>{t("workflows.notFoundBody")}</EmptyState>
      </div>
    </>
  );
}

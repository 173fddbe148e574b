"use client";

import { PageHeader } from "@/components/shell/page-header";
import { useText } from "@/components/text/text-provider";
import { EmptyState } from "@/components/ui/empty-state";

export default function TemplateNotFound() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("contents.notFound")} />
      <div className="ft-page-body pt-4">
        <EmptyState title={t("contents.notFound")}>{t("contents.notFoundBody")}</EmptyState>
      </div>
    </>
  );
}

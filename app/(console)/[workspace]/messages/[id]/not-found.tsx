"use client";

import { PageHeader } from "@/components/shell/page-header";
import { useText } from "@/components/text/text-provider";
import { EmptyState } from "@/components/ui/empty-state";

export default function MessageNotFound() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("messages.notFound")} />
      <div className="ft-page-body pt-4">
        <EmptyState title={t("messages.notFoundTitle")}>{t("messages.notFoundBody")}</EmptyState>
      </div>
    </>
  );
}

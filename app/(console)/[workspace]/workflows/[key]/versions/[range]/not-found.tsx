"use client";

import { PageHeader } from "@/components/shell/page-header";
import { useText } from "@/components/text/text-provider";
import { EmptyState } from "@/components/ui/empty-state";

export default function NoSuchComparison() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("versions.noSuch")} />
      <div className="ft-page-body pt-4">
        <EmptyState title={t("versions.noSuch")}>{t("versions.noSuchBody")}</EmptyState>
      </div>
    </>
  );
}

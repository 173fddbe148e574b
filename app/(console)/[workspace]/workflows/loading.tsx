"use client";

import { PageHeader } from "@/components/shell/page-header";
import { useText } from "@/components/text/text-provider";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("shell.workflows")} />
      <div className="pt-4 md:px-6">
        <SkeletonRows rows={10} label={t("workflows.loading")} />
      </div>
    </>
  );
}

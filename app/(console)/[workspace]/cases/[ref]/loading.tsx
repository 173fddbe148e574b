"use client";

import { PageHeader } from "@/components/shell/page-header";
import { useText } from "@/components/text/text-provider";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useText();
  return (
    <>
      <PageHeader title={<Skeleton width={220} height={24} />}>
        <Skeleton width={320} height={20} />
      </PageHeader>
      <div className="ft-page-body grid gap-4 pt-4 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="grid gap-4">
          <Skeleton height={120} />
          <SkeletonRows rows={8} label={t("case.loading")} />
        </div>
        <Skeleton height={400} />
      </div>
    </>
  );
}

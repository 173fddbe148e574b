"use client";

import { useText } from "@/components/text/text-provider";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div className="px-4 pt-16 md:px-6 lg:px-8">
      <SkeletonRows rows={8} label={useText()("settings.loading")} />
    </div>
  );
}

"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { arrived, useLateArrival } from "./arrival";

const ROWS = 12;

/**
 * Stands over the page that is left while the next one is late. Not a loading file of Next's: React
 * keeps such a fallback for 300 ms once it is shown, which would make every quick page slow.
 */
export function Arriving() {
  const path = usePathname();
  const isLate = useLateArrival();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what says that one has arrived.
  useEffect(() => arrived(), [path]);
  if (!isLate) return null;
  return (
    <div className="ft-arriving">
      <div className="ft-page-header border-b border-ft-subtle">
        <Skeleton width={160} height={20} />
      </div>
      <div className="ft-page-body pt-4">
        <SkeletonRows rows={ROWS} />
      </div>
    </div>
  );
}

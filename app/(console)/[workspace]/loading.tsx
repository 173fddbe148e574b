import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <div className="ft-page-header border-b border-ft-subtle">
        <Skeleton width={160} height={20} />
      </div>
      <div className="ft-page-body pt-4">
        <SkeletonRows />
      </div>
    </>
  );
}

import { PageHeader } from "@/components/shell/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title="Cases" />
      <div className="pt-4 md:px-6">
        <SkeletonRows rows={12} label="Loading cases" />
      </div>
    </>
  );
}

import { PageHeader } from "@/components/shell/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title="Messages" />
      <div className="pt-4 md:px-6">
        <SkeletonRows rows={10} label="Loading messages" />
      </div>
    </>
  );
}

import { PageHeader } from "@/components/shell/page-header";
import { Say } from "@/components/text/say";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title={<Say text="teams.team" />} />
      <div className="ft-page-body grid gap-4 pt-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <SkeletonRows rows={10} />
        <SkeletonRows rows={6} />
      </div>
    </>
  );
}

import { PageHeader } from "@/components/shell/page-header";
import { Say } from "@/components/text/say";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title={<Say text="shell.events" />} />
      <div className="pt-4 md:px-6">
        <SkeletonRows rows={10} />
      </div>
    </>
  );
}

import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";

export default function CaseNotFound() {
  return (
    <>
      <PageHeader title="No such case" />
      <div className="ft-page-body pt-4">
        <EmptyState title="There is no case with this number or id here.">
          Cases are never deleted, so the number is of another workspace or mistyped. A number looks
          like C-1042. Switch the workspace at the top, or look for the case in the list.
        </EmptyState>
      </div>
    </>
  );
}

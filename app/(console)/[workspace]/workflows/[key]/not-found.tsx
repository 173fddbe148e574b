import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";

export default function WorkflowNotFound() {
  return (
    <>
      <PageHeader title="No such workflow" />
      <div className="ft-page-body pt-4">
        <EmptyState title="There is no workflow with this key here.">
          It was never made, was deleted before it had a case, or belongs to another workspace. Look
          for it in the list of workflows.
        </EmptyState>
      </div>
    </>
  );
}

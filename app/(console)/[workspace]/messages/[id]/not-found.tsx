import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";

export default function MessageNotFound() {
  return (
    <>
      <PageHeader title="No such message" />
      <div className="ft-page-body pt-4">
        <EmptyState title="There is no message with this id here.">
          Messages are never deleted, so the id is of another workspace or mistyped. Look for it in
          the list of messages, or on the page of its case.
        </EmptyState>
      </div>
    </>
  );
}

import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";

export default function PersonNotFound() {
  return (
    <>
      <PageHeader title="No such person" />
      <div className="ft-page-body pt-4">
        <EmptyState title="There is nobody with this id here.">
          They were erased, never named by an event, or belong to another workspace. Look for them
          in the list of people.
        </EmptyState>
      </div>
    </>
  );
}

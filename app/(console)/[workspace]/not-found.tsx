import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export default function ConsoleNotFound() {
  return (
    <>
      <PageHeader title="Not found" />
      <div className="ft-page-body pt-4">
        <EmptyState
          title="There is nothing at this address."
          actions={
            <ButtonLink href="/" look="primary">
              Go to cases
            </ButtonLink>
          }
        >
          It may have been deleted, or belong to another workspace. Check the address, or look for
          it in its list.
        </EmptyState>
      </div>
    </>
  );
}

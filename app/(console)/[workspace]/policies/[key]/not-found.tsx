import { NotFoundBody } from "@/components/people/not-found-body";
import { PageHeader } from "@/components/shell/page-header";
import { Say } from "@/components/text/say";

export default function PolicyNotFound() {
  return (
    <>
      <PageHeader title={<Say text="policies.notFoundTitle" />} />
      <div className="ft-page-body pt-4">
        <NotFoundBody title="policies.notFoundLine" body="policies.notFoundBody" />
      </div>
    </>
  );
}

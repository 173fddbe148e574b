import { NotFoundBody } from "@/components/people/not-found-body";
import { PageHeader } from "@/components/shell/page-header";
import { Say } from "@/components/text/say";

export default function PersonNotFound() {
  return (
    <>
      <PageHeader title={<Say text="people.notFoundTitle" />} />
      <div className="ft-page-body pt-4">
        <NotFoundBody title="people.notFoundLine" body="people.notFoundBody" />
      </div>
    </>
  );
}

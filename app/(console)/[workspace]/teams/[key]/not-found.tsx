import { NotFoundBody } from "@/components/people/not-found-body";
import { PageHeader } from "@/components/shell/page-header";
import { Say } from "@/components/text/say";

export default function TeamNotFound() {
  return (
    <>
      <PageHeader title={<Say text="teams.notFoundTitle" />} />
      <div className="ft-page-body pt-4">
        <NotFoundBody title="teams.notFoundLine" body="teams.notFoundBody" />
      </div>
    </>
  );
}

import { NotFoundBody } from "@/components/people/not-found-body";
import { PageHeader } from "@/components/shell/page-header";
import { Say } from "@/components/text/say";

export default function EventNotFound() {
  return (
    <>
      <PageHeader title={<Say text="events.notFoundTitle" />} />
      <div className="ft-page-body pt-4">
        <NotFoundBody title="events.notFoundLine" body="events.notFoundBody" />
      </div>
    </>
  );
}

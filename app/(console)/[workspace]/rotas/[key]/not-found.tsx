import { NotFoundBody } from "@/components/people/not-found-body";
import { PageHeader } from "@/components/shell/page-header";
import { Say } from "@/components/text/say";

export default function RotaNotFound() {
  return (
    <>
      <PageHeader title={<Say text="rotas.notFoundTitle" />} />
      <div className="ft-page-body pt-4">
        <NotFoundBody title="rotas.notFoundLine" body="rotas.notFoundBody" />
      </div>
    </>
  );
}

import { PageHeader } from "@/components/shell/page-header";
import { Note } from "@/components/ui/note";
import { IMPORT_ROWS_MAX } from "@/server/people/read-people-csv";
import { forbiddenText } from "../forbidden-text";
import type { PageView } from "../page-view";
import { ImportWizard } from "./import-wizard";

/** From a file to people: choose, look at what would happen, import. */
export function ImportPage({ view }: { view: PageView }) {
  const { slug, t } = view;
  const forbidden = forbiddenText(view, "edit_workflows");
  return (
    <>
      <PageHeader
        trail={[{ label: t("shell.people"), href: `/${slug}/people` }]}
        title={t("people.importTitle")}
      />
      <div className="ft-page-body pt-4">
        {forbidden ? (
          <Note tone="due">{forbidden}</Note>
        ) : (
          <ImportWizard slug={slug} rowsMax={IMPORT_ROWS_MAX} />
        )}
      </div>
    </>
  );
}

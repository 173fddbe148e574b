import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Note } from "@/components/ui/note";
import { YAML_CHARS_MAX } from "@/server/http/parse-body";
import { FILE_CHARS_MAX } from "@/server/workflows/read-workflow-file";
import { forbiddenText } from "../../../forbidden-text";
import { pageView } from "../../../page-view";
import { ImportForm } from "./import-form";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("newworkflow.importTitle") };
}

export default async function WorkflowImportPage({ params }: Props) {
  const view = await pageView((await params).workspace);
  const { slug, t } = view;
  const forbidden = forbiddenText(view, "edit_workflows");
  return (
    <>
      <PageHeader
        trail={[
          { label: t("shell.workflows"), href: `/${slug}/workflows` },
          { label: t("newworkflow.title"), href: `/${slug}/workflows/new` },
        ]}
        title={t("newworkflow.importTitle")}
      />
      <div className="ft-page-body grid gap-4 pt-4">
        <p className="ft-prose">
          {t.rich("newworkflow.importLead", {
            code: (inner) => <code key={String(inner)}>{inner}</code>,
          })}
        </p>
        {forbidden ? (
          <Note tone="due">{forbidden}</Note>
        ) : (
          <ImportForm slug={slug} charsMax={FILE_CHARS_MAX} yamlCharsMax={YAML_CHARS_MAX} />
        )}
      </div>
    </>
  );
}

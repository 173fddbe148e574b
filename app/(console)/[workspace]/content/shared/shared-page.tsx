import type { ReactNode } from "react";
import type { ContentPreviewProps } from "@/components/contents/content-preview";
import { PageHeader } from "@/components/shell/page-header";
import { Note } from "@/components/ui/note";
import { variablesFor } from "@/core/workflow/variables-for";
import { ctx } from "@/server/boot";
import { messageSender } from "@/server/templates/message-sender";
import { loadEditorFacts } from "@/server/workflows/editor-facts";
import { forbiddenText } from "../../forbidden-text";
import type { PageView } from "../../page-view";
import type { SharedKind } from "./shared-list";

/** What a workshop works with, whatever it makes. */
export type WorkshopProps = {
  slug: string;
  shown: Omit<ContentPreviewProps, "draft">;
  /** Languages beside the workspace's own. */
  languages: readonly string[];
  readOnly: boolean;
};

/** The page of one thing that messages share. */
export async function SharedPage({
  view,
  kind,
  title,
  remove,
  workshop,
}: {
  view: PageView;
  kind: SharedKind;
  title: string;
  remove: ReactNode;
  workshop: (props: WorkshopProps) => ReactNode;
}) {
  const { t, slug, workspaceId, now } = view;
  const [facts, sender] = await Promise.all([
    loadEditorFacts(ctx, workspaceId, { definition: null }),
    messageSender(ctx, workspaceId),
  ]);
  const whyNot = forbiddenText(view, "edit_workflows");
  const { locale, timeZone, languages = [] } = facts.workspace;
  return (
    <>
      <PageHeader
        title={title}
        trail={[
          { label: t("contents.page"), href: `/${slug}/content` },
          { label: t(`layouts.${kind}`), href: `/${slug}/content/shared/${kind}` },
        ]}
        actions={whyNot ? null : remove}
      />
      <div className="ft-page-body grid gap-4 pt-4">
        {whyNot ? <Note>{whyNot}</Note> : null}
        {workshop({
          slug,
          shown: {
            variables: variablesFor(null, facts, now),
            people: facts.people,
            workspace: { locale, timeZone },
            sender,
            topic: null,
            now,
          },
          languages: languages.filter((tag) => tag !== locale),
          readOnly: whyNot !== null,
        })}
      </div>
    </>
  );
}

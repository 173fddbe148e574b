import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { Note } from "@/components/ui/note";
import { Key } from "@/core/ids";
import { variablesFor } from "@/core/workflow/variables-for";
import { findKeyed } from "@/db/queries/keyed";
import { ctx } from "@/server/boot";
import { messageSender } from "@/server/templates/message-sender";
import { loadEditorFacts } from "@/server/workflows/editor-facts";
import { forbiddenText } from "../../../../forbidden-text";
import { pageView } from "../../../../page-view";
import { DeleteSnippet } from "./delete-snippet";
import { SnippetWorkshop } from "./snippet-workshop";

type Props = { params: Promise<{ workspace: string; key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).key) };
}

export default async function SnippetPage({ params }: Props) {
  const { workspace, key: given } = await params;
  const view = await pageView(workspace);
  const { t, slug, workspaceId, now } = view;
  const key = Key.safeParse(decodeURIComponent(given)).data ?? notFound();
  const row = await findKeyed(ctx.db, workspaceId, "snippets", key);
  if (!row) notFound();
  const [facts, sender] = await Promise.all([
    loadEditorFacts(ctx, workspaceId, { definition: null }),
    messageSender(ctx, workspaceId),
  ]);
  const whyNot = forbiddenText(view, "edit_workflows");
  const { locale, timeZone, languages = [] } = facts.workspace;
  return (
    <>
      <PageHeader
        title={key}
        trail={[
          { label: t("contents.page"), href: `/${slug}/content` },
          { label: t("layouts.snippets"), href: `/${slug}/content/shared/snippets` },
        ]}
        actions={whyNot ? null : <DeleteSnippet slug={slug} snippetKey={key} />}
      />
      <div className="ft-page-body grid gap-4 pt-4">
        {whyNot ? <Note>{whyNot}</Note> : null}
        <SnippetWorkshop
          key={key}
          slug={slug}
          snippetKey={key}
          saved={row.snippet}
          shown={{
            variables: variablesFor(null, facts, now),
            people: facts.people,
            workspace: { locale, timeZone },
            sender,
            topic: null,
            now,
          }}
          languages={languages.filter((tag) => tag !== locale)}
          readOnly={whyNot !== null}
        />
      </div>
    </>
  );
}

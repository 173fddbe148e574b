import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Key } from "@/core/ids";
import { findKeyed } from "@/db/queries/keyed";
import { ctx } from "@/server/boot";
import { pageView } from "../../../../page-view";
import { SharedPage } from "../../shared-page";
import { DeleteSnippet } from "./delete-snippet";
import { SnippetWorkshop } from "./snippet-workshop";

type Props = { params: Promise<{ workspace: string; key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).key) };
}

export default async function SnippetPage({ params }: Props) {
  const { workspace, key: given } = await params;
  const view = await pageView(workspace);
  const key = Key.safeParse(decodeURIComponent(given)).data ?? notFound();
  const { snippet } = (await findKeyed(ctx.db, view.workspaceId, "snippets", key)) ?? notFound();
  return (
    <SharedPage
      view={view}
      kind="snippets"
      title={key}
      remove={<DeleteSnippet slug={view.slug} snippetKey={key} />}
      workshop={(props) => (
        <SnippetWorkshop key={key} {...props} snippetKey={key} saved={snippet} />
      )}
    />
  );
}

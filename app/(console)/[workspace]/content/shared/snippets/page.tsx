import type { Metadata } from "next";
import { SNIPPETS_MAX } from "@/core/template/snippet";
import { listKeyed } from "@/db/queries/keyed";
import { ctx } from "@/server/boot";
import { pageView } from "../../../page-view";
import { SharedList } from "../shared-list";
import { NewSnippet } from "./new-snippet";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("layouts.snippets") };
}

export default async function SnippetsPage({ params }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, workspaceId } = view;
  const { rows } = await listKeyed(ctx.db, workspaceId, "snippets", { limit: SNIPPETS_MAX });
  return (
    <SharedList
      view={view}
      kind="snippets"
      besideLabel={t("contents.beginsWith")}
      rows={rows.map(({ key, snippet, updatedAt }) => ({
        key,
        beside: <span className="text-ft-2">{beginning(snippet.text)}</span>,
        locales: snippet.locales,
        updatedAt,
      }))}
      create={<NewSnippet slug={slug} />}
    />
  );
}

const WORDS_SHOWN_CHARS = 80;

const beginning = (text: string): string =>
  text.length > WORDS_SHOWN_CHARS ? `${text.slice(0, WORDS_SHOWN_CHARS - 1)}…` : text;

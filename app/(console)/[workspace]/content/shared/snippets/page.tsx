import type { Metadata } from "next";
import Link from "next/link";
import { KindsNav } from "@/components/contents/kinds-nav";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { SNIPPETS_MAX } from "@/core/template/snippet";
import { listKeyed } from "@/db/queries/keyed";
import { ctx } from "@/server/boot";
import { forbiddenText } from "../../../forbidden-text";
import { pageView } from "../../../page-view";
import { NewSnippet } from "./new-snippet";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("layouts.snippets") };
}

export default async function SnippetsPage({ params }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, workspaceId, locale, viewerZone, now, ticking } = view;
  const { rows } = await listKeyed(ctx.db, workspaceId, "snippets", { limit: SNIPPETS_MAX });
  const forbidden = forbiddenText(view, "edit_workflows");
  return (
    <>
      <PageHeader
        title={t("layouts.snippets")}
        actions={
          forbidden ? (
            <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>
          ) : (
            <NewSnippet slug={slug} />
          )
        }
      />
      <div className="ft-page-body grid gap-4 pt-4">
        <KindsNav t={t} slug={slug} kind="snippets" />
        <p className="ft-prose">{t("layouts.snippetsLead")}</p>
        {rows.length === 0 ? (
          <EmptyState title={t("layouts.snippetsEmpty")}>
            {t("layouts.snippetsEmptyBody")}
          </EmptyState>
        ) : (
          <Table
            caption={t("layouts.snippets")}
            columns={[
              { label: t("contents.key") },
              { label: t("contents.beginsWith") },
              { label: t("contents.languages") },
              { label: t("contents.changed") },
            ]}
          >
            {rows.map(({ key, snippet, updatedAt }) => (
              <tr key={key}>
                <th scope="row" data-label={t("contents.key")}>
                  <Link
                    href={`/${slug}/content/shared/snippets/${encodeURIComponent(key)}`}
                    className="ft-row-link"
                  >
                    {key}
                  </Link>
                </th>
                <td data-label={t("contents.beginsWith")} className="text-ft-2">
                  {beginning(snippet.text)}
                </td>
                <td data-label={t("contents.languages")}>
                  {Object.keys(snippet.locales ?? {}).join(", ") || "–"}
                </td>
                <td data-label={t("contents.changed")}>
                  <Time at={updatedAt} {...{ viewerZone, now, locale, ticking }} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </>
  );
}

const WORDS_SHOWN_CHARS = 80;

const beginning = (text: string): string =>
  text.length > WORDS_SHOWN_CHARS ? `${text.slice(0, WORDS_SHOWN_CHARS - 1)}…` : text;

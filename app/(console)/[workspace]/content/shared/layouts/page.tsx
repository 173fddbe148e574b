import type { Metadata } from "next";
import Link from "next/link";
import { KindsNav } from "@/components/contents/kinds-nav";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { LAYOUTS_MAX } from "@/core/template/email-layout";
import { listKeyed } from "@/db/queries/keyed";
import { ctx } from "@/server/boot";
import { forbiddenText } from "../../../forbidden-text";
import { pageView } from "../../../page-view";
import { NewLayout } from "./new-layout";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("layouts.layouts") };
}

export default async function LayoutsPage({ params }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, workspaceId, locale, viewerZone, now, ticking } = view;
  const { rows } = await listKeyed(ctx.db, workspaceId, "layouts", { limit: LAYOUTS_MAX });
  const forbidden = forbiddenText(view, "edit_workflows");
  return (
    <>
      <PageHeader
        title={t("layouts.layouts")}
        actions={
          forbidden ? (
            <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>
          ) : (
            <NewLayout slug={slug} />
          )
        }
      />
      <div className="ft-page-body grid gap-4 pt-4">
        <KindsNav t={t} slug={slug} kind="layouts" />
        <p className="ft-prose">{t("layouts.layoutsLead")}</p>
        {rows.length === 0 ? (
          <EmptyState title={t("layouts.layoutsEmpty")}>{t("layouts.layoutsEmptyBody")}</EmptyState>
        ) : (
          <Table
            caption={t("layouts.layouts")}
            columns={[
              { label: t("contents.key") },
              { label: t("settings.name") },
              { label: t("contents.languages") },
              { label: t("contents.changed") },
            ]}
          >
            {rows.map(({ key, layout, updatedAt }) => (
              <tr key={key}>
                <th scope="row" data-label={t("contents.key")}>
                  <Link
                    href={`/${slug}/content/shared/layouts/${encodeURIComponent(key)}`}
                    className="ft-row-link"
                  >
                    {key}
                  </Link>
                </th>
                <td data-label={t("settings.name")}>{layout.name}</td>
                <td data-label={t("contents.languages")}>
                  {Object.keys(layout.locales ?? {}).join(", ") || "–"}
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

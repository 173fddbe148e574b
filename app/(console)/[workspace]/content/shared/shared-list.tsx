import Link from "next/link";
import type { ReactNode } from "react";
import { KindsNav } from "@/components/contents/kinds-nav";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { forbiddenText } from "../../forbidden-text";
import type { PageView } from "../../page-view";

export type SharedKind = "snippets" | "layouts";

type SharedRow = {
  key: string;
  /** What stands beside the key: a name, or the first words. */
  beside: ReactNode;
  locales: Readonly<Record<string, unknown>> | undefined;
  updatedAt: Date;
};

/** All there are of one kind of content that messages share, and the button for another. */
export async function SharedList({
  view,
  kind,
  besideLabel,
  rows,
  create,
}: {
  view: PageView;
  kind: SharedKind;
  besideLabel: string;
  rows: readonly SharedRow[];
  create: ReactNode;
}) {
  const { t, slug, workspaceId, locale, viewerZone, now, ticking } = view;
  const home = (await findWorkspace(ctx.db, workspaceId))?.locale ?? "en";
  const forbidden = forbiddenText(view, "edit_workflows");
  const name = t(`layouts.${kind}`);
  const key = t("contents.key");
  const languages = t("contents.languages");
  const changed = t("contents.changed");
  return (
    <>
      <PageHeader
        title={name}
        actions={
          forbidden ? <span className="max-w-80 text-xs text-ft-3">{forbidden}</span> : create
        }
      />
      <div className="ft-page-body grid gap-4 pt-4">
        <KindsNav t={t} slug={slug} kind={kind} />
        <p className="ft-prose">{t(`layouts.${kind}Lead`)}</p>
        {rows.length === 0 ? (
          <EmptyState title={t(`layouts.${kind}Empty`)}>{t(`layouts.${kind}EmptyBody`)}</EmptyState>
        ) : (
          <Table
            caption={name}
            columns={[key, besideLabel, languages, changed].map((label) => ({ label }))}
          >
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" data-label={key}>
                  <Link
                    href={`/${slug}/content/shared/${kind}/${encodeURIComponent(row.key)}`}
                    className="ft-row-link"
                  >
                    {row.key}
                  </Link>
                </th>
                <td data-label={besideLabel}>{row.beside}</td>
                <td data-label={languages}>
                  {[home, ...Object.keys(row.locales ?? {})].join(", ")}
                </td>
                <td data-label={changed}>
                  <Time at={row.updatedAt} {...{ viewerZone, now, locale, ticking }} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </>
  );
}

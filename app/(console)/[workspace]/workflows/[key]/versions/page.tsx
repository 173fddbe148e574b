import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { MoreLink } from "@/components/ui/more-link";
import { Note } from "@/components/ui/note";
import { StateBadge } from "@/components/ui/state-badge";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { ResolvedShare } from "@/components/workflows/resolved-share";
import { may, missingRoleText } from "@/core/operator/role";
import { differencesOf } from "@/core/workflow/compare/differences";
import { findOperatorNames } from "@/db/queries/operator-names";
import { countByVersion, countOutcomes } from "@/db/queries/workflow-counts";
import { findVersion, listVersions, type VersionRow } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { type PageView, pageView } from "../../../page-view";
import { operatorsIn, publishedByText } from "../published-by";
import { workflowOf } from "../workflow-of";
import { VersionsParams } from "./search-params";
import { VersionActions } from "./version-actions";

const VERSIONS_SHOWN = 25;

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, key } = await params;
  const { workspaceId, t } = await pageView(workspace);
  const { workflow } = await workflowOf(workspaceId, key);
  return { title: t("versions.titleOf", { name: workflow.name }) };
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const { workspace, key } = await params;
  const view = await pageView(workspace);
  const { workspaceId, slug, member, t } = view;
  const { workflow } = await workflowOf(workspaceId, key);
  const { cursor } = VersionsParams.parse(await searchParams);
  const loaded = await loadVersions(view, workflow.key, cursor);
  const { rows, nextCursor } = loaded;
  const path = `/${slug}/workflows/${encodeURIComponent(workflow.key)}`;
  const mayEdit = may(member.role, "edit_workflows");
  const newest = cursor === undefined ? (rows[0]?.version ?? 0) : (workflow.liveVersion ?? 0);
  const columns = [
    { label: t("versions.version") },
    { label: t("versions.published") },
    { label: t("versions.changes") },
    { label: t("versions.open"), number: true },
    { label: t("versions.resolved"), number: true },
    { label: t("versions.actions"), hidden: true },
  ];
  return (
    <>
      <PageHeader
        trail={[
          { label: t("shell.workflows"), href: `/${slug}/workflows` },
          { label: workflow.name, href: path },
        ]}
        title={t("versions.title")}
      />
      <div className="ft-page-body grid gap-4 pt-4">
        {mayEdit ? null : <Note>{missingRoleText(member.role, "edit_workflows")}</Note>}
        {workflow.draft === null ? null : (
          <Note>
            <Link href={`${path}?version=draft`} className="ft-link">
              {t("versions.draftNow")}
            </Link>
            {workflow.liveVersion === null ? null : (
              <>
                {" · "}
                <Link href={`${path}/versions/${workflow.liveVersion}...draft`} className="ft-link">
                  {t("versions.compareLive", { version: workflow.liveVersion })}
                </Link>
              </>
            )}
          </Note>
        )}
        {rows.length === 0 ? (
          <EmptyState title={t("versions.none")}>{t("versions.noneBody")}</EmptyState>
        ) : (
          <div className="min-w-0 max-md:-mx-4">
            <Table caption={t("versions.titleOf", { name: workflow.name })} columns={columns}>
              {rows.map((row) => (
                <tr key={row.version}>
                  <VersionCells
                    row={row}
                    path={path}
                    view={view}
                    loaded={loaded}
                    live={workflow.liveVersion}
                  />
                  <td className="text-end">
                    <VersionActions
                      {...{ slug, path, newest, mayEdit }}
                      workflow={workflow.key}
                      version={row.version}
                      liveVersion={workflow.liveVersion}
                      hasDraft={workflow.draft !== null}
                      revision={workflow.revision}
                    />
                  </td>
                </tr>
              ))}
            </Table>
          </div>
        )}
        <p className="text-ft-3">{t("versions.wordsNotKept")}</p>
        <MoreLink
          noun={t("versions.what")}
          nextHref={
            nextCursor ? `${path}/versions?cursor=${encodeURIComponent(nextCursor)}` : undefined
          }
          firstHref={cursor === undefined ? undefined : `${path}/versions`}
        />
      </div>
    </>
  );
}

async function loadVersions({ workspaceId, locale }: PageView, key: string, cursor?: string) {
  const { rows, nextCursor } = await listVersions(ctx.db, workspaceId, key, {
    limit: VERSIONS_SHOWN,
    cursor,
  });
  const last = rows.at(-1)?.version ?? 0;
  const [before, open, outcomes, names] = await Promise.all([
    last > 1 ? findVersion(ctx.db, workspaceId, key, last - 1) : undefined,
    countByVersion(ctx.db, workspaceId, key),
    countOutcomes(ctx.db, workspaceId, key),
    findOperatorNames(ctx.db, workspaceId, operatorsIn(rows.map((row) => row.publishedBy))),
  ]);
  const changes = new Map(
    rows.flatMap((row, place) => {
      const previous = rows[place + 1] ?? before;
      if (!previous) return [];
      const found = differencesOf(previous.definition, row.definition, { locale });
      return [[row.version, { n: found.length, from: previous.version }] as const];
    }),
  );
  return { rows, nextCursor, open, outcomes, names, changes };
}

function VersionCells({
  row: { version, note, restoredFrom, publishedAt, publishedBy },
  live,
  path,
  view: { t, locale, now, viewerZone },
  loaded: { changes, open, outcomes, names },
}: {
  row: VersionRow;
  live: number | null;
  path: string;
  view: PageView;
  loaded: Awaited<ReturnType<typeof loadVersions>>;
}) {
  const who = publishedByText(publishedBy, names, t);
  const change = changes.get(version);
  const outcome = outcomes.get(version);
  return (
    <>
      <th scope="row" data-label={t("versions.version")} className="font-normal">
        <span className="grid gap-0.5 max-md:justify-items-end">
          <span className="flex flex-wrap items-center gap-x-2">
            <Link href={`${path}?version=${version}`} className="ft-link font-semibold">
              v{version}
            </Link>
            {version === live ? <StateBadge state="live" /> : null}
            {restoredFrom === null ? null : (
              <span className="text-ft-2">
                {t("versions.restoredFrom", { version: restoredFrom })}
              </span>
            )}
          </span>
          {note ? <span className="[overflow-wrap:anywhere]">{note}</span> : null}
        </span>
      </th>
      <td data-label={t("versions.published")}>
        <span>
          <Time at={publishedAt} {...{ now, viewerZone, locale }} />
          {who ? <span className="text-ft-3">, {who}</span> : null}
        </span>
      </td>
      <td data-label={t("versions.changes")}>
        {change ? (
          <Link href={`${path}/versions/${change.from}...${version}`} className="ft-link">
            {t("versions.nChanges", { n: change.n })}
          </Link>
        ) : (
          <span className="text-ft-3">{t("versions.first")}</span>
        )}
      </td>
      <td data-label={t("versions.open")} className="ft-number">
        {new Intl.NumberFormat(locale).format(open.get(version) ?? 0)}
      </td>
      <td data-label={t("versions.resolved")} className="ft-number">
        <ResolvedShare resolved={outcome?.resolved ?? 0} settled={outcome?.settled ?? 0} />
      </td>
    </>
  );
}

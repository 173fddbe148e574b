import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Document } from "@/components/workflows/document";
import { WorkflowBadge } from "@/components/workflows/workflow-badge";
import { may } from "@/core/operator/role";
import { withoutAccepted } from "@/core/workflow/problems/accepted";
import { findNames } from "@/db/queries/names";
import { countAtSteps, countByVersion } from "@/db/queries/workflow-counts";
import { findVersion, listVersions } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { problemsOf } from "@/server/workflows/problems-of";
import { pageView } from "../../page-view";
import { byStep, countText, DraftProblems } from "./draft-problems";
import { WorkflowParams } from "./search-params";
import { Versions } from "./version-list";
import { WorkflowActions } from "./workflow-actions";
import { workflowOf } from "./workflow-of";

const VERSIONS_SHOWN = 5;

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, key } = await params;
  const { workspaceId } = await pageView(workspace);
  return { title: (await workflowOf(workspaceId, key)).workflow.name };
}

export default async function WorkflowPage({ params, searchParams }: Props) {
  const { workspace, key } = await params;
  const view = await pageView(workspace);
  const { workspaceId, slug, member, t } = view;
  const { workflow, live } = await workflowOf(workspaceId, key);
  const given = WorkflowParams.parse(await searchParams).version;
  const isDraft = given === "draft" || (given === undefined && live === null);
  const number = isDraft ? null : (given ?? workflow.liveVersion);
  const version =
    typeof number === "number"
      ? await findVersion(ctx.db, workspaceId, workflow.key, number)
      : undefined;
  const definition = isDraft ? workflow.draft : version?.definition;
  const [versions, perVersion, counts, names, found] = await Promise.all([
    listVersions(ctx.db, workspaceId, workflow.key, { limit: VERSIONS_SHOWN }),
    countByVersion(ctx.db, workspaceId, workflow.key),
    typeof number === "number"
      ? countAtSteps(ctx.db, workspaceId, workflow.key, number)
      : new Map<string, number>(),
    findNames(ctx.db, workspaceId, []),
    workflow.draft === null
      ? []
      : problemsOf(ctx, workspaceId, workflow.draft, workflow.draftTemplates, view.locale),
  ]);
  const { open: problems, accepted } =
    workflow.draft === null
      ? { open: [], accepted: [] }
      : withoutAccepted(found, workflow.draft, workflow.acceptedChecks);
  const mayEdit = may(member.role, "edit_workflows");
  const path = `/${slug}/workflows/${encodeURIComponent(workflow.key)}`;
  const shownVersion = isDraft ? "draft" : String(number);
  const exportHref = (format: string) => `${path}/export?version=${shownVersion}&format=${format}`;
  const casesAt = (stage: string) =>
    `/${slug}/cases?status=open&workflow=${encodeURIComponent(workflow.key)}&stage=${encodeURIComponent(stage)}`;
  return (
    <>
      <PageHeader
        trail={[{ label: t("shell.workflows"), href: `/${slug}/workflows` }]}
        title={workflow.name}
        actions={
          <WorkflowActions
            slug={slug}
            workflow={workflow.key}
            name={workflow.name}
            status={workflow.status}
            next={workflow.draft === null ? null : (versions.rows[0]?.version ?? 0) + 1}
            mayEdit={mayEdit}
            mayAct={may(member.role, "act_on_cases")}
            exports={{ json: exportHref("json"), yaml: exportHref("yaml") }}
          />
        }
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <WorkflowBadge status={workflow.status} liveVersion={workflow.liveVersion} />
          <span className="font-mono text-xs text-ft-3">{workflow.key}</span>
          {definition ? (
            <span className="text-ft-2">
              {t("workflows.purposeName", { purpose: definition.purpose })}
            </span>
          ) : null}
          <Link href={`${path}/analytics`} className="ft-link">
            {t("analytics.tab")}
          </Link>
        </div>
      </PageHeader>
      <div className="ft-page-body grid gap-4 pt-4 lg:grid-cols-[minmax(0,1fr)_280px]">
        <div className="grid min-w-0 content-start gap-4">
          {isDraft || workflow.draft === null ? null : (
            <Note>
              {t.rich(problems.length > 0 ? "workflows.hasDraftWith" : "workflows.hasDraft", {
                found: countText(problems, view),
                link: (inner) => (
                  <Link key="draft" href={`${path}?version=draft`} className="ft-link">
                    {inner}
                  </Link>
                ),
              })}
            </Note>
          )}
          {isDraft ? (
            <DraftProblems {...{ problems, accepted, mayEdit, view }} workflow={workflow.key} />
          ) : null}
          {definition ? (
            <Document
              definition={definition}
              t={t}
              locale={view.locale}
              names={{
                team: (name) => names.teams.get(name),
                policy: (name) => names.policies.get(name),
              }}
              counts={counts}
              problems={isDraft ? byStep(problems) : new Map()}
              casesAt={isDraft ? undefined : casesAt}
            />
          ) : (
            <EmptyState
              title={
                isDraft
                  ? t("workflows.noDraft")
                  : t("workflows.noVersion", { version: String(number) })
              }
            >
              {t("workflows.chooseVersion")}
            </EmptyState>
          )}
        </div>
        <Versions
          versions={versions.rows}
          counts={perVersion}
          hasDraft={workflow.draft !== null}
          shown={shownVersion}
          liveVersion={workflow.liveVersion}
          path={path}
          view={view}
        />
      </div>
    </>
  );
}

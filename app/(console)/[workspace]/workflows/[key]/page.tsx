import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { Document } from "@/components/workflows/document";
import { WorkflowBadge } from "@/components/workflows/workflow-badge";
import { may } from "@/core/operator/role";
import { findNames } from "@/db/queries/names";
import { countAtSteps, countByVersion } from "@/db/queries/workflow-counts";
import { findVersion, listVersions, type VersionRow } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { problemsOf } from "@/server/workflows/problems-of";
import { type PageView, pageView } from "../../page-view";
import { WorkflowParams } from "./search-params";
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
  const [versions, perVersion, counts, names, problems] = await Promise.all([
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
            mayEdit={may(member.role, "edit_workflows")}
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
          {isDraft ? <DraftProblems problems={problems} view={view} /> : null}
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

type Found = Awaited<ReturnType<typeof problemsOf>>;

function countText(found: Found, { t, locale }: PageView): string {
  const problems = found.filter(({ severity }) => severity === "problem").length;
  const checks = found.length - problems;
  return new Intl.ListFormat(locale).format([
    ...(problems === 0 ? [] : [t("workflows.problems", { n: problems })]),
    ...(checks === 0 ? [] : [t("workflows.checks", { n: checks })]),
  ]);
}

const byStep = (found: Found) =>
  new Map(
    [...Map.groupBy(found, ({ step }) => step ?? "")].map(([step, list]) => [
      step,
      list.map(({ message }) => message),
    ]),
  );

function DraftProblems({ problems, view }: { problems: Found; view: PageView }) {
  const { t } = view;
  if (problems.length === 0) return <Note tone="resolved">{t("workflows.nothingAgainst")}</Note>;
  return (
    <section aria-labelledby="problems" className="grid gap-2">
      <h2 id="problems" className="font-semibold">
        {t("workflows.draftHas", { found: countText(problems, view) })}
      </h2>
      <ul className="grid gap-2">
        {problems.map(({ severity, path, step, message, why, fix }) => (
          <li key={`${path} ${message}`}>
            <Note tone={severity === "problem" ? "failed" : "due"}>
              <p className="font-medium">
                {t(severity === "problem" ? "workflows.problem" : "workflows.check", { message })}
              </p>
              <p>
                {why} {fix}
              </p>
              {step ? (
                <a href={`#step-${step}`} className="underline">
                  {t("workflows.goToStep")}
                </a>
              ) : (
                <code className="text-xs">{path}</code>
              )}
            </Note>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Versions({
  versions,
  counts,
  hasDraft,
  shown,
  liveVersion,
  path,
  view,
}: {
  versions: VersionRow[];
  counts: ReadonlyMap<number, number>;
  hasDraft: boolean;
  shown: string;
  liveVersion: number | null;
  path: string;
  view: PageView;
}) {
  const { now, viewerZone, locale, t } = view;
  return (
    <aside
      aria-labelledby="versions"
      className="min-w-0 self-start border-y border-ft-subtle bg-ft-surface p-4"
    >
      <h2 id="versions" className="mb-2 font-semibold">
        {t("workflows.versions")}
      </h2>
      <ol className="grid gap-3">
        {hasDraft ? (
          <li>
            <Link
              href={`${path}?version=draft`}
              className="ft-link"
              aria-current={shown === "draft" ? "page" : undefined}
            >
              {t("workflows.draft")}
            </Link>
            {shown === "draft" ? (
              <span className="text-ft-3"> · {t("workflows.shownHere")}</span>
            ) : null}
          </li>
        ) : null}
        {versions.map(({ version, note, restoredFrom, publishedAt, publishedBy }) => (
          <li key={version}>
            <Link
              href={`${path}?version=${version}`}
              className="ft-link"
              aria-current={shown === String(version) ? "page" : undefined}
            >
              v{version}
            </Link>
            <span className="text-ft-3">
              {version === liveVersion ? ` · ${t("workflows.isLive")}` : ""}
              {shown === String(version) ? ` · ${t("workflows.shownHere")}` : ""}
              {` · ${t("workflows.nOpen", { n: counts.get(version) ?? 0 })}`}
            </span>
            {restoredFrom === null ? null : (
              <p className="text-ft-2">{t("versions.restoredFrom", { version: restoredFrom })}</p>
            )}
            {note ? <p>{note}</p> : null}
            <p className="text-xs text-ft-3">
              <Time at={publishedAt} {...{ now, viewerZone, locale }} />
              {publishedBy && !publishedBy.includes(":") ? `, ${publishedBy}` : ""}
            </p>
          </li>
        ))}
      </ol>
      {versions.length === 0 ? (
        <p className="mt-2 text-ft-3">{t("workflows.nonePublished")}</p>
      ) : (
        <p className="mt-3">
          <Link href={`${path}/versions`} className="ft-link">
            {t("versions.all")}
          </Link>
        </p>
      )}
    </aside>
  );
}

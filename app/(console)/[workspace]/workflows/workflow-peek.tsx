import "server-only";
import Link from "next/link";
import { PeekPanel } from "@/components/lists/peek-panel";
import { ResolvedShare } from "@/components/workflows/resolved-share";
import { StageStrip } from "@/components/workflows/stage-strip";
import { WorkflowBadge } from "@/components/workflows/workflow-badge";
import { Key } from "@/core/ids";
import { findKeyed } from "@/db/queries/keyed";
import { countByVersion } from "@/db/queries/workflow-counts";
import { findWorkflow, type WorkflowWithLive } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { problemsOf } from "@/server/workflows/problems-of";
import { PeekBlock } from "../_lists/peek-block";
import { PeekGone } from "../_lists/peek-gone";
import type { PageView } from "../page-view";
import { withCounts } from "./load-workflows";
import { OPENED_DAYS } from "./opened-days";
import { stagesOf } from "./stages-of";

/** One workflow beside the list: what it is for, where its cases stand, what the draft lacks. */
export async function WorkflowPeek({ view, peek }: { view: PageView; peek: string }) {
  const { workspaceId, slug, t } = view;
  const key = Key.safeParse(peek);
  const found = key.success ? await findWorkflow(ctx.db, workspaceId, key.data) : undefined;
  if (!found) {
    return (
      <PeekGone view={view} list="workflows" peek={peek}>
        {t("workflows.notFoundTitle")}
      </PeekGone>
    );
  }
  const { workflow } = found;
  return (
    <PeekPanel
      label={t("lists.peekLabel", { ref: workflow.name })}
      href={`/${slug}/workflows/${encodeURIComponent(workflow.key)}`}
    >
      <WorkflowInShort view={view} found={found} />
    </PeekPanel>
  );
}

async function WorkflowInShort({ view, found }: { view: PageView; found: WorkflowWithLive }) {
  const { workspaceId, slug, t, now, locale } = view;
  const { workflow } = found;
  const [counted, versions, problems] = await Promise.all([
    withCounts(workspaceId, [found], now),
    countByVersion(ctx.db, workspaceId, workflow.key),
    workflow.draft === null
      ? null
      : problemsOf(ctx, workspaceId, workflow.draft, workflow.draftTemplates),
  ]);
  const [each] = counted;
  if (!each) return null;
  const { definition, counts } = each;
  const topic = definition && (await findKeyed(ctx.db, workspaceId, "topics", definition.topic));
  const path = `/${slug}/workflows/${encodeURIComponent(workflow.key)}`;
  const cases = `/${slug}/cases?state=open&workflow=${encodeURIComponent(workflow.key)}`;
  const against = problems?.filter(({ severity }) => severity === "problem").length ?? 0;
  return (
    <div className="grid gap-4">
      <header className="grid gap-1.5">
        <p className="break-all font-mono text-xs text-ft-3">{workflow.key}</p>
        <h2 className="text-lg">{workflow.name}</h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ft-2">
          <WorkflowBadge status={workflow.status} liveVersion={workflow.liveVersion} />
          {definition ? (
            <>
              <span>{t("workflows.purposeName", { purpose: definition.purpose })}</span>
              <span>{topic?.name ?? definition.topic}</span>
            </>
          ) : null}
        </p>
        <p className="text-ft-2">
          {t("workflows.listOpenedLately", { n: counts.opened, days: OPENED_DAYS })} ·{" "}
          {t("workflows.resolved")}{" "}
          <ResolvedShare resolved={counts.resolved} settled={counts.settled} />
        </p>
      </header>
      <PeekBlock id="stages" title={t("workflows.listWhere")}>
        {definition ? (
          <StageStrip
            stages={stagesOf(each, slug)}
            label={t("workflows.listWhere")}
            locale={locale}
          />
        ) : null}
      </PeekBlock>
      <PeekBlock id="versions" title={t("workflows.listInUse")}>
        {versions.size === 0 ? (
          <p className="text-ft-3">{t("workflows.listNoneOpen")}</p>
        ) : (
          <ul className="grid gap-1">
            {[...versions]
              .sort(([a], [b]) => b - a)
              .map(([version, n]) => (
                <li key={version} className="flex items-center justify-between gap-3">
                  <Link href={`${path}?version=${version}`} className="ft-link">
                    v{version}
                  </Link>
                  <Link href={`${cases}&version=${version}`} className="ft-link ft-figures">
                    {t("workflows.nOpen", { n })}
                  </Link>
                </li>
              ))}
          </ul>
        )}
      </PeekBlock>
      {problems === null ? null : (
        <PeekBlock id="draft" title={t("workflows.draft")}>
          <p>
            <Link href={`${path}?version=draft`} className="ft-link">
              {problems.length === 0
                ? t("workflows.nothingAgainst")
                : new Intl.ListFormat(locale).format(
                    [
                      against > 0 ? t("workflows.problems", { n: against }) : "",
                      problems.length > against
                        ? t("workflows.checks", { n: problems.length - against })
                        : "",
                    ].filter(Boolean),
                  )}
            </Link>
          </p>
        </PeekBlock>
      )}
    </div>
  );
}

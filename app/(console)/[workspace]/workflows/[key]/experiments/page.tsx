import type { Metadata } from "next";
import { dayText } from "@/components/analytics/step-text";
import { ExperimentCard } from "@/components/experiments/experiment-card";
import { PageHeader } from "@/components/shell/page-header";
import { ChipFilter } from "@/components/ui/chip-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { localDate } from "@/core/calendar/zone";
import { EXPERIMENT_METRICS } from "@/core/metrics/experiment-case";
import { may } from "@/core/operator/role";
import { findStep } from "@/core/workflow/edit/find";
import { readExperiments } from "@/server/analytics/read-experiments";
import { ctx } from "@/server/boot";
import { pageView } from "../../../page-view";
import { workflowOf } from "../workflow-of";
import { PromoteButton } from "./promote-button";
import {
  type ExperimentsAsked,
  ExperimentsParams,
  experimentsQuery,
  HORIZONS_OFFERED,
} from "./search-params";

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, key } = await params;
  const { workspaceId, t } = await pageView(workspace);
  const { workflow } = await workflowOf(workspaceId, key);
  return { title: t("experiments.titleOf", { name: workflow.name }) };
}

export default async function ExperimentsPage({ params, searchParams }: Props) {
  const { workspace, key } = await params;
  const { workspaceId, slug, member, t, locale, workspaceZone } = await pageView(workspace);
  const { workflow, live } = await workflowOf(workspaceId, key);
  const { metric, ...asked } = ExperimentsParams.parse(await searchParams);
  const report = await readExperiments(ctx.db, workspaceId, {
    ...asked,
    metric,
    workflow: workflow.key,
    timeZone: workspaceZone,
  });
  const path = `/${slug}/workflows/${encodeURIComponent(workflow.key)}`;
  const href = (to: string, change: Partial<ExperimentsAsked>) =>
    `${path}/experiments${to}${experimentsQuery({ ...asked, metric, ...change })}`;
  const horizons = [...new Set([...HORIZONS_OFFERED, report.horizonDays])].sort((a, b) => a - b);
  const said = { t, locale, metric };
  const document = workflow.draft ?? live?.definition;
  const mayPromote = (step: string, arm: string) => {
    const split = document && findStep(document, step)?.step;
    return (
      may(member.role, "edit_workflows") &&
      split?.kind === "split" &&
      split.arms.some(({ name }) => name === arm)
    );
  };
  return (
    <>
      <PageHeader
        trail={[
          { label: t("shell.workflows"), href: `/${slug}/workflows` },
          { label: workflow.name, href: path },
        ]}
        title={t("experiments.title")}
      />
      <div className="ft-page-body grid gap-4 pt-4">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <ChipFilter
            label={t("experiments.metric")}
            options={EXPERIMENT_METRICS.map((each) => ({
              label: t(`experiments.metric_${each}`),
              href: href("", { metric: each }),
              current: each === metric,
            }))}
          />
          {metric === "on_time" ? null : (
            <div className="flex flex-wrap items-center gap-2 text-xs text-ft-2">
              <span aria-hidden="true">{t("experiments.followed")}</span>
              <ChipFilter
                label={t("experiments.followed")}
                options={horizons.map((days) => ({
                  label: t("ui.days", { n: days }),
                  href: href("", { horizonDays: days }),
                  current: days === report.horizonDays,
                }))}
              />
            </div>
          )}
          {report.experiments.length === 0 ? null : (
            <a
              href={href("/export", {})}
              download
              className="button button--ghost button--sm"
              aria-label={t("experiments.exportAll")}
            >
              {t("analytics.exportCsv")}
            </a>
          )}
        </div>
        {report.keptSince === null ? null : (
          <Note>
            {t("experiments.keptSince", {
              day: dayText(localDate(Date.parse(report.keptSince), workspaceZone), locale),
            })}
          </Note>
        )}
        {report.isLimited ? <Note>{t("experiments.isLimited")}</Note> : null}
        {report.experiments.length === 0 ? (
          <EmptyState title={t("experiments.none")}>{t("experiments.noneBody")}</EmptyState>
        ) : (
          <>
            {report.experiments.map((experiment) => (
              <ExperimentCard
                key={experiment.step}
                experiment={experiment}
                said={said}
                promote={
                  experiment.winner !== null && mayPromote(experiment.step, experiment.winner) ? (
                    <PromoteButton
                      slug={slug}
                      workflow={workflow.key}
                      step={experiment.step}
                      arm={experiment.winner}
                      revision={workflow.revision}
                      hasDraft={workflow.draft !== null}
                    />
                  ) : null
                }
              />
            ))}
            <p className="text-ft-3">
              {t("experiments.asAssigned")}
              {metric === "on_time"
                ? null
                : ` ${t("experiments.horizon", { days: report.horizonDays })}`}
            </p>
          </>
        )}
      </div>
    </>
  );
}

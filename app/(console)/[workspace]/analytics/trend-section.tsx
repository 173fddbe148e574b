import { trendFinding } from "@/components/analytics/findings";
import { type Happened, TrendBlock } from "@/components/analytics/trend-block";
import { toCivil } from "@/core/calendar/zone-offset";
import type { Annotation } from "@/core/contracts/analytics/trend";
import { stepAt } from "@/core/metrics/time-steps";
import { may } from "@/core/operator/role";
import { addNoteAction, removeNoteAction } from "./actions";
import { casesBehind, csvHref, pageHref } from "./block-links";
import { type ReportPage, trendOf } from "./report-page";

/** The course of what was opened, with what happened beside it. */
export async function TrendSection({ page }: { page: ReportPage }) {
  const { t, locale, slug, member, workspaceZone } = page.view;
  const { points, grain, annotations } = await trendOf(page);
  const finding = trendFinding({ points }, { t, locale });
  const { workflow } = page.asked.filters;
  return (
    <TrendBlock
      report={{ points, grain }}
      happened={annotations.map((one) => happenedOf(page, one, grain))}
      finding={finding}
      definition={{
        name: t("analytics.trend"),
        means: t("analytics.trendMeans"),
        counted: t("analytics.trendCounted"),
        of: t("analytics.trendOf"),
        cases: casesBehind(page, { measure: "opened" }),
      }}
      axis={t("analytics.trendAxis", { step: grain, zone: workspaceZone })}
      csvHref={csvHref(page, "trend")}
      zoomHref={pageHref(page, { period: undefined, from: "FROM", to: "TO" })}
      lastDay={page.asked.days.to}
      notes={
        may(member.role, "act_on_cases")
          ? {
              workflow,
              add: addNoteAction.bind(null, slug),
              remove: removeNoteAction.bind(null, slug),
            }
          : undefined
      }
    />
  );
}

const SIGNS = { paused: "‖", resumed: "▶", incident: "!", note: "✎" } as const;

function happenedOf(
  page: ReportPage,
  { at, kind, workflow, version, text, id }: Annotation,
  grain: Parameters<typeof stepAt>[1],
): Happened {
  const { t, workspaceZone } = page.view;
  const civil = toCivil(Date.parse(at), workspaceZone);
  const name = (workflow && page.workflows.get(workflow)) ?? workflow ?? "";
  const isElsewhere = workflow !== null && page.asked.filters.workflow === undefined;
  return {
    step: stepAt(civil, grain),
    day: stepAt(civil, "day"),
    sign: kind === "published" ? `v${version}` : SIGNS[kind],
    words: t(`analytics.${kind}`, { workflow: name, version: version ?? "", text: text ?? "" }),
    href: isElsewhere ? pageHref(page, { workflow }) : undefined,
    note: id ?? undefined,
  };
}

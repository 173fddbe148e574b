import Link from "next/link";
import { Suspense } from "react";
import { ReportBar } from "@/components/analytics/report-bar";
import { dayText } from "@/components/analytics/step-text";
import { ListProvider } from "@/components/lists/list-context";
import { PageHeader } from "@/components/shell/page-header";
import { localDate } from "@/core/calendar/zone";
import type { Unread } from "@/core/filter/address";
import { comparedPeriod } from "@/core/metrics/compared-period";
import { periodOf } from "@/core/metrics/period";
import { listSavedViews } from "@/db/queries/saved-views";
import { ctx } from "@/server/boot";
import { ListViews } from "../_lists/list-views";
import { UnreadValues } from "../_lists/unread-values";
import { viewTabs } from "../_lists/view-tabs-of";
import { csvHref } from "./block-links";
import { BlockSkeleton, ReportBody } from "./report-body";
import { comparisonOf, type ReportPage } from "./report-page";

const FIRST_HEIGHT = 312;

/** The page of numbers: of all workflows, or of one. */
export async function ReportView({ page }: { page: ReportPage }) {
  const { view, list, address, asked, only } = page;
  const { t, slug, locale, workspaceZone, member, workspaceId } = view;
  const workflow = only === undefined ? undefined : (page.workflows.get(only) ?? only);
  const views =
    only === undefined
      ? await listSavedViews(ctx.db, workspaceId, member.operatorId, "analytics")
      : [];
  const said = (day: string) => dayText(day, locale);
  const compared = comparedDays(page);
  return (
    <ListProvider list={list} address={address}>
      <PageHeader
        title={workflow ? t("analytics.titleOf", { workflow }) : t("analytics.title")}
        trail={
          only === undefined || workflow === undefined
            ? []
            : [
                { label: t("shell.workflows"), href: `/${slug}/workflows` },
                { label: workflow, href: `/${slug}/workflows/${encodeURIComponent(only)}` },
              ]
        }
      >
        {only === undefined ? (
          <ListViews
            slug={slug}
            list="analytics"
            views={viewTabs(list, [], views, member.operatorId)}
          />
        ) : (
          <Link
            href={`/${slug}/analytics?workflow=${encodeURIComponent(only)}`}
            className="ft-link w-fit"
          >
            {t("analytics.allWorkflows")}
          </Link>
        )}
        <ReportBar
          days={asked.days}
          today={page.today}
          period={asked.period}
          compare={asked.compare}
          csvHref={csvHref(page, "all")}
        />
        <UnreadValues list={list} address={address} sentenceOf={unreadWords(page)} t={t} />
        <p className="text-xs text-ft-3">
          {[
            t("analytics.days", { from: said(asked.days.from), to: said(asked.days.to) }),
            compared &&
              t("analytics.comparedWith", { from: said(compared.from), to: said(compared.to) }),
          ]
            .filter(Boolean)
            .join(", ")}
          {". "}
          {t("analytics.basis", { zone: workspaceZone })}
        </p>
      </PageHeader>
      <div className="ft-page-body grid grid-cols-[minmax(0,1fr)] gap-8 pt-4">
        <Suspense fallback={<BlockSkeleton height={FIRST_HEIGHT} label={t("analytics.loading")} />}>
          <ReportBody page={page} />
        </Suspense>
      </div>
    </ListProvider>
  );
}

/** What the address says of cases that no number can be of. */
const unreadWords =
  ({ view: { t }, asked }: ReportPage) =>
  ({ field }: Unread): string | undefined => {
    if (field === "segment") return t("analytics.segmentGone");
    const isOfVersions = field === "version" || field === "by";
    return isOfVersions && asked.filters.workflow === undefined
      ? t("analytics.versionAlone")
      : undefined;
  };

/** The days it is held against, as people say them. */
function comparedDays(page: ReportPage): { from: string; to: string } | null {
  const { now, workspaceZone: zone } = page.view;
  const how = comparisonOf(page);
  const period = periodOf(page.asked.days, zone, now);
  if (how === undefined || "refused" in period) return null;
  const { from, to } = comparedPeriod(period, zone, how);
  return { from: localDate(from, zone), to: localDate(to - 1, zone) };
}

import Link from "next/link";
import { ChartFrame } from "@/components/analytics/chart-frame";
import { countText } from "@/components/analytics/number-text";
import { readEscalationsReport } from "@/server/analytics/escalations-report";
import { ctx } from "@/server/boot";
import { readNames } from "@/server/messages/read-names";
import { GroupsTable } from "../escalations/groups-table";
import { csvHref } from "./block-links";
import type { ReportPage } from "./report-page";

/** Whom escalations brought in, by level and team. */
export async function BoardBlock({ page }: { page: ReportPage }) {
  const { t, locale, slug, workspaceId, workspaceZone } = page.view;
  const { days, filters } = page.asked;
  const { segment: _, ...known } = filters;
  const { workflow, team } = known;
  const [report, names] = await Promise.all([
    readEscalationsReport(ctx.db, workspaceId, {
      ...days,
      ...known,
      timeZone: workspaceZone,
    }),
    readNames(ctx.db, workspaceId, []),
  ]);
  const sum = (of: "escalated" | "acknowledgedInTime") =>
    report.byLevel.reduce((n, group) => n + group[of], 0);
  const tables = (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <GroupsTable
        title={t("escalations.byLevel")}
        head={t("escalations.levelHead")}
        groups={report.byLevel}
        nameOf={(key) =>
          key === "0" ? t("escalations.fallback") : t("escalations.level", { n: Number(key) })
        }
        {...{ t, locale }}
      />
      <GroupsTable
        title={t("escalations.byTeam")}
        head={t("teams.team")}
        groups={report.byTeam}
        nameOf={(key) => names.team?.(key) ?? key}
        {...{ t, locale }}
      />
    </div>
  );
  const search = new URLSearchParams({
    ...days,
    ...(workflow === undefined ? {} : { workflow }),
    ...(team === undefined ? {} : { team }),
  });
  return (
    <ChartFrame
      finding={
        report.byLevel.length === 0
          ? t("blocks.boardNone")
          : t("blocks.boardFinding", {
              told: sum("escalated"),
              inTime: countText(sum("acknowledgedInTime"), locale),
            })
      }
      definition={{
        name: t("blocks.board"),
        means: t("blocks.boardMeans"),
        counted: t("blocks.boardCounted"),
        of: t("blocks.boardOf"),
      }}
      csvHref={csvHref(page, "escalations")}
      file="escalations"
      table={tables}
      note={
        <Link href={`/${slug}/escalations?${search}`} prefetch={false} className="ft-link text-sm">
          {t("blocks.boardAll")}
        </Link>
      }
    >
      {tables}
    </ChartFrame>
  );
}

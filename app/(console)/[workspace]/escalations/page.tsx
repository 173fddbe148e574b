import type { Metadata } from "next";
import { FilterForm } from "@/components/settings/filter-form";
import { PageHeader } from "@/components/shell/page-header";
import { TeamKindsNav } from "@/components/teams/team-kinds-nav";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField, TextField } from "@/components/ui/field";
import { listHref } from "@/components/ui/list-href";
import { AppError } from "@/core/errors";
import { decisionSentence } from "@/core/sentence/decision-sentence";
import { partyWords } from "@/core/sentence/party";
import { readTargetWord } from "@/core/workflow/target-word";
import { loadRotas } from "@/db/queries/rotas";
import { listTeams } from "@/db/queries/teams";
import { listWorkflowNames } from "@/db/queries/workflow-labels";
import { readEscalationsReport } from "@/server/analytics/escalations-report";
import { ctx } from "@/server/boot";
import { readNames } from "@/server/messages/read-names";
import { type PageView, pageView } from "../page-view";
import { GroupsTable } from "./groups-table";
import { EscalationsParams } from "./search-params";
import { Totals } from "./totals";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("escalations.title") };
}

export default async function EscalationsPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, workspaceId, workspaceZone, locale } = view;
  const given = EscalationsParams.parse(await searchParams);
  const path = `/${slug}/escalations`;
  const [report, teams, workflows] = await Promise.all([
    readReport(view, given),
    listTeams(ctx.db, workspaceId),
    listWorkflowNames(ctx.db, workspaceId),
  ]);
  const isEmpty = report !== null && report.byLevel.length === 0;
  return (
    <>
      <PageHeader
        title={t("escalations.title")}
        actions={
          report && !isEmpty ? (
            <ButtonLink href={listHref(`${path}/export`, given)} prefetch={false} download>
              {t("settings.exportCsv")}
            </ButtonLink>
          ) : null
        }
      />
      <div className="ft-page-body grid grid-cols-[minmax(0,1fr)] gap-6 pt-4">
        <TeamKindsNav t={t} slug={slug} kind="escalations" />
        <FilterForm {...{ given, path, t }}>
          <TextField
            label={t("settings.auditFrom")}
            name="from"
            type="date"
            defaultValue={given.from}
          />
          <TextField label={t("settings.auditTo")} name="to" type="date" defaultValue={given.to} />
          <Choice
            label={t("escalations.workflow")}
            name="workflow"
            value={given.workflow}
            all={t("escalations.all")}
            options={[...workflows].map(([key, name]) => ({ key, name }))}
          />
          <Choice
            label={t("teams.team")}
            name="team"
            value={given.team}
            all={t("escalations.all")}
            options={teams}
          />
        </FilterForm>
        {report === null ? (
          <p role="alert" className="text-(--ft-due)">
            {t("escalations.badPeriod")}
          </p>
        ) : (
          <Report view={view} report={report} isEmpty={isEmpty} />
        )}
        <p className="text-xs text-ft-3">
          {t("escalations.zone", { zone: workspaceZone, locale })}
        </p>
      </div>
    </>
  );
}

/** Null for a period that is none: it is said where the report would stand. */
async function readReport({ workspaceId, workspaceZone }: PageView, given: EscalationsParams) {
  try {
    return await readEscalationsReport(ctx.db, workspaceId, { ...given, timeZone: workspaceZone });
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") return null;
    throw error;
  }
}

type ReportProps = {
  view: PageView;
  report: NonNullable<Awaited<ReturnType<typeof readReport>>>;
  isEmpty: boolean;
};

async function Report({ view, report, isEmpty }: ReportProps) {
  const { t, locale, workspaceId, now, workspaceZone, viewerZone } = view;
  if (isEmpty) {
    return <EmptyState title={t("escalations.empty")}>{t("escalations.emptyBody")}</EmptyState>;
  }
  const targets = [...report.byTarget, ...report.unavailable.map(({ target: key }) => ({ key }))];
  const people = targets.flatMap(({ key }) => {
    const target = readTargetWord(key);
    return target && "person" in target ? [target.person] : [];
  });
  const [read, rotas] = await Promise.all([
    readNames(ctx.db, workspaceId, people),
    loadRotas(ctx.db, workspaceId),
  ]);
  const names = { ...read, rota: (key: string) => rotas.get(key)?.name };
  const targetName = (key: string) => partyWords(readTargetWord(key), { locale, names }) ?? key;
  const told = { locale, zone: workspaceZone, viewerZone, names, now };
  const levelName = (key: string) =>
    key === "0" ? t("escalations.fallback") : t("escalations.level", { n: Number(key) });
  return (
    <>
      <Totals cases={report.cases} {...{ t, locale }} />
      <GroupsTable
        title={t("escalations.byLevel")}
        head={t("escalations.levelHead")}
        groups={report.byLevel}
        nameOf={levelName}
        {...{ t, locale }}
      />
      <GroupsTable
        title={t("escalations.byTarget")}
        head={t("escalations.target")}
        groups={report.byTarget}
        nameOf={targetName}
        {...{ t, locale }}
      />
      <GroupsTable
        title={t("escalations.byTeam")}
        head={t("teams.team")}
        groups={report.byTeam}
        nameOf={(key) => names.team?.(key) ?? key}
        {...{ t, locale }}
      />
      {report.unavailable.length > 0 ? (
        <section className="grid gap-2">
          <h2 className="ft-section-title">{t("escalations.unavailable")}</h2>
          <ul className="grid gap-1">
            {report.unavailable.map(({ why, target, n }) => (
              <li key={`${why} ${target}`}>
                <span className="font-semibold tabular-nums">{n}×</span>{" "}
                {
                  decisionSentence(
                    {
                      code: "esc.skipped_unavailable",
                      step: null,
                      params: { target: targetName(target), why },
                    },
                    told,
                  ).sentence
                }
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Choice({
  label,
  name,
  value,
  all,
  options,
}: {
  label: string;
  name: string;
  value: string | undefined;
  all: string;
  options: readonly { key: string; name: string }[];
}) {
  return (
    <SelectField label={label} name={name} defaultValue={value ?? ""}>
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.key} value={option.key}>
          {option.name}
        </option>
      ))}
    </SelectField>
  );
}

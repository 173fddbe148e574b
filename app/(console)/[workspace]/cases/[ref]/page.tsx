import type { Metadata } from "next";
import Link from "next/link";
import { caseNumber, caseState } from "@/components/cases/case-state";
import { snoozePresets } from "@/components/cases/snooze-presets";
import { LocalNow } from "@/components/people/local-now";
import "@/components/cases/print.css";
import { PageHeader } from "@/components/shell/page-header";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Note } from "@/components/ui/note";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { absoluteText } from "@/components/ui/time-text";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { localDate } from "@/core/calendar/zone";
import { beforeOf } from "@/core/case/take-back";
import { stepSentence } from "@/core/sentence/step-sentence";
import { toRfc3339 } from "@/core/time";
import { walk } from "@/core/workflow/definition";
import { forbiddenText } from "../../forbidden-text";
import { type PageView, pageView } from "../../page-view";
import { CaseActions } from "./case-actions";
import { CaseVerbs, type CaseVerbsProps } from "./case-verbs";
import { Details } from "./details";
import { acknowledgedBy, caseRow, type LoadedCase, loadCase } from "./load-case";
import { NextCard } from "./next-card";
import { ownerName } from "./owner-name";
import { CaseParams } from "./search-params";
import { Timeline } from "./timeline";

type Props = {
  params: Promise<{ workspace: string; ref: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, ref } = await params;
  const { workspaceId } = await pageView(workspace);
  const row = await caseRow(workspaceId, ref);
  return { title: `${caseNumber(row.number)} ${row.subject}` };
}

export default async function CasePage({ params, searchParams }: Props) {
  const { workspace, ref } = await params;
  const view = await pageView(workspace);
  const shown = CaseParams.parse(await searchParams);
  const loaded = await loadCase(view, ref);
  const { row } = loaded;
  const number = caseNumber(row.number);
  const path = `/${view.slug}/cases/${number}`;
  const { t } = view;
  return (
    <CaseVerbs {...verbsOf(loaded, view)}>
      <PageHeader
        trail={[{ label: t("shell.cases"), href: `/${view.slug}/cases` }]}
        title={
          <>
            <span className="ft-figures text-ft-3">{number}</span> {row.subject}
          </>
        }
        actions={<CaseActions />}
      >
        <HeaderLine loaded={loaded} view={view} />
        {row.fault ? <Note tone="failed">{t("case.fault", { fault: row.fault })}</Note> : null}
      </PageHeader>
      <div className="ft-page-body grid gap-4 pt-4 max-md:pb-20 lg:grid-cols-[minmax(0,1fr)_300px] print:block">
        <div className="grid min-w-0 content-start gap-4">
          <NextCard loaded={loaded} view={view} />
          <Timeline loaded={loaded} view={view} shown={shown} path={path} />
        </div>
        <Details loaded={loaded} view={view} shown={shown} path={path} />
      </div>
    </CaseVerbs>
  );
}

function HeaderLine({ loaded, view }: { loaded: LoadedCase; view: PageView }) {
  const { row, person, zone, zoneUnknown, workflowName, definition } = loaded;
  const { slug, now, viewerZone, locale, ticking, t } = view;
  const clock = { zone, viewerZone, now, locale };
  const personHref = `/${slug}/people/${encodeURIComponent(row.personId)}`;
  const stage =
    definition?.stages.find(({ id }) => id === row.stage)?.name ??
    (row.stage === "resolution" ? t("case.resolution") : null);
  const owner = ownerName(loaded);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <StateBadge state={caseState(row, now)} />
        <span className="flex gap-2">
          <Link href={personHref} className="ft-link">
            {person?.name ?? row.personId}
          </Link>
          <LocalNow now={now} zone={zone} locale={locale} />
        </span>
        {row.dueAt ? (
          <span>
            {t.rich("case.dueOn", {
              due: <Time key="due" at={row.dueAt} {...clock} show="absolute" details />,
            })}{" "}
            <span className="text-ft-3">
              (<Time at={row.dueAt} {...clock} show="relative" ticking={ticking} />)
            </span>
          </span>
        ) : (
          <span className="text-ft-3">{t("case.noDue")}</span>
        )}
        <span className="ms-auto print:hidden">
          <LiveRefresh caseId={row.id} />
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ft-2">
        <Link
          href={`/${slug}/workflows/${encodeURIComponent(row.workflow)}?version=${row.version}`}
          className="ft-link"
        >
          {t("case.workflowVersion", { name: workflowName, version: row.version })}
        </Link>
        {stage ? (
          <>
            <span aria-hidden="true" className="text-ft-3">
              ·
            </span>
            <span>{stage}</span>
          </>
        ) : null}
        <span aria-hidden="true" className="text-ft-3">
          ·
        </span>
        <span>{owner === null ? t("case.noOwner") : t("case.ownedBy", { owner })}</span>
        {row.status === "open" && row.acknowledgedAt ? (
          <>
            <span aria-hidden="true" className="text-ft-3">
              ·
            </span>
            <span>
              {t.rich("case.hasIt", {
                name: acknowledgedBy(loaded),
                at: <Time key="since" at={row.acknowledgedAt} {...clock} show="absolute" />,
              })}
            </span>
          </>
        ) : null}
        {zoneUnknown && person ? (
          <Link href={personHref} className="ft-link text-ft-3">
            {t("case.zoneUnknown", { zone })}
          </Link>
        ) : null}
      </div>
    </>
  );
}

function verbsOf(loaded: LoadedCase, view: PageView): CaseVerbsProps {
  const { row, zone, names, staff, timeline, definition, members, sentenceNames, me } = loaded;
  const { now, member, locale, slug, viewerZone, t } = view;
  const dueAt = row.dueAt?.getTime() ?? null;
  const stages = new Map(definition?.stages.map(({ id, name }) => [id, name]));
  const steps = definition ? [...walk(definition)] : [];
  return {
    slug,
    caseId: row.id,
    number: caseNumber(row.number),
    revision: row.revision,
    seenLines: timeline.filter(({ messageId }) => messageId === null).length,
    isOpen: row.status === "open",
    isAcknowledged: row.acknowledgedAt !== null,
    isMine:
      row.acknowledgedBy === `operator:${member.operatorId}` ||
      (me !== null && row.acknowledgedBy === me),
    level: row.level,
    zone,
    viewerZone,
    dueDate: dueAt === null ? "" : localDate(dueAt, zone),
    snoozes: snoozePresets(now, dueAt, zone, loaded.calendar ?? DEFAULT_CALENDAR).map(
      ({ preset, at }) => ({
        label: t(`case.snooze_${preset}`),
        until: toRfc3339(at),
        shown: absoluteText(at, zone, now, locale),
        yours: zone === viewerZone ? null : absoluteText(at, viewerZone, now, locale),
      }),
    ),
    owners: {
      teams: [...names.teams].map(([key, name]) => ({ key, name })),
      people: staff.map(({ id, name }) => ({ id, name: name ?? id })),
      current: row.ownerPersonId
        ? `person:${row.ownerPersonId}`
        : row.ownerTeam
          ? `team:${row.ownerTeam}`
          : "",
    },
    before: beforeOf(row),
    members,
    steps: steps.flatMap(({ step, stage }) => {
      const name = stages.get(stage);
      const sentence = () => stepSentence(step, { locale, names: sentenceNames });
      return name === undefined ? [] : [{ id: step.id, stage: name, sentence: sentence() }];
    }),
    forbidden: forbiddenText(view, "act_on_cases"),
  };
}

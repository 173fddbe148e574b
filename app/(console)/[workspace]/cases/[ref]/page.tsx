import type { Metadata } from "next";
import Link from "next/link";
import { caseNumber, caseState } from "@/components/cases/case-state";
import { snoozePresets } from "@/components/cases/snooze-presets";
import { LocalNow } from "@/components/people/local-now";
import { PageHeader } from "@/components/shell/page-header";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Note } from "@/components/ui/note";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { absoluteText } from "@/components/ui/time-text";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { localDate } from "@/core/calendar/zone";
import { may, missingRoleText } from "@/core/operator/role";
import { stepSentence } from "@/core/sentence/step-sentence";
import { toRfc3339 } from "@/core/time";
import { type PageView, pageView } from "../../page-view";
import { CaseActions } from "./case-actions";
import { decisionsIn } from "./decisions-in";
import { Details } from "./details";
import { caseRow, type LoadedCase, loadCase } from "./load-case";
import { NextCard } from "./next-card";
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
  const { show } = CaseParams.parse(await searchParams);
  const loaded = await loadCase(view, ref);
  const { row } = loaded;
  const number = caseNumber(row.number);
  const path = `/${view.slug}/cases/${number}`;
  return (
    <>
      <PageHeader
        trail={[{ label: "Cases", href: `/${view.slug}/cases` }]}
        title={
          <>
            <span className="ft-figures text-ft-3">{number}</span> {row.subject}
          </>
        }
        actions={<CaseActions {...actionsOf(loaded, view)} />}
      >
        <HeaderLine loaded={loaded} view={view} />
        {row.fault ? (
          <Note tone="failed">
            The engine set this case aside: {row.fault}. Nothing is sent until it is looked at;
            reassign, resolve or cancel it.
          </Note>
        ) : null}
      </PageHeader>
      <div className="ft-page-body grid gap-4 pt-4 max-md:pb-16 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="grid min-w-0 content-start gap-4">
          <NextCard loaded={loaded} view={view} />
          <Timeline loaded={loaded} view={view} shown={show} path={path} />
        </div>
        <Details loaded={loaded} view={view} />
      </div>
    </>
  );
}

function HeaderLine({ loaded, view }: { loaded: LoadedCase; view: PageView }) {
  const { row, person, zone } = loaded;
  const { slug, now, viewerZone, locale, ticking } = view;
  const clock = { zone, viewerZone, now, locale };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <StateBadge state={caseState(row, now)} />
      <span className="flex gap-2">
        <Link href={`/${slug}/people/${encodeURIComponent(row.personId)}`} className="ft-link">
          {person?.name ?? row.personId}
        </Link>
        <LocalNow now={now} zone={zone} locale={locale} />
      </span>
      {row.dueAt ? (
        <span>
          Due <Time at={row.dueAt} {...clock} show="absolute" details />{" "}
          <span className="text-ft-3">
            (<Time at={row.dueAt} {...clock} show="relative" ticking={ticking} />)
          </span>
        </span>
      ) : (
        <span className="text-ft-3">No due date</span>
      )}
      <span className="ms-auto">
        <LiveRefresh />
      </span>
    </div>
  );
}

function actionsOf(loaded: LoadedCase, view: PageView) {
  const { row, zone, names, staff, timeline, definition } = loaded;
  const { now, locale, slug, member } = view;
  const dueAt = row.dueAt?.getTime() ?? null;
  return {
    slug,
    caseId: row.id,
    number: caseNumber(row.number),
    revision: row.revision,
    seenLines: decisionsIn(timeline).length,
    isOpen: row.status === "open",
    isAcknowledged: row.acknowledgedAt !== null,
    level: row.level,
    zone,
    dueDate: dueAt === null ? "" : localDate(dueAt, zone),
    snoozes: snoozePresets(now, dueAt, zone, loaded.calendar ?? DEFAULT_CALENDAR).map(
      ({ label, at }) => ({
        label,
        until: toRfc3339(at),
        shown: absoluteText(at, zone, now, locale),
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
    confirmations: (definition?.resolution?.steps ?? [])
      .filter((step) => step.kind === "send" && !step.disabled)
      .map((step) => stepSentence(step, { locale: "en" })),
    forbidden: may(member.role, "act_on_cases")
      ? null
      : missingRoleText(member.role, "act_on_cases"),
  };
}

import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { caseNumber, caseState } from "@/components/cases/case-state";
import { LocalNow } from "@/components/people/local-now";
import { PageHeader } from "@/components/shell/page-header";
import { Note } from "@/components/ui/note";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { absoluteText, zoneLabel } from "@/components/ui/time-text";
import { ValueList } from "@/components/ui/value-list";
import { PersonId, type WorkspaceId } from "@/core/ids";
import { CHANNEL_LABELS } from "@/core/template/channel";
import { listCases } from "@/db/queries/cases";
import { findPerson, listContactPoints } from "@/db/queries/people";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { MessagesOf } from "./messages-of";
import { PreferencesOf } from "./preferences-of";

const CASES_SHOWN = 20;

type Props = { params: Promise<{ workspace: string; id: string }> };

const personOf = cache(async (workspaceId: WorkspaceId, id: string) => {
  const known = PersonId.safeParse(decodeURIComponent(id));
  return (known.success && (await findPerson(ctx.db, workspaceId, known.data))) || notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  const { workspaceId } = await pageView(workspace);
  const { name, id: personId } = await personOf(workspaceId, id);
  return { title: name ?? personId };
}

export default async function PersonPage({ params }: Props) {
  const { workspace, id } = await params;
  const view = await pageView(workspace);
  const { workspaceId, slug, now, viewerZone, workspaceZone, locale } = view;
  const person = await personOf(workspaceId, id);
  const zone = person.timeZone ?? workspaceZone;
  const clock = { zone, viewerZone, now, locale };
  const [points, cases, manager] = await Promise.all([
    listContactPoints(ctx.db, workspaceId, [person.id]),
    listCases(ctx.db, workspaceId, { person: person.id }, { limit: CASES_SHOWN }),
    person.managerId ? findPerson(ctx.db, workspaceId, person.managerId) : undefined,
  ]);
  const isPaused = person.pausedUntil !== null && person.pausedUntil.getTime() > now;
  return (
    <>
      <PageHeader
        trail={[{ label: "People", href: `/${slug}/people` }]}
        title={person.name ?? person.id}
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="font-mono text-xs text-ft-3">{person.id}</span>
          <LocalNow now={now} zone={zone} locale={locale} />
          {person.timeZone ? null : (
            <span className="text-ft-3">Zone unknown, using the workspace’s</span>
          )}
        </div>
        {isPaused && person.pausedUntil ? (
          <Note tone="due">
            Messages are paused until{" "}
            {absoluteText(person.pausedUntil.getTime(), zone, now, locale)} {zoneLabel(zone)}.
          </Note>
        ) : null}
      </PageHeader>
      <div className="ft-page-body grid gap-4 pt-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="grid min-w-0 content-start gap-6">
          <section aria-labelledby="cases" className="grid gap-2">
            <div className="flex items-baseline justify-between gap-2">
              <h2 id="cases" className="text-base font-semibold">
                Cases
              </h2>
              <Link
                href={`/${slug}/cases?person=${encodeURIComponent(person.id)}`}
                className="ft-link"
              >
                All cases of this person
              </Link>
            </div>
            <ul className="border-y border-ft-subtle bg-ft-surface">
              {cases.rows.map((row) => (
                <li
                  key={row.id}
                  className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-ft-subtle px-3 py-2 first:border-t-0"
                >
                  <Link
                    href={`/${slug}/cases/${caseNumber(row.number)}`}
                    className="ft-link min-w-0 flex-1 truncate"
                  >
                    {caseNumber(row.number)} {row.subject}
                  </Link>
                  <span className="text-xs text-ft-3">
                    opened <Time at={row.openedAt} {...clock} />
                  </span>
                  <StateBadge state={caseState(row, now)} />
                </li>
              ))}
              {cases.rows.length === 0 ? (
                <li className="px-3 py-3 text-ft-3">No cases yet.</li>
              ) : null}
            </ul>
          </section>
          <MessagesOf personId={person.id} view={view} zone={zone} />
        </div>
        <aside
          aria-label="Profile"
          className="min-w-0 self-start border-y border-ft-subtle bg-ft-surface"
        >
          <Block title="Reached at">
            <ul className="grid gap-1">
              {points.map(({ channel, address, suppressed, verifiedAt }) => (
                <li key={`${channel} ${address}`} className="flex flex-wrap gap-x-2">
                  <span className="text-ft-3">{CHANNEL_LABELS[channel]}</span>
                  <span className="min-w-0 break-all">{address}</span>
                  {suppressed ? <span className="text-(--ft-failed)">suppressed</span> : null}
                  {verifiedAt ? null : <span className="text-ft-3">not verified</span>}
                </li>
              ))}
            </ul>
            {points.length === 0 ? (
              <p className="text-ft-3">No address: only the inbox reaches them.</p>
            ) : null}
          </Block>
          <Block title="Profile">
            <ValueList
              label="Profile"
              values={{
                language: person.locale ?? "the workspace’s",
                zone,
                ...(manager && { manager: manager.name ?? manager.id }),
                ...(person.location && { location: person.location }),
                ...person.attributes,
              }}
            />
          </Block>
          <Block title="Preferences">
            <PreferencesOf personId={person.id} view={view} />
          </Block>
        </aside>
      </div>
    </>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2 border-t border-ft-subtle px-4 py-3 first:border-t-0">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}

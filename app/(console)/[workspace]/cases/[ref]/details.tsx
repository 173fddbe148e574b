import Link from "next/link";
import type { ReactNode } from "react";
import { caseNumber, caseState } from "@/components/cases/case-state";
import { CopyButton } from "@/components/ui/copy-button";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { ValueList } from "@/components/ui/value-list";
import { CHANNEL_LABELS } from "@/core/template/channel";
import type { PageView } from "../../page-view";
import { acknowledgedBy, type LoadedCase } from "./load-case";

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details open className="border-t border-ft-subtle px-4 py-3 first:border-t-0">
      <summary className="cursor-pointer rounded-sm font-semibold">{title}</summary>
      <div className="mt-2 grid gap-2">{children}</div>
    </details>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-3">
      <dt className="text-ft-3">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

/** What the case is made of: its path, data, person, responsibility and relatives. */
export function Details({ loaded, view }: { loaded: LoadedCase; view: PageView }) {
  const { row, names, zone } = loaded;
  const { slug, now, viewerZone, locale } = view;
  const clock = { viewerZone, now, locale };
  const owner = row.ownerPersonId
    ? (names.people.get(row.ownerPersonId) ?? row.ownerPersonId)
    : row.ownerTeam
      ? (names.teams.get(row.ownerTeam) ?? row.ownerTeam)
      : "nobody";
  return (
    <aside
      aria-label="Details"
      className="min-w-0 self-start border-y border-ft-subtle bg-ft-surface"
    >
      <Path loaded={loaded} slug={slug} />
      <Block title="Case">
        <dl className="grid gap-1">
          <Fact name="Owner">{owner}</Fact>
          <Fact name="Priority">{row.priority}</Fact>
          <Fact name="Escalation level">{row.level}</Fact>
          {row.acknowledgedAt ? (
            <Fact name="Acknowledged">
              {acknowledgedBy(loaded)}, <Time at={row.acknowledgedAt} {...clock} />
            </Fact>
          ) : null}
          {row.dueAt ? (
            <Fact name="Due">
              <Time at={row.dueAt} zone={zone} {...clock} show="absolute" />
            </Fact>
          ) : null}
          {row.snoozedUntil ? (
            <Fact name="Snoozed until">
              <Time at={row.snoozedUntil} zone={zone} {...clock} show="absolute" />
            </Fact>
          ) : null}
          <Fact name="Opened">
            <Time at={row.openedAt} {...clock} show="absolute" />
          </Fact>
          {row.outcome ? <Fact name="Outcome">{row.outcome}</Fact> : null}
          {row.key ? (
            <Fact name="Key">
              <span className="inline-flex items-center gap-1 font-mono text-xs">
                {row.key}
                <CopyButton text={row.key} label="Copy the key" />
              </span>
            </Fact>
          ) : null}
          <Fact name="Id">
            <span className="inline-flex items-center gap-1 font-mono text-xs">
              {row.id.slice(0, 13)}…<CopyButton text={row.id} label="Copy the id" />
            </span>
          </Fact>
        </dl>
      </Block>
      <Block title="Data">
        <ValueList label="Data of the case" values={row.data} />
        {Object.keys(row.data).length === 0 ? (
          <p className="text-ft-3">The event brought no data.</p>
        ) : null}
      </Block>
      <PersonBlock loaded={loaded} slug={slug} />
      <Block title="Other cases of this person">
        {loaded.related.length === 0 ? <p className="text-ft-3">None.</p> : null}
        <ul className="grid gap-1.5">
          {loaded.related.map((other) => (
            <li key={other.id} className="flex items-center justify-between gap-2">
              <Link
                href={`/${slug}/cases/${caseNumber(other.number)}`}
                className="ft-link truncate"
              >
                {caseNumber(other.number)} {other.subject}
              </Link>
              <StateBadge bare state={caseState(other, now)} />
            </li>
          ))}
        </ul>
      </Block>
    </aside>
  );
}

function Path({ loaded, slug }: { loaded: LoadedCase; slug: string }) {
  const { row, definition, workflowName } = loaded;
  const stages = [
    ...(definition?.stages ?? []).map(({ id, name }) => ({ id, name })),
    ...(definition?.resolution ? [{ id: "resolution", name: "Resolution" }] : []),
  ];
  const at = stages.findIndex(({ id }) => id === row.stage);
  return (
    <Block title="Path">
      <Link
        href={`/${slug}/workflows/${encodeURIComponent(row.workflow)}?version=${row.version}`}
        className="ft-link w-fit"
      >
        {workflowName} v{row.version}
      </Link>
      <ol className="grid gap-1">
        {stages.map(({ id, name }, place) => (
          <li
            key={id}
            aria-current={id === row.stage ? "step" : undefined}
            className={`flex items-center gap-2 ${
              id === row.stage ? "font-semibold" : place < at ? "text-ft-3" : "text-ft-2"
            }`}
          >
            <span
              aria-hidden="true"
              className={`size-2 rounded-full border border-ft-control ${
                id === row.stage
                  ? "border-ft-accent bg-ft-accent"
                  : place < at
                    ? "bg-ft-border"
                    : ""
              }`}
            />
            {name}
            {id === row.stage ? <span className="sr-only">(the case is here)</span> : null}
          </li>
        ))}
      </ol>
    </Block>
  );
}

function PersonBlock({ loaded, slug }: { loaded: LoadedCase; slug: string }) {
  const { row, person, points } = loaded;
  return (
    <Block title="Person">
      {person ? (
        <Link
          href={`/${slug}/people/${encodeURIComponent(row.personId)}`}
          className="ft-link w-fit"
        >
          {person.name ?? person.id}
        </Link>
      ) : (
        <p>{row.personId} is not known (any more): nothing can be sent.</p>
      )}
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
      {points.length === 0 && person ? (
        <p className="text-ft-3">No address: only the inbox reaches them.</p>
      ) : null}
    </Block>
  );
}

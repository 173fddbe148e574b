import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { CopyButton } from "@/components/ui/copy-button";
import { Time } from "@/components/ui/time";
import type { WorkspaceId } from "@/core/ids";
import { type EventRow, findEvent } from "@/db/queries/events";
import { findPeopleCards } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import { eventShape } from "@/server/events/event-shape";
import { forbiddenText } from "../../forbidden-text";
import { type PageView, pageView } from "../../page-view";
import { Block } from "../../people/[id]/block";
import { EventAnswer } from "../event-answer";
import { Outcome } from "../outcome";
import { SendTestEvent } from "../send-test-event";
import { ReplayEvent } from "./replay-event";

type Props = { params: Promise<{ workspace: string; id: string }> };

const INDENT = 2;

const eventOf = cache(
  async (workspaceId: WorkspaceId, id: string) =>
    (await findEvent(ctx.db, workspaceId, decodeURIComponent(id))) ?? notFound(),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  const { workspaceId } = await pageView(workspace);
  return { title: (await eventOf(workspaceId, id)).name };
}

export default async function EventPage({ params }: Props) {
  const { workspace, id } = await params;
  const view = await pageView(workspace);
  const { slug, workspaceId, viewerZone, now, locale, t } = view;
  const row = await eventOf(workspaceId, id);
  const did = eventShape(row);
  const payload = JSON.stringify(row.data, null, INDENT);
  return (
    <>
      <PageHeader
        trail={[{ label: t("shell.events"), href: `/${slug}/events` }]}
        title={<span className="font-mono">{row.name}</span>}
        actions={<Actions row={row} view={view} />}
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Outcome did={did} t={t} />
          <Time at={row.receivedAt} show="absolute" details {...{ viewerZone, now, locale }} />
        </div>
      </PageHeader>
      <div className="ft-page-body grid gap-4 pt-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 content-start gap-6">
          <section aria-labelledby="did" className="grid gap-2">
            <h2 id="did" className="text-base font-semibold">
              {t("events.what")}
            </h2>
            <div className="border-y border-ft-subtle bg-ft-surface px-4 py-3">
              <EventAnswer slug={slug} result={did} />
            </div>
          </section>
          <section aria-labelledby="payload" className="grid gap-2">
            <div className="flex items-center justify-between gap-2">
              <h2 id="payload" className="text-base font-semibold">
                {t("events.payload")}
              </h2>
              <CopyButton text={payload}>{t("common.copy")}</CopyButton>
            </div>
            <pre className="border-y border-ft-subtle bg-ft-surface px-4 py-3 text-xs break-words whitespace-pre-wrap">
              {payload}
            </pre>
          </section>
        </div>
        <aside
          aria-label={t("events.details")}
          className="min-w-0 self-start border-y border-ft-subtle bg-ft-surface"
        >
          <Details row={row} view={view} />
        </aside>
      </div>
    </>
  );
}

function Actions({ row, view }: { row: EventRow; view: PageView }) {
  const { slug, t } = view;
  const forbidden = forbiddenText(view, "act_on_cases");
  if (forbidden) return <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>;
  const again = {
    name: row.name,
    ...(row.key !== null && { key: row.key }),
    ...(row.personId !== null && { person: row.personId }),
    data: row.data,
    ...(row.dueAt !== null && { dueAt: row.dueAt }),
  };
  return (
    <>
      <SendTestEvent
        slug={slug}
        name={row.name}
        text={JSON.stringify(again, null, INDENT)}
        label={t("events.sendSimilar")}
      />
      <ReplayEvent slug={slug} id={row.id} name={row.name} />
    </>
  );
}

async function Details({ row, view }: { row: EventRow; view: PageView }) {
  const { slug, workspaceId, viewerZone, now, locale, t } = view;
  const cards = await findPeopleCards(
    ctx.db,
    workspaceId,
    row.personId === null ? [] : [row.personId],
  );
  const clock = { viewerZone, now, locale };
  const none = <span className="text-ft-3">{t("common.none")}</span>;
  const rows = [
    { word: t("events.id"), value: <code className="text-xs break-all">{row.id}</code> },
    {
      word: t("events.externalId"),
      value: row.externalId ? <code className="text-xs break-all">{row.externalId}</code> : none,
    },
    {
      word: t("events.person"),
      value: row.personId ? (
        <Link href={`/${slug}/people/${encodeURIComponent(row.personId)}`} className="ft-link">
          {cards.get(row.personId)?.name ?? row.personId}
        </Link>
      ) : (
        none
      ),
    },
    { word: t("events.key"), value: row.key ? <code className="text-xs">{row.key}</code> : none },
    { word: t("events.occurred"), value: <Time at={row.occurredAt} show="absolute" {...clock} /> },
    { word: t("events.received"), value: <Time at={row.receivedAt} show="absolute" {...clock} /> },
    {
      word: t("events.dueAt"),
      value: row.dueAt ? <code className="text-xs">{row.dueAt}</code> : none,
    },
  ];
  return (
    <Block id="details" title={t("events.details")}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {rows.map(({ word, value }) => (
          <div key={word} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ft-3">{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Block>
  );
}

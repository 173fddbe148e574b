import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { cache } from "react";
import { caseNumber } from "@/components/cases/case-state";
import { messageState } from "@/components/messages/message-state";
import { addressText } from "@/components/people/address-text";
import { PageHeader } from "@/components/shell/page-header";
import { StateBadge } from "@/components/ui/state-badge";
import { ValueList } from "@/components/ui/value-list";
import { MessageId, type WorkspaceId } from "@/core/ids";
import { listCarried } from "@/db/queries/came-back";
import { findCase } from "@/db/queries/cases";
import { findMessage, listMessageEvents, type MessageRow } from "@/db/queries/messages";
import { findPeopleCards } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import { messageWords } from "@/server/messages/message-shape";
import { previewEmail } from "@/server/messages/preview-email";
import { readNames } from "@/server/messages/read-names";
import { accountsTried, triesOf } from "@/server/messages/tries";
import { pageView } from "../../page-view";
import { messageTitle } from "../message-title";
import { History } from "./history";
import { LeftTogether } from "./left-together";
import { messageEvidence } from "./message-evidence";
import { Rendered } from "./rendered";
import { MessageParams } from "./search-params";

type Props = {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const messageRow = cache(async (workspaceId: WorkspaceId, id: string) => {
  const parsed = MessageId.safeParse(id);
  const row = parsed.success ? await findMessage(ctx.db, workspaceId, parsed.data) : undefined;
  return row ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  const { workspaceId } = await pageView(workspace);
  return { title: messageTitle(await messageRow(workspaceId, id)) };
}

export default async function MessagePage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const view = await pageView(workspace);
  const { workspaceId, slug, now, viewerZone, workspaceZone, locale, t } = view;
  const row = await messageRow(workspaceId, id);
  const given = MessageParams.parse(await searchParams);
  const [found, events, people, names, preview, accounts] = await Promise.all([
    findCase(ctx.db, workspaceId, row.caseId),
    listMessageEvents(ctx.db, workspaceId, row.id),
    findPeopleCards(ctx.db, workspaceId, [row.personId]),
    readNames(ctx.db, workspaceId, [row.personId]),
    previewEmail(ctx, row),
    accountsTried(ctx.db, [row]),
  ]);
  const { carried, carrier } = await leftTogether(workspaceId, row);
  const person = people.get(row.personId);
  const zone = person?.timeZone ?? workspaceZone;
  const { sentence, because } = messageWords(row, { locale, zone, names });
  const path = `/${slug}/messages/${row.id}`;
  return (
    <>
      <PageHeader
        trail={[{ label: t("shell.messages"), href: `/${slug}/messages` }]}
        title={messageTitle(row)}
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <StateBadge state={messageState(row)} />
          <span>{t("messages.channelName", { channel: row.channel })}</span>
          <span>
            {t.rich("messages.toPerson", {
              name: person?.name ?? row.personId,
              link: (inner) => (
                <Link
                  key="person"
                  href={`/${slug}/people/${encodeURIComponent(row.personId)}`}
                  className="ft-link"
                >
                  {inner}
                </Link>
              ),
            })}
            {row.to ? (
              <span className="text-ft-3"> ({addressText(t, row.channel, row.to)})</span>
            ) : null}
          </span>
          {found ? (
            <Link
              href={`/${slug}/cases/${caseNumber(found.number)}#e_${row.id}`}
              className="ft-link"
            >
              {caseNumber(found.number)} {found.subject}
            </Link>
          ) : null}
        </div>
      </PageHeader>
      <div className="ft-page-body grid gap-4 pt-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <section aria-label={t("messages.rendered")} className="min-w-0">
          <Rendered row={row} preview={preview} view={given.view} path={path} t={t} />
        </section>
        <aside
          aria-label={t("messages.became")}
          className="min-w-0 self-start border-y border-ft-subtle bg-ft-surface"
        >
          <Block title={t("messages.outcome")}>
            <p>{sentence}</p>
            {because ? <p className="text-ft-2">{because}</p> : null}
            {row.code ? <p className="font-mono text-xs text-ft-3">{row.code}</p> : null}
          </Block>
          {carrier || carried.length > 0 ? (
            <Block title={t("frequency.togetherTitle")}>
              <LeftTogether carried={carried} carrier={carrier} view={view} />
            </Block>
          ) : null}
          <Block title={t("messages.history")}>
            <p className="text-ft-3">{t("messages.attempts", { n: row.attempts })}</p>
            <History
              row={row}
              tries={triesOf(row).map((one) => ({ ...one, account: accounts(one.provider) }))}
              events={events}
              t={t}
              clock={{ zone, viewerZone, now, locale }}
            />
          </Block>
          <Block title={t("messages.evidence")}>
            <ValueList label={t("messages.evidence")} values={messageEvidence(row)} />
          </Block>
        </aside>
      </div>
    </>
  );
}

/** Only what was handed over has left with others; what waits may still leave alone. */
async function leftTogether(workspaceId: WorkspaceId, row: MessageRow) {
  const { carrierId, status, id } = row;
  if (carrierId === null || status === "planned" || status === "held" || status === "not_sent") {
    return { carried: [], carrier: undefined };
  }
  if (carrierId !== id) {
    return { carried: [], carrier: await findMessage(ctx.db, workspaceId, carrierId) };
  }
  return { carried: await listCarried(ctx.db, { workspaceId, id }), carrier: undefined };
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2 border-t border-ft-subtle px-4 py-3 first:border-t-0">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}

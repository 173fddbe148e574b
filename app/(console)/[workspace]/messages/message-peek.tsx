import "server-only";
import Link from "next/link";
import { caseNumber } from "@/components/cases/case-state";
import { PeekPanel } from "@/components/lists/peek-panel";
import { messageState } from "@/components/messages/message-state";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { ValueList } from "@/components/ui/value-list";
import { MessageId } from "@/core/ids";
import { findCase } from "@/db/queries/cases";
import { findMessage, type MessageRow } from "@/db/queries/messages";
import { findPeopleCards } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import { messageWords } from "@/server/messages/message-shape";
import { previewEmail } from "@/server/messages/preview-email";
import { readNames } from "@/server/messages/read-names";
import { PeekBlock } from "../_lists/peek-block";
import { PeekGone } from "../_lists/peek-gone";
import type { PageView } from "../page-view";
import { messageEvidence } from "./[id]/message-evidence";
import { Words } from "./[id]/rendered";
import { messageTitle } from "./message-title";

/** One message beside the list: what became of it and why, and what it says. */
export async function MessagePeek({ view, peek }: { view: PageView; peek: string }) {
  const { workspaceId, slug, t } = view;
  const id = MessageId.safeParse(peek);
  const row = id.success ? await findMessage(ctx.db, workspaceId, id.data) : undefined;
  if (!row) {
    return (
      <PeekGone view={view} list="messages" peek={peek}>
        {t("messages.notFoundTitle")}
      </PeekGone>
    );
  }
  const label = t("lists.peekLabel", { ref: messageTitle(row) });
  return (
    <PeekPanel label={label} href={`/${slug}/messages/${row.id}`}>
      <MessageInShort view={view} row={row} />
    </PeekPanel>
  );
}

async function MessageInShort({ view, row }: { view: PageView; row: MessageRow }) {
  const { workspaceId, slug, t, now, viewerZone, workspaceZone, locale } = view;
  const [found, people, names, preview] = await Promise.all([
    findCase(ctx.db, workspaceId, row.caseId),
    findPeopleCards(ctx.db, workspaceId, [row.personId]),
    readNames(ctx.db, workspaceId, [row.personId]),
    previewEmail(ctx, row),
  ]);
  const person = people.get(row.personId);
  const zone = person?.timeZone ?? workspaceZone;
  const { sentence, because } = messageWords(row, { locale, zone, names });
  const moment = row.sentAt ?? row.deliverAt ?? row.decidedAt ?? row.plannedAt;
  return (
    <div className="grid gap-4">
      <header className="grid gap-1.5">
        <h2 className="text-lg">{messageTitle(row)}</h2>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StateBadge state={messageState(row)} />
          <span>{t("messages.channelName", { channel: row.channel })}</span>
          <span>{person?.name ?? row.personId}</span>
          <Time at={moment} {...{ zone, viewerZone, now, locale }} />
        </div>
        {found ? (
          <Link href={`/${slug}/cases/${caseNumber(found.number)}#e_${row.id}`} className="ft-link">
            {caseNumber(found.number)} {found.subject}
          </Link>
        ) : null}
      </header>
      <PeekBlock id="outcome" title={t("messages.became")}>
        <p className="font-medium">{sentence}</p>
        {because ? <p className="text-ft-2">{because}</p> : null}
        {row.code ? <p className="font-mono text-xs text-ft-3">{row.code}</p> : null}
      </PeekBlock>
      <PeekBlock id="rendered" title={t("messages.rendered")}>
        {row.content === null ? (
          <p>{t("messages.notRendered")}</p>
        ) : preview ? (
          <p className="line-clamp-12 border-s-2 border-ft-border ps-3 text-xs break-words whitespace-pre-wrap">
            {preview.text}
          </p>
        ) : (
          <Words row={row} />
        )}
      </PeekBlock>
      <PeekBlock id="evidence" title={t("messages.evidence")}>
        <ValueList label={t("messages.evidence")} values={messageEvidence(row)} />
      </PeekBlock>
    </div>
  );
}

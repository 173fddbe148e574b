import "server-only";
import Link from "next/link";
import { PeekPanel } from "@/components/lists/peek-panel";
import { Time } from "@/components/ui/time";
import { ValueList } from "@/components/ui/value-list";
import { type EventRow, findEvent } from "@/db/queries/events";
import { findPeopleCards } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import { eventShape } from "@/server/events/event-shape";
import { PeekBlock } from "../_lists/peek-block";
import { PeekGone } from "../_lists/peek-gone";
import type { PageView } from "../page-view";
import { EventAnswer } from "./event-answer";
import { Outcome } from "./outcome";

/** One event beside the list: what it did, why not, and what it brought. */
export async function EventPeek({ view, peek }: { view: PageView; peek: string }) {
  const { workspaceId, slug, t } = view;
  const row = await findEvent(ctx.db, workspaceId, peek);
  if (!row) {
    return (
      <PeekGone view={view} list="events" peek={peek}>
        {t("events.notFoundLine")}
      </PeekGone>
    );
  }
  const label = t("lists.peekLabel", { ref: row.name });
  return (
    <PeekPanel label={label} href={`/${slug}/events/${row.id}`}>
      <EventInShort view={view} row={row} />
    </PeekPanel>
  );
}

async function EventInShort({ view, row }: { view: PageView; row: EventRow }) {
  const { workspaceId, slug, t, now, viewerZone, locale } = view;
  const { personId } = row;
  const people = await findPeopleCards(ctx.db, workspaceId, personId === null ? [] : [personId]);
  const did = eventShape(row);
  return (
    <div className="grid gap-4">
      <header className="grid gap-1.5">
        <h2 className="font-mono text-lg break-words">{row.name}</h2>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Outcome did={did} t={t} />
          <Time at={row.receivedAt} show="absolute" {...{ viewerZone, now, locale }} />
        </div>
        {personId === null ? null : (
          <p>
            <Link href={`/${slug}/people/${encodeURIComponent(personId)}`} className="ft-link">
              {people.get(personId)?.name ?? personId}
            </Link>
          </p>
        )}
        {row.key === null ? null : (
          <p className="text-ft-3">
            {t("events.key")} <code className="text-xs break-all">{row.key}</code>
          </p>
        )}
      </header>
      <PeekBlock id="did" title={t("events.what")}>
        <EventAnswer slug={slug} result={did} />
      </PeekBlock>
      <PeekBlock id="payload" title={t("events.payload")}>
        {Object.keys(row.data).length === 0 ? (
          <p>{t("common.none")}</p>
        ) : (
          <ValueList label={t("events.payload")} values={row.data} />
        )}
      </PeekBlock>
    </div>
  );
}

import Link from "next/link";
import { messageState } from "@/components/messages/message-state";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { CHANNEL_LABELS } from "@/core/template/channel";
import { listMessages } from "@/db/queries/messages";
import { ctx } from "@/server/boot";
import type { PageView } from "../../page-view";

const SHOWN = 20;

/** The newest messages to one person. */
export async function MessagesOf({
  personId,
  view,
  zone,
}: {
  personId: string;
  view: PageView;
  zone: string;
}) {
  const { workspaceId, slug, now, viewerZone, locale } = view;
  const found = await listMessages(ctx.db, workspaceId, { person: personId }, { limit: SHOWN });
  return (
    <section aria-labelledby="messages" className="grid gap-2">
      <div className="flex items-baseline justify-between gap-2">
        <h2 id="messages" className="text-base font-semibold">
          Messages
        </h2>
        <Link href={`/${slug}/messages?person=${encodeURIComponent(personId)}`} className="ft-link">
          All messages to this person
        </Link>
      </div>
      <ul className="border-y border-ft-subtle bg-ft-surface">
        {found.rows.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-ft-subtle px-3 py-2 first:border-t-0"
          >
            <Link href={`/${slug}/messages/${row.id}`} className="ft-link min-w-0 flex-1 truncate">
              {row.content?.subject ?? row.content?.title ?? row.template}
            </Link>
            <span className="text-xs text-ft-3">
              {CHANNEL_LABELS[row.channel]}{" "}
              <Time
                at={row.sentAt ?? row.decidedAt ?? row.plannedAt}
                {...{ zone, viewerZone, now, locale }}
              />
            </span>
            <StateBadge state={messageState(row)} />
          </li>
        ))}
        {found.rows.length === 0 ? <li className="px-3 py-3 text-ft-3">No messages yet.</li> : null}
      </ul>
    </section>
  );
}

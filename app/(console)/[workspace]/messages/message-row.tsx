import Link from "next/link";
import { caseNumber } from "@/components/cases/case-state";
import { messageState } from "@/components/messages/message-state";
import type { Text } from "@/components/text/text";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import type { Names } from "@/core/sentence/names";
import type { MessageRow } from "@/db/queries/messages";
import type { PersonCard } from "@/db/queries/people-cards";
import { messageWords } from "@/server/messages/message-shape";
import type { PageView } from "../page-view";

export const messageColumns = (t: Text) => [
  { label: t("messages.message") },
  { label: t("messages.person") },
  { label: t("messages.channel") },
  { label: t("messages.case") },
  { label: t("messages.outcome") },
  { label: t("messages.when") },
];

export function MessageListRow({
  row,
  person,
  number,
  names,
  view,
}: {
  row: MessageRow;
  person: PersonCard | undefined;
  number: number | undefined;
  names: Names;
  view: PageView;
}) {
  const { slug, now, viewerZone, workspaceZone, locale, t } = view;
  const zone = person?.timeZone ?? workspaceZone;
  const { sentence, because } = messageWords(row, { locale, zone, names });
  const moment = row.sentAt ?? row.deliverAt ?? row.decidedAt ?? row.plannedAt;
  return (
    <tr>
      <th scope="row" data-label={t("messages.message")}>
        <span className="block max-w-md min-w-0">
          <Link href={`/${slug}/messages/${row.id}`} className="ft-row-link block truncate">
            {row.content?.subject ?? row.content?.title ?? row.template}
          </Link>
          <span className="block truncate text-xs font-normal text-ft-3" title={sentence}>
            {because ?? sentence}
          </span>
        </span>
      </th>
      <td data-label={t("messages.person")}>
        <span className="block max-w-40 truncate">{person?.name ?? row.personId}</span>
      </td>
      <td data-label={t("messages.channel")}>
        {t("messages.channelName", { channel: row.channel })}
      </td>
      <td data-label={t("messages.case")}>
        {number === undefined ? null : (
          <Link href={`/${slug}/cases/${caseNumber(number)}`} className="ft-link ft-figures">
            {caseNumber(number)}
          </Link>
        )}
      </td>
      <td data-label={t("messages.outcome")}>
        <StateBadge state={messageState(row)} />
      </td>
      <td data-label={t("messages.when")}>
        <Time at={moment} {...{ zone, viewerZone, now, locale }} />
      </td>
    </tr>
  );
}

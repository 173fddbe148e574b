import "server-only";
import Link from "next/link";
import type { ReactNode } from "react";
import { caseNumber } from "@/components/cases/case-state";
import type { ListRow } from "@/components/lists/list-row";
import { messageState } from "@/components/messages/message-state";
import { addressText } from "@/components/people/address-text";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import type { MessageColumn } from "@/core/filter/message-fields";
import type { Names } from "@/core/sentence/names";
import { findCaseNumbers } from "@/db/queries/case-numbers";
import type { MessageRow } from "@/db/queries/messages";
import { findPeopleCards, type PersonCard } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import { messageWords } from "@/server/messages/message-shape";
import { readNames } from "@/server/messages/read-names";
import { cellsIn } from "../_lists/cells-in";
import type { PageView } from "../page-view";
import type { ListLabels } from "./message-list";
import { messageTitle } from "./message-title";

type Around = {
  people: ReadonlyMap<string, PersonCard>;
  numbers: ReadonlyMap<string, number>;
  names: Names;
  workflows: ListLabels["workflows"];
};

/** Messages as rows of the list, in the columns asked for. */
export async function messageRows(
  view: PageView,
  rows: readonly MessageRow[],
  { workflows }: Pick<ListLabels, "workflows">,
  columns: readonly string[],
): Promise<ListRow[]> {
  const { workspaceId, slug } = view;
  const personIds = rows.map(({ personId }) => personId);
  const caseIds = rows.map(({ caseId }) => caseId);
  const [people, numbers, names] = await Promise.all([
    findPeopleCards(ctx.db, workspaceId, personIds),
    findCaseNumbers(ctx.db, workspaceId, caseIds),
    readNames(ctx.db, workspaceId, personIds),
  ]);
  return rows.map((row) => {
    const cells = cellsOf(row, { people, numbers, names, workflows }, view);
    return {
      id: row.id,
      ref: row.id,
      href: `/${slug}/messages/${row.id}`,
      name: messageTitle(row),
      print: `${messageState(row)} ${row.code} ${row.deliverAt?.getTime()} ${messageTitle(row)}`,
      cells: cellsIn(cells, columns),
      marks: [],
    };
  });
}

function cellsOf(
  row: MessageRow,
  { people, numbers, names, workflows }: Around,
  { t, slug, now, viewerZone, workspaceZone, locale, ticking }: PageView,
): Record<MessageColumn, () => ReactNode> {
  const person = people.get(row.personId);
  const zone = person?.timeZone ?? workspaceZone;
  const number = numbers.get(row.caseId);
  const workflow = workflows.get(row.workflow) ?? row.workflow;
  return {
    title: () => messageTitle(row),
    person: () => person?.name ?? row.personId,
    to: () => {
      if (!row.to) return null;
      const to = addressText(t, row.channel, row.to);
      return <span title={to}>{to}</span>;
    },
    channel: () => t("messages.channelName", { channel: row.channel }),
    case: () =>
      number === undefined ? null : (
        <Link
          href={`/${slug}/cases/${caseNumber(number)}#e_${row.id}`}
          className="ft-cell-link ft-figures"
          tabIndex={-1}
        >
          {caseNumber(number)}
        </Link>
      ),
    workflow: () => <span title={workflow}>{workflow}</span>,
    outcome: () => <StateBadge state={messageState(row)} />,
    reason: () => {
      const { sentence, because } = messageWords(row, { locale, zone, names });
      const words = because ?? sentence;
      return <span title={words}>{words}</span>;
    },
    planned: () => <Time at={row.plannedAt} {...{ viewerZone, now, locale, ticking }} />,
  };
}

import "server-only";
import type { ReactNode } from "react";
import { caseNumber } from "@/components/cases/case-state";
import type { ListRow } from "@/components/lists/list-row";
import { Time } from "@/components/ui/time";
import type { EventColumn } from "@/core/filter/event-fields";
import type { EventRow } from "@/db/queries/events";
import { findPeopleCards, type PersonCard } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import { type EventDid, eventShape } from "@/server/events/event-shape";
import { cellsIn } from "../_lists/cells-in";
import type { PageView } from "../page-view";
import { ignoredText } from "./ignored-text";
import { Outcome } from "./outcome";

const CASES_SHOWN = 3;

/** Events as rows of the list, in the columns asked for. */
export async function eventRows(
  view: PageView,
  rows: readonly EventRow[],
  columns: readonly string[],
): Promise<ListRow[]> {
  const { workspaceId, slug } = view;
  const ids = rows.flatMap(({ personId }) => personId ?? []);
  const people = await findPeopleCards(ctx.db, workspaceId, ids);
  return rows.map((row) => {
    const cells = cellsOf(row, people, view);
    return {
      id: row.id,
      ref: row.id,
      href: `/${slug}/events/${row.id}`,
      name: row.name,
      // What an event did is written once, with its arrival.
      print: "",
      cells: cellsIn(cells, columns),
      marks: [],
    };
  });
}

function cellsOf(
  row: EventRow,
  people: ReadonlyMap<string, PersonCard>,
  view: PageView,
): Record<EventColumn, () => ReactNode> {
  const { viewerZone, now, locale, ticking, t } = view;
  const did = eventShape(row);
  return {
    // With a key: beside the hidden part of a row's link it is one of several children.
    name: () => (
      <span key="name" className="font-mono text-xs">
        {row.name}
      </span>
    ),
    person: () => (row.personId === null ? null : (people.get(row.personId)?.name ?? row.personId)),
    key: () =>
      row.key === null ? null : (
        <span className="font-mono text-xs" title={row.key}>
          {row.key}
        </span>
      ),
    outcome: () => <Outcome did={did} t={t} />,
    what: () => <Summary did={did} view={view} />,
    received: () => <Time at={row.receivedAt} {...{ viewerZone, now, locale, ticking }} />,
  };
}

/** The cases it touched, or why it touched none. */
function Summary({ did, view: { t, locale } }: { did: EventDid; view: PageView }) {
  const { opened, resolved, responded, ignored } = did;
  const numbers = [
    ...new Set([...opened, ...resolved, ...responded].map(({ number }) => number)),
  ].map(caseNumber);
  if (numbers.length === 0) {
    const words = ignored[0] && ignoredText(ignored[0].reason, t);
    return <span title={words}>{words}</span>;
  }
  const others = numbers.length - CASES_SHOWN;
  const shown = new Intl.ListFormat(locale, { type: "unit" }).format(numbers.slice(0, CASES_SHOWN));
  return (
    <span className="ft-figures" title={numbers.join(", ")}>
      {shown}
      {others > 0 ? ` ${t("events.andMore", { n: others })}` : null}
    </span>
  );
}

import Link from "next/link";
import { caseNumber } from "@/components/cases/case-state";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { PageView } from "../page-view";
import { ignoredText } from "./ignored-text";
import type { ShownEvent } from "./load-events";
import { Outcome } from "./outcome";

const CASES_SHOWN = 3;

/** The rows of the list. */
export function EventsTable({ rows, view }: { rows: ShownEvent[]; view: PageView }) {
  const { slug, viewerZone, now, locale, ticking, t } = view;
  const columns = [
    { label: t("events.name") },
    { label: t("events.received") },
    { label: t("events.person") },
    { label: t("events.key") },
    { label: t("events.outcome") },
    { label: t("events.what") },
  ];
  return (
    <Table caption={t("events.caption")} columns={columns}>
      {rows.map(({ row, did, person }) => (
        <tr key={row.id}>
          <th scope="row" data-label={t("events.name")}>
            <Link
              href={`/${slug}/events/${row.id}`}
              className="ft-row-link block max-w-64 truncate font-mono text-xs"
            >
              {row.name}
            </Link>
          </th>
          <td data-label={t("events.received")}>
            <Time at={row.receivedAt} {...{ viewerZone, now, locale, ticking }} />
          </td>
          <td data-label={t("events.person")}>{person ?? <span className="text-ft-3">–</span>}</td>
          <td data-label={t("events.key")} className="font-mono text-xs">
            <span className="block max-w-40 truncate">{row.key ?? "–"}</span>
          </td>
          <td data-label={t("events.outcome")}>
            <Outcome did={did} view={view} />
          </td>
          <td data-label={t("events.what")}>
            <Summary did={did} view={view} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Summary({ did, view: { slug, t } }: { did: ShownEvent["did"]; view: PageView }) {
  const numbers = [
    ...new Set([...did.opened, ...did.resolved, ...did.responded].map(({ number }) => number)),
  ];
  if (numbers.length === 0) {
    const [first] = did.ignored;
    return (
      <span className="block max-w-96 truncate text-xs text-ft-3">
        {first ? ignoredText(first.reason, t) : "–"}
      </span>
    );
  }
  return (
    <span className="flex flex-wrap gap-x-2">
      {numbers.slice(0, CASES_SHOWN).map((number) => (
        <Link key={number} href={`/${slug}/cases/${caseNumber(number)}`} className="ft-link">
          {caseNumber(number)}
        </Link>
      ))}
      {numbers.length > CASES_SHOWN ? (
        <span className="text-ft-3">
          {t("events.andMore", { n: numbers.length - CASES_SHOWN })}
        </span>
      ) : null}
    </span>
  );
}

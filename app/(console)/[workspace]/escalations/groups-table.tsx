import type { ReactNode } from "react";
import type { Text } from "@/components/text/text";
import { lengthOf } from "@/components/ui/length-of";
import { Table } from "@/components/ui/table";
import type { EscalationsOf } from "@/core/metrics/escalations";

type Props = {
  title: string;
  head: string;
  groups: readonly EscalationsOf[];
  nameOf: (key: string) => ReactNode;
  t: Text;
  locale: string;
};

const COUNTS = [
  ["escalated", "escalations.escalated"],
  ["acknowledgedInTime", "escalations.inTime"],
  ["climbed", "escalations.climbed"],
  ["exhausted", "escalations.exhausted"],
  ["waiting", "escalations.waiting"],
  ["resolvedAfter", "escalations.resolvedAfter"],
  ["nobody", "escalations.nobody"],
] as const;

/** What became of escalations, a line for each level, target or team. */
export function GroupsTable({ title, head, groups, nameOf, t, locale }: Props) {
  if (groups.length === 0) return null;
  const columns = [
    { label: head },
    ...COUNTS.map(([, label]) => ({ label: t(label), number: true })),
    { label: t("escalations.median"), number: true },
  ];
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="ft-section-title">{title}</h2>
      <Table caption={title} columns={columns}>
        {groups.map((group) => (
          <tr key={group.key}>
            <th scope="row" data-label={head}>
              {nameOf(group.key)}
            </th>
            {COUNTS.map(([field, label]) => (
              <td key={field} data-label={t(label)} className="ft-number">
                <Count n={group[field]} isBad={field === "nobody" || field === "exhausted"} />
              </td>
            ))}
            <td data-label={t("escalations.median")} className="ft-number">
              <MedianText median={group.medianToAcknowledge} {...{ t, locale }} />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Count({ n, isBad }: { n: number; isBad: boolean }) {
  if (n === 0) return <span className="text-ft-3">0</span>;
  return isBad ? <span className="font-semibold text-(--ft-due)">{n}</span> : n;
}

function MedianText({
  median,
  t,
  locale,
}: {
  median: EscalationsOf["medianToAcknowledge"];
  t: Text;
  locale: string;
}) {
  if (median.seconds !== null) return lengthOf(median.seconds, locale);
  return (
    <span className="text-ft-3">
      {t(median.why === "too_few" ? "escalations.tooFew" : "escalations.notReached")}
    </span>
  );
}

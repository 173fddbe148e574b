import type { Text } from "@/components/text/text";
import { Table } from "@/components/ui/table";
import { RATIO_MIN } from "@/core/metrics/kpis";
import { countText, shareText } from "./number-text";

type Row = { key: string; name: string; n: number; exact: number };

/** How many answers each message brought: as bars that begin at zero, or as a table. */
export function AnsweredAfter({
  rows,
  unattributed,
  as,
  t,
  locale,
}: {
  rows: readonly Row[];
  unattributed: number;
  as: "bars" | "table";
  t: Text;
  locale: string;
}) {
  const rest = { key: "", name: t("analytics.unattributed"), n: unattributed, exact: null };
  const all = [...rows, ...(unattributed > 0 ? [rest] : [])];
  const sum = all.reduce((n, row) => n + row.n, 0);
  const most = Math.max(1, ...all.map(({ n }) => n));
  const shareOf = (n: number) => (sum < RATIO_MIN ? null : shareText(n / sum, locale));
  if (as === "table") {
    return (
      <Table
        caption={t("analytics.answeredAfter")}
        columns={[
          { label: t("analytics.message") },
          { label: t("analytics.answers"), number: true },
          { label: t("analytics.exact"), number: true },
        ]}
      >
        {all.map(({ key, name, n, exact }) => (
          <tr key={key}>
            <th scope="row" data-label={t("analytics.message")}>
              {name}
            </th>
            <td className="ft-number" data-label={t("analytics.answers")}>
              {countText(n, locale)}
            </td>
            <td className="ft-number" data-label={t("analytics.exact")}>
              {exact === null ? "–" : countText(exact, locale)}
            </td>
          </tr>
        ))}
      </Table>
    );
  }
  return (
    <ul className="grid gap-2 text-xs">
      {all.map(({ key, name, n, exact }) => (
        <li key={key} className="grid gap-0.5">
          <span className="flex flex-wrap gap-x-2">
            <span className="text-ft-2">{name}</span>
            <span className="font-semibold tabular-nums">{countText(n, locale)}</span>
            <span className="text-ft-3">
              {[
                shareOf(n),
                exact === null ? null : `${t("analytics.exact")} ${countText(exact, locale)}`,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          <span className="ft-bar-track" aria-hidden="true">
            <i
              data-kind={exact === null ? "entered" : "responded"}
              style={{ width: `${(100 * n) / most}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

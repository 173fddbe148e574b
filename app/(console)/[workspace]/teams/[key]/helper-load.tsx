import Link from "next/link";
import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import type { HelperLoad as Load } from "@/db/queries/helper-load";
import type { PageView } from "../../page-view";
import type { LoadedTeam } from "./load-team";

const NONE: Omit<Load, "personId"> = { owned: 0, acknowledged: 0, waiting: 0, told: 0 };

/** How much stands with each member: who has too much, and who has room. */
export function HelperLoad({ loaded, view }: { loaded: LoadedTeam; view: PageView }) {
  const { members, load, nameOf } = loaded;
  const { slug, locale, t } = view;
  if (members.length === 0) return null;
  const figure = new Intl.NumberFormat(locale);
  const columns = [
    { label: t("teams.member") },
    { label: t("teams.loadOwned"), number: true },
    { label: t("teams.loadWaiting"), number: true },
    { label: t("teams.loadAcknowledged"), number: true },
    { label: t("teams.loadTold"), number: true },
  ];
  const cell = (label: string, n: number, shown: ReactNode = figure.format(n)) => (
    <td className={n === 0 ? "ft-number text-ft-3" : "ft-number"} data-label={label}>
      {shown}
    </td>
  );
  return (
    <section aria-labelledby="load" className="grid gap-2">
      <div>
        <h2 id="load" className="text-base font-semibold">
          {t("teams.load")}
        </h2>
        <p className="text-xs text-ft-3">{t("teams.loadLead")}</p>
      </div>
      <Table caption={t("teams.load")} columns={columns}>
        {members.map(({ personId }) => {
          const { owned, waiting, acknowledged, told } = load.get(personId) ?? NONE;
          const cases = `/${slug}/cases?owner=${encodeURIComponent(personId)}`;
          return (
            <tr key={personId}>
              <th scope="row" data-label={t("teams.member")}>
                {nameOf(personId)}
              </th>
              {cell(
                t("teams.loadOwned"),
                owned,
                owned === 0 ? undefined : (
                  <Link href={cases} className="ft-link">
                    {figure.format(owned)}
                  </Link>
                ),
              )}
              {cell(t("teams.loadWaiting"), waiting)}
              {cell(t("teams.loadAcknowledged"), acknowledged)}
              {cell(t("teams.loadTold"), told)}
            </tr>
          );
        })}
      </Table>
    </section>
  );
}

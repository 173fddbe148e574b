"use client";

import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Preview } from "./use-publishing";

type Landing = Preview["impact"]["landing"][number];

/** Where open cases stand, where they would go on, and what they would get next. */
export function LandingTable({ preview: { impact, clock } }: { preview: Preview }) {
  const t = useText();
  const { landing, unplaced } = impact;
  const isMixed = new Set(landing.map(({ version }) => version)).size > 1;
  const columns = [
    { label: t("versions.stepNow") },
    { label: t("versions.cases"), number: true },
    { label: t("versions.landsOn") },
    { label: t("versions.nextMessage") },
  ];
  return (
    <Table caption={t("versions.landingCaption")} columns={columns}>
      {landing.map((row) => (
        <tr key={`${row.version} ${row.step}`}>
          <th scope="row" data-label={t("versions.stepNow")} className="font-normal">
            <span>
              {row.stepSentence ?? t(row.step === null ? "versions.atStart" : "versions.atEnd")}
              {isMixed ? <span className="text-ft-3"> v{row.version}</span> : null}
            </span>
          </th>
          <td data-label={t("versions.cases")} className="ft-number">
            {new Intl.NumberFormat(clock.locale).format(row.cases)}
          </td>
          <td data-label={t("versions.landsOn")}>
            <div>
              {row.place === "gone" ? (
                <span className="block text-ft-2">{t("versions.isGone")}</span>
              ) : null}
              {row.place === "same"
                ? t("versions.sameStep")
                : (row.landsOnSentence ?? t("versions.theEnd"))}
            </div>
          </td>
          <td data-label={t("versions.nextMessage")}>
            <NextMessage row={row} clock={clock} />
          </td>
        </tr>
      ))}
      {unplaced > 0 ? (
        <tr>
          <th scope="row" data-label={t("versions.stepNow")} className="font-normal">
            {t("versions.unplaced")}
          </th>
          <td data-label={t("versions.cases")} className="ft-number">
            {new Intl.NumberFormat(clock.locale).format(unplaced)}
          </td>
          <td data-label={t("versions.landsOn")}>{t("versions.unplacedStay")}</td>
          <td />
        </tr>
      ) : null}
    </Table>
  );
}

function NextMessage({
  row: { cases, next },
  clock,
}: {
  row: Landing;
  clock: Preview["clock"];
}): ReactNode {
  const t = useText();
  if (!next) return t("versions.notTried");
  const { tried, soon, unchanged, from, to } = next;
  const moment = (at: number) => <Time at={at} show="absolute" {...clock} />;
  const span =
    from === null || to === null
      ? t(unchanged > 0 ? "versions.unchanged" : "versions.noneFollows")
      : from === to
        ? moment(from)
        : t.rich("versions.nextBetween", { from: moment(from), to: moment(to) });
  return (
    <div>
      {soon > 0 ? (
        <span className="flex items-start gap-1 font-medium">
          <TriangleAlert aria-hidden="true" size={14} className="mt-0.5 shrink-0" />
          {t("versions.soon", { n: soon })}
        </span>
      ) : null}
      {soon === tried ? null : <span className="block">{span}</span>}
      {tried < cases ? (
        <span className="block text-xs text-ft-3">{t("versions.triedOf", { tried, cases })}</span>
      ) : null}
    </div>
  );
}

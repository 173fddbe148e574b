import { ArrowDown, ArrowUp, Equal } from "lucide-react";
import type { Text } from "@/components/text/text";
import { Defined } from "./defined";
import type { KpiShown } from "./kpis-shown";
import { Sparkline } from "./sparkline";

/** The numbers at the head of the page, each with what it is of and how it stood before. */
export function KpiStrip({
  kpis,
  isCompared,
  t,
}: {
  kpis: readonly KpiShown[];
  isCompared: boolean;
  t: Text;
}) {
  return (
    <ul className="ft-kpis" aria-label={t("analytics.numbers")}>
      {kpis.map((kpi) => (
        <li key={kpi.id} className="ft-kpi" data-few={kpi.isFew} data-dim={kpi.isDim}>
          <h2 className="flex min-h-7 items-center gap-1 text-xs font-normal text-ft-2">
            {kpi.definition.name}
            <Defined {...kpi.definition} />
          </h2>
          <div className="flex items-end justify-between gap-2">
            <p className="ft-kpi-value">{kpi.value}</p>
            <Sparkline values={kpi.spark} />
          </div>
          <ul className="text-xs text-ft-3">
            {kpi.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          {isCompared ? <DeltaWords delta={kpi.delta} t={t} /> : null}
        </li>
      ))}
    </ul>
  );
}

const ARROWS = { up: ArrowUp, down: ArrowDown, same: Equal } as const;

function DeltaWords({ delta, t }: Pick<KpiShown, "delta"> & { t: Text }) {
  if (delta === "younger") return <p className="text-xs text-ft-3">{t("analytics.younger")}</p>;
  if (!delta) return <p className="text-xs text-ft-3">{t("analytics.noComparison")}</p>;
  const Arrow = ARROWS[delta.direction];
  const verdict = delta.maybeChance
    ? t("analytics.maybeChance")
    : delta.verdict && t(`analytics.${delta.verdict}`);
  return (
    <p className="flex flex-wrap items-center gap-x-1 text-xs text-ft-2">
      <Arrow aria-hidden="true" size={12} />
      <span>{delta.words}</span>
      {verdict ? <span className="text-ft-3">· {verdict}</span> : null}
    </p>
  );
}

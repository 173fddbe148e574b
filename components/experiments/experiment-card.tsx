import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import type { Experiment } from "@/core/contracts/analytics/experiments";
import { ArmsTable } from "./arms-table";
import { DifferencesTable } from "./differences-table";
import { decisionText, type Said } from "./experiment-words";

/** What one split shows: the decision first, then what it rests on. */
export function ExperimentCard({
  experiment,
  said,
  promote,
}: {
  experiment: Experiment;
  said: Said;
  /** Where there is a winner that can be put into the draft. */
  promote: ReactNode;
}) {
  const { t } = said;
  const { step, isLive, isRatioOff, ratioP, crossed, missing, comparisons } = experiment;
  const name = experiment.title ?? step;
  const id = `experiment-${step}`;
  return (
    <section aria-labelledby={id} className="ft-report-block grid gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <p className="text-xs text-ft-3">
            {isLive ? name : `${name} · ${t("experiments.ended")}`}
          </p>
          <h2 id={id} className="ft-section-title mb-0!">
            {isRatioOff ? name : decisionText(experiment, said)}
          </h2>
        </div>
        {promote}
      </div>
      {isRatioOff ? <Note tone="due">{t("experiments.ratioOff")}</Note> : null}
      {isRatioOff || comparisons.length === 0 ? null : (
        <DifferencesTable {...{ experiment, name, said }} />
      )}
      <ArmsTable {...{ experiment, name, said }} />
      <div className="grid gap-1 text-ft-2">
        {missing && missing.cases > 0 && !isRatioOff ? (
          <p>{t("experiments.missing", { cases: missing.cases, days: missing.days ?? -1 })}</p>
        ) : null}
        {ratioP !== null && !isRatioOff ? <p>{t("experiments.ratioOk")}</p> : null}
        {crossed > 0 ? <p>{t("experiments.crossed", { n: crossed })}</p> : null}
      </div>
    </section>
  );
}

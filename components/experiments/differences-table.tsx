import { Table } from "@/components/ui/table";
import type { Experiment } from "@/core/contracts/analytics/experiments";
import { armName, guardrailText, liftText, limitsText, type Said } from "./experiment-words";
import { IntervalBar } from "./interval-bar";

/** Each arm held against the control: the limits as a line and in words, and what to make of it. */
export function DifferencesTable({
  experiment,
  name,
  said,
}: {
  experiment: Experiment;
  name: string;
  said: Said;
}) {
  const { t } = said;
  const { comparisons, control } = experiment;
  const reach = Math.max(
    ...comparisons.flatMap(({ always }) =>
      always ? [Math.abs(always.low), Math.abs(always.high)] : [],
    ),
    0,
  );
  const columns = [
    {
      label: `${t("experiments.arm")}, ${t("experiments.control")} ${armName(experiment, control, t)}`,
    },
    { label: t("experiments.limits") },
    { label: t("experiments.difference") },
    { label: t("experiments.guardrails") },
    { label: t("experiments.verdict") },
  ];
  const [, line, difference, guardrails, verdict] = columns.map(({ label }) => label);
  return (
    <Table caption={t("experiments.differences", { name })} columns={columns}>
      {comparisons.map((one) => (
        <tr key={one.arm}>
          <th scope="row" className="font-normal">
            {armName(experiment, one.arm, t)}
          </th>
          <td data-label={line}>
            {one.always ? (
              <IntervalBar limits={one.always} reach={reach} label={limitsText(one.always, said)} />
            ) : (
              "–"
            )}
          </td>
          <td data-label={difference}>
            <span className="grid gap-1">
              <span>{one.always ? limitsText(one.always, said) : "–"}</span>
              {one.fixed ? (
                <span className="text-ft-2">
                  {t("experiments.fixed", { limits: limitsText(one.fixed, said) })}
                </span>
              ) : null}
              {one.lift ? (
                <span className="text-ft-2">
                  {liftText(one.lift, armName(experiment, control, t), said)}
                </span>
              ) : null}
            </span>
          </td>
          <td data-label={guardrails}>{guardrailText(one, said)}</td>
          <td data-label={verdict}>{t(`experiments.verdict_${one.verdict}`)}</td>
        </tr>
      ))}
    </Table>
  );
}

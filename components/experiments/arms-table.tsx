import { Table } from "@/components/ui/table";
import type { Experiment } from "@/core/contracts/analytics/experiments";
import { armName, resultText, type Said } from "./experiment-words";

/** The arms side by side, as assigned. */
export function ArmsTable({
  experiment,
  name,
  said,
}: {
  experiment: Experiment;
  name: string;
  said: Said;
}) {
  const { t, locale } = said;
  const n = (value: number) => value.toLocaleString(locale);
  const columns = [
    { label: t("experiments.arm") },
    { label: t("experiments.armPeople"), number: true },
    { label: t("experiments.armCases"), number: true },
    { label: t("experiments.armHad") },
    { label: t("experiments.armMessages"), number: true },
    { label: t("experiments.armOptOuts"), number: true },
    { label: t("experiments.armComplaints"), number: true },
    { label: t("experiments.armEscalated"), number: true },
  ];
  const [, people, cases, had, messages, optOuts, complaints, escalated] = columns.map(
    ({ label }) => label,
  );
  return (
    <Table caption={t("experiments.armsOf", { name })} columns={columns}>
      {experiment.arms.map((arm) => (
        <tr key={arm.name}>
          <th scope="row" className="font-normal">
            {armName(experiment, arm.name, t)}
          </th>
          <td data-label={people} className="ft-number">
            {n(arm.people)}
          </td>
          <td data-label={cases} className="ft-number">
            {n(arm.cases)}
          </td>
          <td data-label={had}>{experiment.isRatioOff ? "–" : resultText(arm, said)}</td>
          <td data-label={messages} className="ft-number">
            {arm.messagesPerResolution === null || experiment.isRatioOff
              ? "–"
              : arm.messagesPerResolution.toLocaleString(locale, { maximumFractionDigits: 1 })}
          </td>
          <td data-label={optOuts} className="ft-number">
            {n(arm.optedOut)}
          </td>
          <td data-label={complaints} className="ft-number">
            {n(arm.complained)}
          </td>
          <td data-label={escalated} className="ft-number">
            {n(arm.escalated)}
          </td>
        </tr>
      ))}
    </Table>
  );
}

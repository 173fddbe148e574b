"use client";

import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import type { WorkflowRow } from "@/core/contracts/analytics/workflows";
import { type Delta, lengthDelta, numberDelta, ratioDelta } from "./delta";
import { WORKFLOW_COLUMNS, type WorkflowColumn } from "./workflow-columns";

/** Workflows as columns beside each other; what differs from the first is said in words. */
export function WorkflowsCompared({
  rows,
  onClose,
}: {
  rows: readonly WorkflowRow[];
  onClose: () => void;
}) {
  const t = useText();
  const locale = useLocale();
  const [first, ...others] = rows;
  if (!first) return null;
  const said = { t, locale };
  const differences: Partial<Record<WorkflowColumn, (row: WorkflowRow) => Delta | null>> = {
    response: (row) => ratioDelta(row.response, first.response, "up", said),
    onTime: (row) => ratioDelta(row.onTime, first.onTime, "up", said),
    median: (row) => lengthDelta(row.medianToResponse, first.medianToResponse, said),
    escalation: (row) => ratioDelta(row.escalation, first.escalation, "down", said),
    messages: (row) =>
      numberDelta(row.messagesPerResolved, first.messagesPerResolved, "down", said),
    optOuts: (row) => ratioDelta(row.optOuts, first.optOuts, "down", said),
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <Button size="sm" className="w-fit" onPress={onClose}>
        {t("blocks.allWorkflows")}
      </Button>
      <Table
        caption={t("blocks.compare")}
        columns={[
          { label: t("blocks.number") },
          ...rows.map(({ name }) => ({ label: name, number: true })),
        ]}
      >
        {WORKFLOW_COLUMNS.filter(({ id }) => id !== "name").map(({ id, label, text }) => (
          <tr key={id}>
            <th scope="row" data-label={t("blocks.number")}>
              {t(label)}
            </th>
            <td className="ft-number" data-label={first.name}>
              {text(first, t, locale)}
            </td>
            {others.map((row) => (
              <td key={row.workflow} className="ft-number" data-label={row.name}>
                {text(row, t, locale)}
                <Difference delta={differences[id]?.(row) ?? null} />
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Difference({ delta }: { delta: Delta | null }) {
  const t = useText();
  if (!delta) return null;
  const words = [
    delta.words,
    delta.verdict && t(`analytics.${delta.verdict}`),
    delta.maybeChance && t("analytics.maybeChance"),
  ];
  return <span className="block text-xs text-ft-3">{words.filter(Boolean).join(", ")}</span>;
}

"use client";

import Link from "next/link";
import { useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import type { WorkflowRow } from "@/core/contracts/analytics/workflows";
import { Sparkline } from "./sparkline";
import { WORKFLOW_COLUMNS, type WorkflowColumn, workflowCompare } from "./workflow-columns";
import { WorkflowsCompared } from "./workflows-compared";

const PICKED_MIN = 2;
const PICKED_MAX = 4;

/** The workflows in the order of a column; two to four of them stand beside each other on demand. */
export function WorkflowRows({
  rows,
  slug,
  caption,
}: {
  rows: readonly WorkflowRow[];
  slug: string;
  caption: string;
}) {
  const t = useText();
  const locale = useLocale();
  const [sort, setSort] = useState<{ by: WorkflowColumn; desc: boolean }>({
    by: "opened",
    desc: true,
  });
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [isCompared, setCompared] = useState(false);
  const shown = rows.toSorted(workflowCompare(sort.by, sort.desc));
  const pick = (key: string) =>
    setPicked(picked.includes(key) ? picked.filter((one) => one !== key) : [...picked, key]);
  const chosen = rows.filter(({ workflow }) => picked.includes(workflow));
  if (isCompared && chosen.length >= PICKED_MIN) {
    return <WorkflowsCompared rows={chosen} onClose={() => setCompared(false)} />;
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p className="flex flex-wrap items-center gap-3 text-xs text-ft-3">
        <Button size="sm" isDisabled={chosen.length < PICKED_MIN} onPress={() => setCompared(true)}>
          {t("blocks.compare")}
        </Button>
        {t("blocks.pickSome")}
      </p>
      <section
        className="ft-table-frame max-h-120 overflow-y-auto"
        aria-label={caption}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <table className="ft-table" data-cards>
          <caption className="sr-only">{caption}</caption>
          <thead className="sticky top-0 z-10 bg-ft-surface">
            <tr>
              <th scope="col">
                <span className="sr-only">{t("blocks.compare")}</span>
              </th>
              {WORKFLOW_COLUMNS.map(({ id, label }) => (
                <th
                  key={id}
                  scope="col"
                  className={id === "name" ? undefined : "ft-number"}
                  aria-sort={sort.by === id ? (sort.desc ? "descending" : "ascending") : "none"}
                >
                  <button
                    type="button"
                    className="cursor-pointer font-medium"
                    onClick={() =>
                      setSort({ by: id, desc: sort.by === id ? !sort.desc : id !== "name" })
                    }
                  >
                    {t(label)}
                    <span aria-hidden="true">
                      {sort.by === id ? (sort.desc ? " ↓" : " ↑") : ""}
                    </span>
                  </button>
                </th>
              ))}
              <th scope="col">{t("blocks.course")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.workflow}>
                <td data-label={t("blocks.compare")}>
                  <input
                    type="checkbox"
                    aria-label={t("blocks.pick", { workflow: row.name })}
                    checked={picked.includes(row.workflow)}
                    disabled={!picked.includes(row.workflow) && picked.length >= PICKED_MAX}
                    onChange={() => pick(row.workflow)}
                  />
                </td>
                {WORKFLOW_COLUMNS.map(({ id, label, text }) =>
                  id === "name" ? (
                    <th key={id} scope="row" data-label={t(label)}>
                      <Link
                        href={`/${slug}/workflows/${encodeURIComponent(row.workflow)}/analytics`}
                        prefetch={false}
                        className="ft-link"
                      >
                        {row.name}
                      </Link>
                    </th>
                  ) : (
                    <td key={id} className="ft-number" data-label={t(label)}>
                      {text(row, t, locale)}
                    </td>
                  ),
                )}
                <td data-label={t("blocks.course")}>
                  <Sparkline values={row.trend} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { Defined, type Definition } from "./defined";
import { savePng } from "./save-png";

/**
 * A block of the page: a finding as its title, what it means behind `ⓘ`, the same as a table, and both
 * as files. The picture and the CSV hold what is shown.
 */
export function ChartFrame({
  finding,
  definition,
  table,
  csvHref,
  file,
  actions,
  note,
  children,
}: {
  /** "Half of the cases get an answer within 9 h". */
  finding: string;
  definition: Definition;
  /** The same numbers as a real table. */
  table: ReactNode;
  csvHref?: string | undefined;
  /** Of the picture, without its ending. */
  file: string;
  actions?: ReactNode;
  /** Below the chart, in both views. */
  note?: ReactNode;
  children: ReactNode;
}) {
  const t = useText();
  const title = useId();
  const shown = useRef<HTMLDivElement>(null);
  const [isTable, setTable] = useState(false);
  const picture = async () => {
    const saved = shown.current && (await savePng(shown.current, `${file}.png`, finding));
    if (!saved) showToast(t("analytics.pngFailed"), { failed: true });
  };
  return (
    <section aria-labelledby={title} className="ft-report-block">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-64">
          <p className="flex items-center gap-1 text-xs text-ft-3">
            {definition.name}
            <Defined {...definition} />
          </p>
          <h2 id={title} className="ft-section-title mb-0!">
            {finding}
          </h2>
        </div>
        <div className="flex flex-wrap items-center gap-1">
          {actions}
          <Button size="sm" look="tertiary" onPress={() => setTable(!isTable)}>
            {t(isTable ? "analytics.chart" : "analytics.table")}
          </Button>
          {csvHref ? (
            <a href={csvHref} download className="button button--ghost button--sm">
              {t("analytics.exportCsv")}
            </a>
          ) : null}
          <Button size="sm" look="tertiary" onPress={picture}>
            {t("analytics.exportPng")}
          </Button>
        </div>
      </div>
      <div ref={shown} className="min-w-0 pt-3">
        {isTable ? table : children}
      </div>
      {note}
    </section>
  );
}

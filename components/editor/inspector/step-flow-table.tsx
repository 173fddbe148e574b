"use client";

import { useEffect, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { SETTLED_MIN, type StepFlow, type WayFlow } from "@/core/case/step-flow";
import { WAYS } from "@/core/case/trail";
import type { StepNode } from "@/core/workflow/edit/outline";
import type { CountedFlows } from "../counts/counting";
import { aboutText, shareText, wayFlowOf } from "../counts/flow-words";
import { useWorld } from "../editor-context";
import { wayWord } from "../plan/plan-words";

/** What became of the cases that came to a step in the last 30 days. */
export function StepFlowTable({ node }: { node: StepNode }) {
  const t = useText();
  const counted = useMonth();
  if (counted === "failed") return <p className="text-ft-2">{t("counts.failed")}</p>;
  if (counted === null) return <p className="text-ft-3">{t("counts.statsLoading")}</p>;
  const flow = counted.flows.get(node.key);
  return (
    <section aria-label={t("counts.statsMonth")} className="grid gap-3">
      <h3 className="ft-label">{t("counts.statsMonth")}</h3>
      {flow ? <Figures flow={flow} node={node} /> : <p>{t("counts.statsNone")}</p>}
    </section>
  );
}

function useMonth(): CountedFlows | "failed" | null {
  const { loadFlows } = useWorld();
  const [counted, setCounted] = useState<CountedFlows | "failed" | null>(null);
  useEffect(() => {
    let current = true;
    void loadFlows("month").then((found) => current && setCounted(found ?? "failed"));
    return () => {
      current = false;
    };
  }, [loadFlows]);
  return counted;
}

function Figures({ flow, node }: { flow: StepFlow; node: StepNode }) {
  const t = useText();
  const locale = useLocale();
  const figure = (n: number) => new Intl.NumberFormat(locale).format(n);
  const { settled, medianMs } = flow;
  const all: [string, string][] = [
    [t("counts.statsIn"), figure(flow.in)],
    [t("counts.statsHere"), figure(flow.here)],
    [t("counts.statsSettled"), figure(settled)],
    ...(medianMs === null || medianMs === 0
      ? []
      : ([[t("counts.statsMedian"), aboutText(medianMs, t)]] as [string, string][])),
  ];
  return (
    <>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {all.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ft-2">{name}</dt>
            <dd className="ft-figures text-end">{value}</dd>
          </div>
        ))}
      </dl>
      {settled === 0 ? null : <Ways flow={flow} node={node} />}
      {settled < SETTLED_MIN ? (
        <p className="text-xs text-ft-2">
          {t("counts.statsFew", { n: settled, min: SETTLED_MIN })}
        </p>
      ) : null}
      <p className="text-xs text-ft-3">{t("counts.statsWhat")}</p>
    </>
  );
}

function Ways({ flow, node }: { flow: StepFlow; node: StepNode }) {
  const t = useText();
  const locale = useLocale();
  const figure = (n: number) => new Intl.NumberFormat(locale).format(n);
  const more = (name: string, way: WayFlow | undefined) =>
    way && way.n > 0 ? [{ key: name, name, way }] : [];
  const rows = [
    ...node.ways.flatMap((each) => {
      const way = wayFlowOf(flow, each);
      return way ? [{ key: each.key, name: wayWord(each, { t }), way }] : [];
    }),
    ...more(t("counts.statsHoldout"), flow.ways[WAYS.holdout]),
    ...more(t("counts.statsOn"), flow.ways[WAYS.on]),
    ...more(t("counts.statsEnded"), flow.ended),
  ];
  return (
    <table className="w-full text-start">
      <caption className="ft-label pb-1 text-start">{t("counts.statsWays")}</caption>
      <thead className="text-xs text-ft-3">
        <tr>
          <th scope="col" className="text-start font-normal">
            {t("counts.statsWay")}
          </th>
          <th scope="col" className="ps-3 text-end font-normal">
            {t("counts.statsCases")}
          </th>
          <th scope="col" className="ps-3 text-end font-normal">
            {t("counts.statsShare")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, way }) => (
          <tr key={key}>
            <th scope="row" className="py-1 text-start font-normal">
              {name}
              {way.medianMs === null || way.medianMs === 0 ? null : (
                <span className="block text-xs text-ft-3">
                  {t("counts.medianShort", { span: aboutText(way.medianMs, t) })}
                </span>
              )}
            </th>
            <td className="ft-figures py-1 ps-3 text-end align-top">{figure(way.n)}</td>
            <td className="ft-figures py-1 ps-3 text-end align-top">
              {way.share === null ? "–" : shareText(way.share, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

"use client";

import { Check, CircleDot } from "lucide-react";
import { stageName, stepName, wayName } from "@/components/editor/plan/plan-words";
import { rowsOf } from "@/core/workflow/edit/outline";
import { stepsUpTo } from "./event-rows";
import type { Sim } from "./use-simulation";

const NONE_COLLAPSED: ReadonlySet<string> = new Set();

/** The plan as a list: how far the case has come, where it stands, and what it never comes to. */
export function PlanPath({ sim }: { sim: Sim }) {
  const { t, locale, names, outline, rows, current, run } = sim;
  const reader = { t, locale, names };
  const reached = stepsUpTo(rows, current);
  const here = rows[current - 1]?.step ?? reached.at(-1);
  const visited = new Set(run?.visited);
  return (
    <section
      aria-labelledby="simulation-plan"
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2"
    >
      <h2 id="simulation-plan" className="text-base font-semibold">
        {t("simulation.plan")}
      </h2>
      <ol className="grid grid-cols-[minmax(0,1fr)] border-y border-ft-subtle bg-ft-surface py-1">
        {rowsOf(outline, NONE_COLLAPSED).map(({ node, level }) => {
          const inset = { paddingInlineStart: 12 + (level - 1) * 14 };
          if (node.type !== "step") {
            const isEmpty = node.type === "stage" && node.steps.length === 0;
            if (isEmpty) return null;
            const name = node.type === "stage" ? stageName(node, reader) : wayName(node, reader);
            return (
              <li key={node.key} style={inset} className="py-1 pe-3 text-xs font-medium text-ft-2">
                {name}
              </li>
            );
          }
          const isHere = node.key === here;
          const isPast = reached.includes(node.key);
          const isNever = !visited.has(node.key);
          return (
            <li
              key={node.key}
              style={inset}
              aria-current={isHere ? "step" : undefined}
              className={`flex items-start gap-2 py-1 pe-3 ${isHere ? "bg-ft-accent-soft" : ""} ${isPast ? "" : "text-ft-2"} ${isNever ? "text-ft-3" : ""}`}
            >
              <span className="mt-0.5 w-4 shrink-0 text-ft-accent">
                {isHere ? (
                  <CircleDot aria-hidden="true" size={16} />
                ) : isPast ? (
                  <Check aria-hidden="true" size={16} />
                ) : null}
              </span>
              <span className="min-w-0 wrap-anywhere">
                {stepName(node, reader)}
                {isHere ? (
                  <span className="sr-only"> {t("simulation.isHere")}</span>
                ) : isPast ? (
                  <span className="sr-only"> {t("simulation.isPast")}</span>
                ) : null}
                {isNever ? (
                  <span className="ms-2 text-xs italic">{t("simulation.neverReached")}</span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

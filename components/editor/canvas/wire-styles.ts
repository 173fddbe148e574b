"use client";

import { type CSSProperties, useMemo } from "react";
import { outlineOf, type StepNode } from "@/core/workflow/edit/outline";
import { wayFlowOf } from "../counts/flow-words";
import { useDocument, useEditor } from "../editor-context";

const THIN = 1.5;
const THICK = 6;

/**
 * How the lines of counted ways are drawn, by the way's key: as thick as their share of the settled
 * cases, the one that has the focus in the accent's colour. Null while nothing is counted.
 */
export function useWireStyles(): ReadonlyMap<string, CSSProperties> | null {
  const { definition } = useDocument();
  const flows = useEditor((state) => state.flows);
  // Only a way that cases are counted by is lit: moving the focus draws no line anew otherwise.
  const lit = useEditor(({ flows: { size }, current }) =>
    size > 0 && current.includes("/") ? current : null,
  );
  return useMemo(() => {
    if (flows.size === 0) return null;
    const styles = new Map<string, CSSProperties>();
    const visit = (nodes: readonly StepNode[]) => {
      for (const { key, ways } of nodes) {
        for (const way of ways) {
          const share = wayFlowOf(flows.get(key), way)?.share ?? null;
          styles.set(way.key, {
            ...(share !== null && { strokeWidth: THIN + (THICK - THIN) * share }),
            ...(way.key === lit && { stroke: "var(--ft-accent)" }),
          });
          visit(way.steps);
        }
      }
    };
    for (const stage of outlineOf(definition)) visit(stage.steps);
    return styles;
  }, [definition, flows, lit]);
}

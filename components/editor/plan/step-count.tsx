"use client";

import { useLocale, useText } from "@/components/text/text-provider";
import type { StepFlow } from "@/core/case/step-flow";
import type { OutlineNode, StageNode, StepNode, WayNode } from "@/core/workflow/edit/outline";
import type { Flows } from "../counts/counting";
import { flowSaid, flowTokens, wayFlowOf, waySaid, wayToken } from "../counts/flow-words";
import { useEditor } from "../editor-context";

const useWords = () => ({ t: useText(), locale: useLocale() });

/** What became of the cases at a step, in its card's words and read out; null where nothing is counted. */
export function useStepCount({ key }: StepNode) {
  const words = useWords();
  const flow = useEditor(({ flows }) => flows.get(key));
  if (!flow) return null;
  return { tokens: flowTokens(flow, words).join(" · "), said: flowSaid(flow, words) };
}

/** How many went a branch, and which share of the settled ones. */
export function useWayCount(node: WayNode) {
  const words = useWords();
  const flow = useEditor(({ flows }) => flows.get(node.step));
  const way = wayFlowOf(flow, node);
  if (!flow || !way) return null;
  return { token: wayToken(way, words), said: waySaid(flow, way, node, words) };
}

/** How many came to a stage. */
export function useStageCount(node: StageNode): string | null {
  const { t } = useWords();
  const flow = useEditor(({ flows }) => flowInto(flows, node));
  return flow ? t("counts.in", { n: flow.in }) : null;
}

/** What the outline says of any node, below its words. */
export function useNodeCount(node: OutlineNode): string | null {
  const words = useWords();
  const flow = useEditor(({ flows }) => flowInto(flows, node));
  if (!flow) return null;
  if (node.type === "stage") return words.t("counts.in", { n: flow.in });
  if (node.type === "step") return flowSaid(flow, words);
  const way = wayFlowOf(flow, node);
  return way ? waySaid(flow, way, node, words) : null;
}

/** The step whose cases say how many came to a node: a stage is come to by the first that anybody came to. */
function flowInto(flows: Flows, node: OutlineNode): StepFlow | undefined {
  if (node.type !== "stage") return flows.get(node.type === "way" ? node.step : node.key);
  return node.steps.map(({ key }) => flows.get(key)).find((flow) => flow !== undefined);
}

/** Figures beside what they are about; their tooltip says them in full. */
export const CountToken = ({ text, said }: { text: string; said: string }) => (
  <span className="ft-count" title={said}>
    {text}
  </span>
);

/** Figures on a line of their own; nothing where nothing is counted. */
export const CountLine = ({ text }: { text: string | null }) =>
  text === null ? null : <span className="block text-xs font-normal text-ft-2">{text}</span>;

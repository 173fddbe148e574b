"use client";

import type { Text } from "@/components/text/text";
import { useText } from "@/components/text/text-provider";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import type { Earliest } from "@/core/workflow/edit/earliest";
import type { StageNode, StepNode } from "@/core/workflow/edit/outline";
import { useEditor } from "../editor-context";

const PERCENT = 100;

/** When this step's turn comes at the earliest, in the gutter. */
export function MomentMark({ node, moment }: { node: StepNode; moment: Earliest }) {
  const t = useText();
  const late = useEditor(
    ({ problems }) => problems.get(node.key)?.some(({ code }) => code === "wait.order") ?? false,
  );
  return (
    <p className="ft-moment" data-late={late} aria-hidden="true">
      <span>{momentWords(moment, t)}</span>
      {moment.at === null ? null : <span className="block">{moment.at}</span>}
    </p>
  );
}

/** “Due −2 d”: short, for the gutter. */
export function momentWords({ anchor, ms, businessDays, fraction }: Earliest, t: Text): string {
  const name = t("editor.anchor", { anchor });
  if (fraction !== null) return t("editor.partOfWay", { n: Math.round(fraction * PERCENT) });
  const parts = [
    ...(businessDays === 0
      ? []
      : [signed(businessDays, t("editor.shortBusiness", abs(businessDays)))]),
    ...(ms === 0 ? [] : [signed(ms, shortLength(Math.abs(ms), t))]),
  ];
  return [name, ...parts].join(" ");
}

const abs = (n: number) => ({ n: Math.abs(n) });
const signed = (n: number, text: string): string => `${n < 0 ? "−" : "+"}${text}`;

function shortLength(ms: number, t: Text): string {
  if (ms % DAY_MS === 0) return t("editor.shortDays", { n: ms / DAY_MS });
  if (ms >= DAY_MS) {
    const days = Math.floor(ms / DAY_MS);
    return `${t("editor.shortDays", { n: days })} ${shortLength(ms - days * DAY_MS, t)}`;
  }
  if (ms >= HOUR_MS) return t("editor.shortHours", { n: Math.round((ms / HOUR_MS) * 10) / 10 });
  return t("editor.shortMinutes", { n: Math.max(1, Math.round(ms / MINUTE_MS)) });
}

/** The steps of the stages beside which the gutter says a time: the first, and those where it changes. */
export function timedSteps(
  outline: readonly StageNode[],
  moments: ReadonlyMap<string, Earliest>,
): ReadonlySet<string> {
  let last = "";
  const timed = new Set<string>();
  for (const { key } of outline.flatMap(({ steps }) => steps)) {
    const moment = moments.get(key);
    const text = JSON.stringify(moment ?? null);
    if (moment && text !== last) timed.add(key);
    if (moment) last = text;
  }
  return timed;
}

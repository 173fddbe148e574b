import type { Text } from "@/components/text/text";
import { spanText } from "@/components/ui/time-text";
import { SETTLED_MIN, type StepFlow, type WayFlow } from "@/core/case/step-flow";
import { WAYS } from "@/core/case/trail";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/core/time";
import type { WayNode } from "@/core/workflow/edit/outline";

type Words = { t: Text; locale: string };

const NOBODY: WayFlow = { n: 0, share: null, medianMs: null };

/** The way of a case that a branch stands for; a round of a repeat is none, it leads back. */
function wayOf({ kind, name }: Pick<WayNode, "kind" | "name">): string | null {
  switch (kind) {
    case "path":
      return WAYS.path(name);
    case "arm":
      return WAYS.arm(name);
    case "round":
      return null;
    default:
      return WAYS[kind === "no_answer" ? "noAnswer" : kind];
  }
}

/** The cases that went a branch, or null where it is none that cases are counted by. */
export function wayFlowOf(
  flow: StepFlow | undefined,
  node: Pick<WayNode, "kind" | "name">,
): WayFlow | null {
  const way = wayOf(node);
  if (!flow || way === null) return null;
  return flow.ways[way] ?? { ...NOBODY, share: flow.settled < SETTLED_MIN ? null : 0 };
}

export const shareText = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);

const UNITS = [
  { ms: DAY_MS, part: 4 * HOUR_MS },
  { ms: HOUR_MS, part: 10 * MINUTE_MS },
  { ms: MINUTE_MS, part: 10 * SECOND_MS },
];

/** About how long, as exactly as it is known: “9 h”, “1 d 4 h”. */
export function aboutText(ms: number, t: Text): string {
  const unit = UNITS.find((each) => ms >= each.ms);
  if (!unit) return spanText(ms, t);
  const step = ms >= 3 * unit.ms ? unit.ms : unit.part;
  return spanText(Math.round(ms / step) * step, t);
}

/** What stands on a step's card: “412 in”, “98 ended here (24 %)”, “median 9 h”. */
export function flowTokens({ in: reached, ended, medianMs }: StepFlow, words: Words): string[] {
  const { t, locale } = words;
  const { n, share } = ended;
  return [
    t("counts.in", { n: reached }),
    n === 0
      ? ""
      : share === null
        ? t("counts.ended", { n })
        : t("counts.endedShare", { n, share: shareText(share, locale) }),
    medianMs === null || medianMs === 0
      ? ""
      : t("counts.medianShort", { span: aboutText(medianMs, t) }),
  ].filter(Boolean);
}

/** The same in full sentences, as it is read out. */
export function flowSaid(flow: StepFlow, { t, locale }: Words): string {
  const { n, share } = flow.ended;
  return [
    t("counts.stepSaid", { n: flow.in, here: flow.here, settled: flow.settled }),
    n === 0
      ? ""
      : t("counts.endedSaid", { n, share: share === null ? "none" : shareText(share, locale) }),
    flow.medianMs === null || flow.medianMs === 0
      ? ""
      : t("counts.medianSaid", { span: aboutText(flow.medianMs, t) }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** “44 % · 121”, or the number alone where the settled ones are too few. */
export const wayToken = ({ n, share }: WayFlow, { t, locale }: Words): string =>
  share === null
    ? t("counts.wayCount", { n })
    : t("counts.wayShare", { n, share: shareText(share, locale) });

/** “Of 274 that reached here, 121 responded (44 % of 274 settled), median 9 h.” */
export function waySaid(
  flow: StepFlow,
  way: WayFlow,
  { kind, name }: Pick<WayNode, "kind" | "name">,
  { t, locale }: Words,
): string {
  const said = t("counts.waySaid", { in: flow.in, n: way.n, way: kind, name });
  const { settled } = flow;
  if (way.share === null) return t("counts.waySaidFew", { said, settled, min: SETTLED_MIN });
  const share = shareText(way.share, locale);
  if (way.medianMs === null || way.medianMs === 0) {
    return t("counts.waySaidShareOnly", { said, share, settled });
  }
  const span = aboutText(way.medianMs, t);
  return t("counts.waySaidShare", { said, share, settled, span });
}

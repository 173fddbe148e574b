import { z } from "zod";
import { Duration, durationMs } from "@/core/calendar/duration";
import { HOUR_MS } from "@/core/time";
import type { Definition } from "@/core/workflow/definition";
import type { Step } from "@/core/workflow/step";
import { LocalTime, StepId } from "@/core/workflow/steps/shared";
import type { BestWindow } from "./best-window";
import { flattenedAfter, hazardByInterval } from "./hazard";
import type { Interval } from "./interval";
import { wilson } from "./proportion";
import type { Observed } from "./risk-set";

/** A change of one step of the draft. */
export const AdvisedChange = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("wait_for"), step: StepId, for: Duration }),
  z.strictObject({ do: z.literal("wait_at"), step: StepId, at: LocalTime }),
  z.strictObject({ do: z.literal("disable"), step: StepId }),
]);
export type AdvisedChange = z.infer<typeof AdvisedChange>;

/** What the numbers say of a workflow, and the change that follows from it. */
export type Advice = { stage: string; change: AdvisedChange } & (
  | { kind: "shorter"; hours: number; answers: Counted }
  | { kind: "costly"; answers: Counted; optOuts: Counted }
  | { kind: "hours"; window: BestWindow }
);

/** `n` of `of`, with the limits of the share. */
export type Counted = { n: number; of: number } & Interval;

/** What came after the first message of a stage. */
export type StageSeen = {
  stage: string;
  /** Hours to a response, or to the next message, the end or now. */
  observed: readonly Observed[];
  delivered: number;
  answered: number;
  optedOut: number;
};

/** Of fewer nothing is advised. */
const WAITING_MIN = 50;
const DELIVERED_MIN = 200;
const OPT_OUTS_MIN = 10;

/** A wait is worth shortening where it lasts this much longer than answers come. */
const LONGER = 1.25;
const EDGES = [0, 6, 12, 24, 36, 48, 72, 96, 120, 168, 240, 336];

/** In the order of the stages; none where too little is known or the document does what it says already. */
export function adviceOf(
  { stages }: Pick<Definition, "stages">,
  seen: readonly StageSeen[],
  best: BestWindow | null,
): Advice[] {
  return stages.flatMap((stage, i) => {
    const counted = seen.find((each) => each.stage === stage.id);
    const isLast = i === stages.length - 1;
    return [
      ...(counted && !isLast ? shorterOf(stage.steps, counted) : []),
      ...(counted && i > 0 ? costlyOf(stage.steps, counted) : []),
      ...(best && !isLast ? hoursOf(stage, best) : []),
    ];
  });
}

const isOn = ({ disabled }: Step): boolean => disabled !== true;

const countedOf = (n: number, of: number): Counted => ({ n, of, ...wilson(n, of) });

function shorterOf(steps: readonly Step[], { stage, observed }: StageSeen): Advice[] {
  const wait = steps.findLast(
    (step) => isOn(step) && (step.kind === "wait" || step.kind === "wait_for_response"),
  );
  if (wait?.kind !== "wait" && wait?.kind !== "wait_for_response") return [];
  if (typeof wait.for !== "string") return [];
  const flat = flattenedAfter(hazardByInterval(observed, EDGES));
  if (!flat || durationMs(wait.for) < flat.from * HOUR_MS * LONGER) return [];
  const later = observed.filter(({ x }) => x >= flat.from);
  const total = later.reduce(
    (n, { events, censored, competing = 0 }) => n + events + censored + competing,
    0,
  );
  if (total < WAITING_MIN) return [];
  const answers = countedOf(
    later.reduce((n, { events }) => n + events, 0),
    total,
  );
  const change = { do: "wait_for", step: wait.id, for: `PT${flat.from}H` } as const;
  return [{ kind: "shorter", stage, hours: flat.from, answers, change }];
}

/** Surely more opt-outs than answers: the limits of the one lie above those of the other. */
function costlyOf(
  steps: readonly Step[],
  { stage, delivered, answered, optedOut }: StageSeen,
): Advice[] {
  const sends = steps.filter((step) => step.kind === "send" && isOn(step));
  const [send, another] = sends;
  if (!send || another || delivered < DELIVERED_MIN || optedOut < OPT_OUTS_MIN) return [];
  const answers = countedOf(Math.min(answered, delivered), delivered);
  const optOuts = countedOf(Math.min(optedOut, delivered), delivered);
  if (optOuts.low <= answers.high) return [];
  return [{ kind: "costly", stage, answers, optOuts, change: { do: "disable", step: send.id } }];
}

/** The wait before the next stage, where its message leaves at no hour that is best. */
function hoursOf(
  { id, steps }: { id: string; steps: readonly Step[] },
  window: BestWindow,
): Advice[] {
  const wait = steps.at(-1);
  if (wait?.kind !== "wait" || !isOn(wait)) return [];
  const hour = wait.at === undefined ? null : Number(wait.at.slice(0, 2));
  if (hour !== null && hour >= window.fromHour && hour < window.toHour) return [];
  const at = `${String(window.fromHour).padStart(2, "0")}:00`;
  return [{ kind: "hours", stage: id, window, change: { do: "wait_at", step: wait.id, at } }];
}

import { z } from "zod";
import { EXPERIMENT_METRICS, GUARDRAILS } from "@/core/metrics/experiment-case";
import { At } from "../fields";

const Limits = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .meta({ description: "95 % limits, for all arms together" });

const Arm = z.object({
  name: z.string(),
  isHoldout: z.boolean(),
  people: z.int(),
  cases: z.int(),
  pending: z.int().meta({ description: "Too young to tell: neither had nor not" }),
  counted: z.int(),
  had: z.int(),
  rate: Limits.nullable().meta({ description: "had / counted; null where fewer than 20" }),
  optedOut: z.int().meta({ description: "Cases with an opt-out because of one of its messages" }),
  complained: z.int(),
  escalated: z.int(),
  delivered: z.int().meta({ description: "Messages" }),
  resolved: z.int(),
  messagesPerResolution: z.number().nullable(),
});

const Comparison = z.object({
  arm: z.string(),
  always: Limits.nullable().meta({
    description:
      "Less the control's; hours saved where that is the metric. Holds however often somebody looks",
  }),
  fixed: Limits.nullable().meta({
    description: "For one look: null until each arm has the planned number of cases",
  }),
  lift: Limits.nullable().meta({ description: "`fixed` as a share of the control's" }),
  guardrails: z.array(
    z.object({
      of: z.enum(GUARDRAILS),
      difference: Limits.nullable(),
      isBroken: z.boolean(),
    }),
  ),
  verdict: z.enum(["too_few", "better", "breaks_guardrail", "worse", "no_difference", "open"]),
});

export const Experiment = z.object({
  step: z.string(),
  title: z.string().nullable(),
  isLive: z.boolean().meta({ description: "The live version still has the step" }),
  control: z.string().meta({ description: "The arm that the others are held against" }),
  arms: z.array(Arm),
  isRatioOff: z.boolean().meta({
    description:
      "Arms hold other numbers of people than their weights say (p < 0.001): nothing is compared",
  }),
  ratioP: z.number().nullable(),
  crossed: z.int().meta({
    description: "People whom a change of weights moved; they count where they came first",
  }),
  planned: z.int().nullable().meta({
    description: "Cases of each arm to see a change of 5 points with a chance of 80 %",
  }),
  missing: z
    .object({ cases: z.int(), days: z.int().nullable() })
    .nullable()
    .meta({ description: "Until then, over all arms, at today's pace" }),
  comparisons: z.array(Comparison),
  winner: z.string().nullable().meta({
    description:
      "Better than the control, and breaks no guardrail; or the control, if all are worse",
  }),
});
export type Experiment = z.infer<typeof Experiment>;
export type ExperimentArmRow = Experiment["arms"][number];
export type ExperimentComparison = Experiment["comparisons"][number];

export const ExperimentsReport = z.object({
  from: At,
  to: At,
  asOf: At,
  timeZone: z.string(),
  workflow: z.string(),
  metric: z.enum(EXPERIMENT_METRICS),
  horizonDays: z.int(),
  keptSince: At.nullable().meta({
    description:
      "Retention has deleted cases opened before, so that none opened before counts; null where the time asked for is whole",
  }),
  isLimited: z.boolean().meta({ description: "Not all cases are counted: the oldest 200,000 are" }),
  experiments: z.array(Experiment),
});
export type ExperimentsReport = z.infer<typeof ExperimentsReport>;

import { z } from "zod";
import { Percentile, Ratio, Scope } from "./shapes";

/** Opens by email: what can be seen, and between which bounds the truth lies. */
export const Opens = z.object({
  tracked: z.int().meta({ description: "Delivered emails with a pixel" }),
  human: z.int(),
  machine: z.int().meta({ description: "Opened by proxies or unknown visitors only" }),
  rate: z.number().nullable().meta({ description: "human / (tracked − machine)" }),
  low: z.number().nullable().meta({ description: "human / tracked" }),
  high: z.number().nullable().meta({ description: "(human + machine) / tracked" }),
  observability: z.number().nullable().meta({ description: "1 − machine / tracked" }),
});
export type Opens = z.infer<typeof Opens>;

/** The numbers of the strip, each of the cases opened in the period. */
export const Kpis = z.object({
  opened: z.int(),
  open: z.int().meta({ description: "Of these still open: most of the numbers may still grow" }),
  onTime: Ratio.meta({
    description: "Resolved by the due moment, of cases whose due moment has passed",
  }),
  response: Ratio.meta({ description: "With a response, of cases with a delivered message" }),
  medianToResponse: Percentile.meta({ description: "From the first delivered message" }),
  medianToResponseWorking: Percentile.meta({ description: "The same in working time" }),
  medianToResolution: Percentile,
  resolution: Ratio.meta({ description: "Resolved, of cases opened" }),
  promised: Ratio.meta({ description: "Put off to a day by the person" }),
  escalation: Ratio.meta({
    description: "Escalated by the plan, of cases that are over or were escalated",
  }),
  messagesPerResolved: z.object({
    messages: z.int(),
    resolved: z.int(),
    value: z.number().nullable(),
  }),
  delivery: Ratio.meta({ description: "Delivered, of messages sent" }),
  opens: Opens,
  clicks: Ratio.meta({ description: "Messages with a human click, of those delivered" }),
  optOuts: Ratio.meta({ description: "Switched off because of a message, of messages delivered" }),
  reach: Ratio.meta({ description: "With a delivered message, of cases opened" }),
  deadEnd: Ratio.meta({ description: "Nobody could be reached" }),
});
export type Kpis = z.infer<typeof Kpis>;

export const SummaryReport = Scope.extend({
  kpis: Kpis,
  compared: z
    .object({
      from: z.string(),
      to: z.string(),
      isAsMature: z.boolean().meta({
        description:
          "No larger share of the period's own cases is still open, by 2 points at most. Otherwise they are younger, and only rates of delivery and medians compare",
      }),
      kpis: Kpis,
    })
    .nullable()
    .meta({ description: "The period it is compared with, when one was asked for" }),
});
export type SummaryReport = z.infer<typeof SummaryReport>;

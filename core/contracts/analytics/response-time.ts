import { z } from "zod";
import { Percentile, Scope } from "./shapes";

const CurvePoint = z.object({
  seconds: z.number(),
  share: z.number().meta({ description: "Still without it" }),
  low: z.number(),
  high: z.number(),
  atRisk: z.int(),
});

export const Curve = z.object({
  key: z.string().meta({ description: "`all`, or the version, channel or arm" }),
  cases: z.int(),
  events: z.int(),
  points: z.array(CurvePoint).meta({ description: "At most 300, of all steps" }),
  p25: Percentile,
  p50: Percentile,
  p75: Percentile,
  p90: Percentile,
  restrictedMean: z
    .object({ seconds: z.number(), upTo: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .meta({ description: "Mean time lost up to a moment" }),
  atRisk: z.array(z.object({ seconds: z.number(), n: z.int() })),
});
export type Curve = z.infer<typeof Curve>;

export const ResponseTimeReport = Scope.extend({
  of: z.enum(["response", "resolution"]),
  clock: z.enum(["wall", "working"]),
  curves: z.array(Curve),
  /** Where messages of the plan left, as the median of the cases that got them. */
  markers: z.array(
    z
      .object({ stage: z.string(), name: z.string(), seconds: z.number(), escalation: z.boolean() })
      .meta({ description: "Of an escalation without stage and name" }),
  ),
  incidence: z
    .array(z.object({ seconds: z.number(), resolved: z.number(), ended: z.number() }))
    .nullable()
    .meta({
      description: "Aalen–Johansen, where more than 5 % ended otherwise",
    }),
  answeredAfter: z.array(
    z.object({
      stage: z.string(),
      channel: z.string(),
      place: z.int().meta({ description: "Of the message among the case's, from 1" }),
      n: z.int(),
      exact: z.int().meta({ description: "By the message's own link, or a reply to it" }),
    }),
  ),
  unattributed: z.int(),
  compared: z
    .object({
      groups: z.array(z.string()),
      hoursSaved: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
      p: z.number().nullable().meta({ description: "Log-rank" }),
    })
    .nullable()
    .meta({
      description:
        "Of two groups, but not of arms: the hours that the second waits less than the first, up to the moment that both were watched",
    }),
});
export type ResponseTimeReport = z.infer<typeof ResponseTimeReport>;

import { z } from "zod";
import { At } from "../fields";

/** A share with what it is of. */
export const Ratio = z
  .object({
    n: z.int().meta({ description: "Numerator" }),
    of: z.int().meta({ description: "Denominator" }),
    rate: z.number().nullable().meta({
      description: "n / of; null where `of` is below 20: too few for a rate",
    }),
  })
  .meta({ description: "A share, with what it is of" });
export type Ratio = z.infer<typeof Ratio>;

/** Kaplan–Meier: open cases count for as long as they have been waited for. */
export const Percentile = z.object({
  seconds: z.number().nullable(),
  low: z.number().nullable().meta({ description: "Lower end of the 95 % limits, in seconds" }),
  high: z.number().nullable(),
  why: z.enum(["too_few", "not_reached"]).nullable().meta({
    description: "Why there is none: fewer than 20 events, or too many without one so far",
  }),
  beyond: z.number().nullable().meta({
    description: "Where it is not reached: it lies beyond this many seconds",
  }),
});
export type Percentile = z.infer<typeof Percentile>;

/** What a report is about, as it was understood. */
export const Scope = z.object({
  from: At,
  to: At,
  timeZone: z.string(),
  asOf: At.meta({ description: "The moment the numbers are of" }),
  source: z.enum(["rollups", "cases"]).meta({
    description: "Summed up beforehand, or recounted case by case: the same numbers",
  }),
});
export type Scope = z.infer<typeof Scope>;

import { z } from "zod";
import { EXPERIMENT_METRICS, HORIZON_DAYS_MAX } from "@/core/metrics/experiment-case";

/** What the arms are judged by, for how long cases are followed, and whom arms are held against. */
export const ExperimentsParams = z.object({
  metric: z.enum(EXPERIMENT_METRICS).catch("on_time"),
  horizonDays: z.coerce.number().int().min(1).max(HORIZON_DAYS_MAX).optional().catch(undefined),
  control: z.string().max(80).optional().catch(undefined),
});

export type ExperimentsAsked = z.output<typeof ExperimentsParams>;

/** Lengths in days that the page offers; its address may say others. */
export const HORIZONS_OFFERED = [7, 14, 30, 90] as const;

/** The query that asks for the same again. */
export function experimentsQuery({ metric, horizonDays, control }: ExperimentsAsked): string {
  const search = new URLSearchParams({ metric });
  if (horizonDays !== undefined) search.set("horizonDays", String(horizonDays));
  if (control !== undefined) search.set("control", control);
  return `?${search}`;
}

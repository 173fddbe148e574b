import { z } from "zod";
import { EXPERIMENT_METRICS, HORIZON_DAYS_MAX } from "@/core/metrics/experiment-case";

/** What the arms are judged by, for how long cases are followed, and whom arms are held against. */
export const ExperimentsParams = z.object({
  metric: z.enum(EXPERIMENT_METRICS).catch("on_time"),
  horizonDays: z.coerce.number().int().min(1).max(HORIZON_DAYS_MAX).optional().catch(undefined),
  control: z.string().max(80).optional().catch(undefined),
});

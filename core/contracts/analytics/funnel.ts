import { z } from "zod";
import { Ratio, Scope } from "./shapes";

const FunnelStage = z.object({
  stage: z.string(),
  name: z.string(),
  entered: z.int(),
  delivered: z.int().meta({ description: "Cases with a delivered message of the stage" }),
  responded: z.int().meta({ description: "First response while the case stood there" }),
  resolved: z.int(),
  passed: z.int().meta({ description: "Went on to a later stage" }),
  here: z.int().meta({ description: "Stand there now" }),
  ended: z.int().meta({ description: "Canceled or expired there" }),
  noAnswer: z.int().meta({ description: "Entered, and left without response or resolution" }),
  yield: Ratio.meta({ description: "Responded there, of those that entered. Not causal" }),
  optOuts: Ratio.meta({ description: "Of messages delivered in the stage" }),
});
export type FunnelStage = z.infer<typeof FunnelStage>;

/** One workflow's stages; of several versions each by itself when asked for. */
export const FunnelReport = Scope.extend({
  workflow: z.string().meta({ description: "Empty where there is none yet" }),
  version: z.int().nullable(),
  opened: z.int(),
  stages: z.array(FunnelStage),
  escalated: z.int(),
  resolved: z.int(),
  expired: z.int(),
  canceled: z.int(),
  open: z.int(),
});
export type FunnelReport = z.infer<typeof FunnelReport>;

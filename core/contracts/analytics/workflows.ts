import { z } from "zod";
import { Percentile, Ratio, Scope } from "./shapes";

const WorkflowRow = z.object({
  workflow: z.string(),
  name: z.string(),
  opened: z.int(),
  open: z.int(),
  response: Ratio,
  resolution: Ratio,
  onTime: Ratio,
  medianToResponse: Percentile,
  escalation: Ratio,
  messagesPerResolved: z.number().nullable(),
  optOuts: Ratio,
  trend: z.array(z.int()).meta({ description: "Cases opened, in up to 30 equal steps" }),
});
export type WorkflowRow = z.infer<typeof WorkflowRow>;

export const WorkflowsReport = Scope.extend({ workflows: z.array(WorkflowRow) });
export type WorkflowsReport = z.infer<typeof WorkflowsReport>;

import { z } from "zod";
import { WORKFLOW_STATUSES } from "@/core/contracts/workflows";

const text = z.string().trim().min(1).max(200).optional().catch(undefined);

/** The address of the workflow list. */
export const WorkflowsParams = z.object({
  status: z.enum(WORKFLOW_STATUSES).optional().catch(undefined),
  q: text,
  cursor: text,
});

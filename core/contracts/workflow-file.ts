import type { z } from "zod";
import { WorkflowInput } from "./workflows";

/** A workflow as a file has it, from an export or by hand: what `PUT` takes, perhaps without a name. */
export const WorkflowFile = WorkflowInput.partial({ name: true });
export type WorkflowFile = z.infer<typeof WorkflowFile>;

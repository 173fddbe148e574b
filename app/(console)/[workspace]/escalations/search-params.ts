import { z } from "zod";
import { parseDate } from "@/core/calendar/civil";
import { Key } from "@/core/ids";

const date = z
  .string()
  .refine((value) => parseDate(value) !== null)
  .optional()
  .catch(undefined);
const key = Key.optional().catch(undefined);

/** The address of the report. What it cannot read is left out. */
export const EscalationsParams = z.object({ from: date, to: date, workflow: key, team: key });
export type EscalationsParams = z.infer<typeof EscalationsParams>;

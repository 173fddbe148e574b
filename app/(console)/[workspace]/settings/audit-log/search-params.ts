import { z } from "zod";
import { parseDate } from "@/core/calendar/civil";
import { endOfDay } from "@/core/calendar/zone";
import { DAY_MS } from "@/core/time";
import type { AuditFilter } from "@/db/queries/audit";

const text = z.string().trim().min(1).max(200).optional().catch(undefined);
const date = z
  .string()
  .refine((value) => parseDate(value) !== null)
  .optional()
  .catch(undefined);

/** The address of the audit log. What it cannot read is left out. */
export const AuditParams = z.object({
  actor: text,
  action: text,
  target: text,
  from: date,
  to: date,
  cursor: text,
});
export type AuditParams = z.infer<typeof AuditParams>;

/** Dates are whole days of the reader's zone. */
export function filterOf(given: AuditParams, zone: string): AuditFilter {
  const { actor, action, target, from, to } = given;
  return {
    actor,
    action,
    target,
    since: from && endOfDay(dayBefore(from), zone) + 1,
    before: to && endOfDay(to, zone) + 1,
  } as AuditFilter;
}

const dayBefore = (text: string): string =>
  new Date(Date.parse(`${text}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

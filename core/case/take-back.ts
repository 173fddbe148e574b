import { z } from "zod";
import { ReassignInput } from "@/core/contracts/cases";

/** Verbs of an operator that can be taken back for a while. */
export const TAKEN_BACK = ["resolve", "snooze", "reassign"] as const;
export type TakenBack = (typeof TAKEN_BACK)[number];

export const isTakenBack = (verb: string): verb is TakenBack =>
  TAKEN_BACK.some((one) => one === verb);

/** What those verbs change, as it was before: what taking one back brings back. */
export const CaseBefore = z.object({
  /** Epoch milliseconds. */
  snoozedUntil: z.number().nullable(),
  owner: ReassignInput.nullable(),
});
export type CaseBefore = z.infer<typeof CaseBefore>;

type Stored = {
  snoozedUntil: Date | null;
  ownerPersonId: string | null;
  ownerTeam: string | null;
};

/** A stored case as it is before a verb. */
export function beforeOf({ snoozedUntil, ownerPersonId, ownerTeam }: Stored): CaseBefore {
  const team = ownerTeam === null ? null : { team: ownerTeam };
  const owner = ownerPersonId === null ? team : { personId: ownerPersonId };
  return { snoozedUntil: snoozedUntil?.getTime() ?? null, owner };
}

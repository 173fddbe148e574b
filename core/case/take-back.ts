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

/** What a verb made of a case: only while it still stands so is it taken back. */
export const CaseGiven = z.union([
  z.object({ verb: z.literal("resolve") }),
  z.object({ verb: z.literal("snooze"), until: z.iso.datetime({ offset: true }) }),
  z.object({ verb: z.literal("reassign"), owner: ReassignInput }),
]);
export type CaseGiven = z.infer<typeof CaseGiven>;

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

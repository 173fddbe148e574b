import type { Instant } from "@/core/time";

type Absence = { absentFrom: Date | null; absentUntil: Date | null };

/** Whether a member is away at a moment: an absence that is to come does not count yet. */
export const isAway = ({ absentFrom, absentUntil }: Absence, at: Instant): boolean =>
  absentUntil !== null &&
  at < absentUntil.getTime() &&
  (absentFrom === null || absentFrom.getTime() <= at);

import { isAway as isAwayAt } from "@/core/case/stand-in";
import type { Instant } from "@/core/time";

type Absence = { absentFrom: Date | null; absentUntil: Date | null };

/** Whether a member is away at a moment, as escalations see it. */
export const isAway = ({ absentFrom, absentUntil }: Absence, at: Instant): boolean =>
  isAwayAt(
    {
      absentFrom: absentFrom?.getTime() ?? null,
      absentUntil: absentUntil?.getTime() ?? null,
    },
    at,
  );

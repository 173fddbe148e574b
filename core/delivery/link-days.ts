import { DAY_MS, type Instant } from "@/core/time";

/** A link works this long after its message was planned. */
export const LINK_DAYS_MAX = 60;

/** Whether the links of a message planned at `plannedAt` have run out. */
export const linkExpired = (plannedAt: Instant, now: Instant): boolean =>
  now > plannedAt + LINK_DAYS_MAX * DAY_MS;

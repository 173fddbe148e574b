import { z } from "zod";
import { Offset } from "@/core/calendar/due-relative";
import { DayRule, LocalTime, Path, Span, stepBase, ZoneOf } from "./shared";

const ANCHOR = "one anchor: due, opened, lastMessage or a path such as data.starts_at";

/** `{ due: "-P2D" }`: an anchor and how far from it. */
const Until = z
  .record(z.union([z.enum(["due", "opened", "lastMessage"]), Path]), Offset)
  .refine((until) => Object.keys(until).length === 1, ANCHOR);

/** Wait for a time, or until a moment relative to something. */
export const Wait = z
  .strictObject({
    ...stepBase,
    kind: z.literal("wait"),
    for: Span.optional(),
    until: Until.optional(),
    at: LocalTime.optional(),
    zone: ZoneOf.optional(),
    days: DayRule.optional(),
    ifPassed: z.enum(["send_now", "next", "skip"]).optional(),
  })
  .refine((step) => (step.for === undefined) !== (step.until === undefined), {
    message: "give either for (a time) or until (a moment)",
    path: ["for"],
  })
  .refine((step) => step.ifPassed === undefined || step.until !== undefined, {
    message: "only a wait until a moment can have passed",
    path: ["ifPassed"],
  });
export type Wait = z.infer<typeof Wait>;

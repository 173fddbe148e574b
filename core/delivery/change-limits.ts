import { z } from "zod";
import { CAP_MAX, CAPPED_CHANNELS, FrequencyLimits, HELPER_GAP_MINUTES_MAX } from "./caps";

const CapChange = z
  .strictObject({
    perDay: z.int().min(1).max(CAP_MAX.perDay).nullable(),
    perWeek: z.int().min(1).max(CAP_MAX.perWeek).nullable(),
  })
  .partial();

/** Absent fields stay; null takes a limit away. */
export const LimitsChange = z
  .strictObject({
    ...CapChange.shape,
    gapMinutes: z.int().min(1).max(CAP_MAX.gapMinutes).nullable(),
    channels: z
      .strictObject({ email: CapChange, sms: CapChange, push: CapChange, in_app: CapChange })
      .partial(),
    /** Null: as long as when nobody set it. */
    helpers: z.strictObject({ gapMinutes: z.int().min(0).max(HELPER_GAP_MINUTES_MAX) }).nullable(),
  })
  .partial();
export type LimitsChange = z.infer<typeof LimitsChange>;

const set = (values: object): object =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );

/** The limits after a change; null when nothing is limited any more. */
export function changedLimits(
  stored: FrequencyLimits | null,
  change: LimitsChange,
): FrequencyLimits | null {
  const channels = CAPPED_CHANNELS.flatMap((channel) => {
    const cap = set({ ...stored?.channels?.[channel], ...change.channels?.[channel] });
    return Object.keys(cap).length === 0 ? [] : [[channel, cap] as const];
  });
  const { channels: _, ...rest } = { ...stored, ...change };
  const limits = FrequencyLimits.parse({
    ...set(rest),
    ...(channels.length > 0 && { channels: Object.fromEntries(channels) }),
  });
  return Object.keys(limits).length === 0 ? null : limits;
}

import { z } from "zod";
import { LocalTime } from "@/core/calendar/local-time";
import { QuietHours } from "@/core/calendar/windows";
import { TimeZone } from "@/core/calendar/zone";
import { FREQUENCIES } from "@/core/delivery/gate-input";
import { PreferredChannel } from "@/core/delivery/preferred-channel";
import { Locale } from "@/core/template/locale";
import { InboxPreferenceChange } from "./inbox";

const TOPICS_CHANGED_MAX = 500;
const CHANNELS_MAX = 10;
const TopicKey = z.string().min(1).max(128);

/** What is kept of a person's choice for one topic. */
export const TopicSetting = z.strictObject({
  channels: z
    .record(z.string().max(20), z.boolean())
    .refine((channels) => Object.keys(channels).length <= CHANNELS_MAX),
  frequency: z.enum(FREQUENCIES),
  digestAt: z.string().max(5).nullable(),
});
export type TopicSetting = z.infer<typeof TopicSetting>;

/**
 * One thing a person changes about what they get: those of the widget, and what only their page
 * offers. `topics` puts settings back as they were, null for none; it is how a change is undone.
 */
export const PreferenceChange = z.union([
  ...InboxPreferenceChange.options,
  z.strictObject({
    topic: TopicKey,
    frequency: z.enum(FREQUENCIES),
    digestAt: LocalTime.nullable(),
  }),
  z.strictObject({ quietHours: QuietHours.nullable() }),
  z.strictObject({ timeZone: TimeZone.nullable() }),
  z.strictObject({ locale: Locale.nullable() }),
  z.strictObject({ preferredChannel: PreferredChannel.nullable() }),
  z.strictObject({ stop: z.literal("optional") }),
  z.strictObject({
    topics: z
      .record(TopicKey, TopicSetting.nullable())
      .refine((topics) => Object.keys(topics).length <= TOPICS_CHANGED_MAX),
  }),
]);
export type PreferenceChange = z.infer<typeof PreferenceChange>;

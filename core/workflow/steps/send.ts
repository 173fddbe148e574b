import { z } from "zod";
import { Duration } from "@/core/calendar/duration";
import { Key } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import { ChannelTemplates, Recipient, stepBase } from "./shared";

/** `{ sms: "short", after: "PT4H", unless: "opened" }` */
const Fallback = z
  .strictObject({
    email: Key.optional(),
    sms: Key.optional(),
    push: Key.optional(),
    in_app: Key.optional(),
    webhook: Key.optional(),
    after: Duration,
    unless: z.enum(["opened", "clicked", "delivered", "responded"]),
  })
  .refine(
    (f) => Channel.options.filter((channel) => f[channel] !== undefined).length === 1,
    "exactly one channel with its template",
  );
export type Fallback = z.infer<typeof Fallback>;

/** Send a message: all of `channels`, or the first of `anyOf` that can be delivered. */
export const Send = z
  .strictObject({
    ...stepBase,
    kind: z.literal("send"),
    to: Recipient.optional(),
    channels: ChannelTemplates.optional(),
    anyOf: ChannelTemplates.optional(),
    fallback: Fallback.optional(),
    ignoreQuietHours: z.boolean().optional(),
  })
  .refine((step) => (step.channels === undefined) !== (step.anyOf === undefined), {
    message: "give either channels (all are sent) or anyOf (in order)",
    path: ["channels"],
  });
export type Send = z.infer<typeof Send>;

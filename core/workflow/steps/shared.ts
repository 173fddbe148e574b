import { z } from "zod";
import { Duration } from "@/core/calendar/duration";
import { Key, PersonId } from "@/core/ids";
import { Channel } from "@/core/template/channel";

/** Stable across versions: counts, in-flight cases and comparisons hold on to it. */
export const StepId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "1 to 64 letters, digits, _ or -");

export const STEP_TITLE_MAX = 120;
export const CONDITION_MAX = 4_096;

/** What every step of the tree carries; `disabled` steps are passed through. */
export const stepBase = {
  id: StepId,
  title: z.string().max(STEP_TITLE_MAX).optional(),
  note: z.string().max(4_000).optional(),
  disabled: z.boolean().optional(),
};

/** A CEL expression; its grammar is checked by `validate`, so that a draft may hold an unfinished one. */
export const ConditionText = z.string().min(1).max(CONDITION_MAX);

/** Dotted path into what conditions and templates can read: `data.customer.id`. */
export const Path = z
  .string()
  .max(256)
  .regex(/^[A-Za-z_][\w-]*(\.[\w-]+)*$/, "a dotted path such as data.due_date");

/** `{ email: "invoice-initial" }`: exactly one channel and the template it uses. */
export const ChannelTemplate = z
  .partialRecord(Channel, Key)
  .refine((entry) => Object.keys(entry).length === 1, "exactly one channel with its template");
export type ChannelTemplate = z.infer<typeof ChannelTemplate>;

export const ChannelTemplates = z.array(ChannelTemplate).min(1).max(8);

export const BusinessDays = z.strictObject({ businessDays: z.int().min(1).max(1_000) });
export const Span = z.union([Duration, BusinessDays]);
export type Span = z.infer<typeof Span>;

export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a local time such as 09:00");
export const ZoneOf = z.enum(["person", "team", "workspace"]);
export const DayRule = z.enum(["any", "business"]);

/** Who gets a message. */
export const Recipient = z.union([
  z.enum(["person", "owner", "involved"]),
  z.strictObject({ team: Key, role: z.enum(["lead", "members", "on_call"]).optional() }),
  z.strictObject({ person: PersonId }),
]);
export type Recipient = z.infer<typeof Recipient>;

export const Priority = z.enum(["low", "normal", "high", "urgent"]);
export type Priority = z.infer<typeof Priority>;

/** Splits `{ email: "x" }` into its two halves. */
export function channelOf(entry: Readonly<Record<string, string | undefined>>): {
  channel: Channel;
  template: string;
} {
  for (const channel of Channel.options) {
    const template = entry[channel];
    if (template !== undefined) return { channel, template };
  }
  throw new Error("Invariant violated: a channel template names one channel");
}

import { z } from "zod";
import { Duration } from "@/core/calendar/duration";
import { MessageClass } from "@/core/workflow/message-class";

/** What the engine asked of delivery when it planned a message, kept with the message. */
export const MessageRequest = z.object({
  /** Why this person gets it. `involved` people get it only if they were told of the case before. */
  audience: z.enum(["person", "owner", "involved", "team", "named", "escalation", "tell"]),
  /** Belongs to the case's ending: handed over after the case is terminal. */
  ending: z.boolean().optional(),
  /** Place in the step's `anyOf`; set when the next place is tried on a refusal. */
  place: z.int().optional(),
  /** The channel that goes before the step's others, since the person prefers it. */
  preferred: z.string().optional(),
  /** Delivery tells the engine the outcome (anyOf and fallback need it). */
  report: z.boolean().optional(),
  /** Send only unless the earlier message of the same step was … by a human. */
  unless: z.enum(["opened", "clicked", "delivered", "responded"]).optional(),
  unlessChannel: z.string().optional(),
  ignoreQuietHours: z.boolean().optional(),
  /** In the holdout: counted and not sent, unless its topic has become required since. */
  ghost: z.boolean().optional(),
  /** The step's rule, for the because line: reason code and its values. */
  because: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).optional(),
  /** Who caused it, when it was not the plan. */
  by: z.string().optional(),
  level: z.int().optional(),
  /** What its stage says it is; absent: a notification. */
  class: MessageClass.optional(),
  /** Kept for the template: time to acknowledge of an escalation. */
  acknowledgeWithin: Duration.optional(),
});
export type MessageRequest = z.infer<typeof MessageRequest>;

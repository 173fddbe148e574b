import { z } from "zod";
import { Duration } from "@/core/calendar/duration";
import { Key, PersonId } from "@/core/ids";
import { ChannelTemplates, Priority, stepBase } from "./shared";

export const LEVELS_MAX = 10;
export const MANAGER_NTH_MAX = 10;

/** Who of a team; `round_robin`: one member, another one for each case. */
export const TargetRole = z.enum(["lead", "members", "on_call", "round_robin"]);
export type TargetRole = z.infer<typeof TargetRole>;

/** Which time counts: all of it, or that of the target's working hours. */
const Clock = z.enum(["wall", "working_hours"]);

/** Someone to bring in. */
export const Target = z.union([
  z.strictObject({ person: PersonId }),
  z.strictObject({
    manager: z.enum(["person", "owner"]),
    nth: z.int().min(1).max(MANAGER_NTH_MAX).optional(),
  }),
  z.strictObject({ team: Key, role: TargetRole.optional() }),
  z.strictObject({ rota: Key }),
  z.strictObject({ webhook: z.url({ protocol: /^https?$/ }) }),
]);
export type Target = z.infer<typeof Target>;

export const Level = z.strictObject({
  targets: z.array(Target).min(1).max(20),
  channels: ChannelTemplates,
  acknowledgeWithin: Duration,
  clock: Clock.optional(),
  until: z.enum(["acknowledged", "resolved"]).optional(),
  /** Each of its people must acknowledge; it climbs for those who have not. */
  everyone: z.boolean().optional(),
});
export type Level = z.infer<typeof Level>;

/** The levels of an escalation; the same shape stands in a policy and inline in a step. */
export const ladder = {
  levels: z.array(Level).min(1).max(LEVELS_MAX),
  repeat: z
    .strictObject({ toLevel: z.int().min(1).max(LEVELS_MAX), timesMax: z.int().min(1).max(20) })
    .optional(),
  fallback: Target.optional(),
  /** Acknowledged and not resolved within this: it starts over at level 1, and the acknowledger is told too. */
  acknowledgementTimeout: z.strictObject({ after: Duration, clock: Clock.optional() }).optional(),
};

export const Ladder = z.strictObject(ladder);
export type Ladder = z.infer<typeof Ladder>;

/** Bring people in, level by level, until someone acknowledges, it is resolved, or nobody is left. */
export const Escalate = z
  .strictObject({
    ...stepBase,
    kind: z.literal("escalate"),
    policy: Key.optional(),
    levels: ladder.levels.optional(),
    repeat: ladder.repeat,
    fallback: ladder.fallback,
    acknowledgementTimeout: ladder.acknowledgementTimeout,
    /** The person hears of it this long before the first level, and can still answer. */
    announce: z.strictObject({ before: Duration, channels: ChannelTemplates }).optional(),
    priority: Priority.optional(),
    tell: ChannelTemplates.optional(),
  })
  .refine((step) => (step.policy === undefined) !== (step.levels === undefined), {
    message: "give either a policy or levels",
    path: ["policy"],
  });
export type Escalate = z.infer<typeof Escalate>;

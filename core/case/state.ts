import { z } from "zod";
import type { Instant } from "@/core/time";
import { Ladder } from "@/core/workflow/steps/escalate";
import type { Priority } from "@/core/workflow/steps/shared";

export const CASE_STATUSES = ["open", "resolved", "expired", "canceled"] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** The one thing an open case waits for. */
export const WAITING_FOR = [
  "time",
  "response",
  "acknowledgement",
  "due_date",
  "snooze",
  "operator",
] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

export type Owner = { personId: string } | { team: string };

/** An answer of the person or the system: an event, a button, a reply, an acknowledgement. */
export const Answer = z.object({
  kind: z.enum(["event", "action", "reply", "acknowledgement"]),
  name: z.string(),
  at: z.number(),
  by: z.string().nullable(),
  /** A button that nobody pressed: an answer in words counts as it. */
  written: z.literal(true).optional(),
});
export type Answer = z.infer<typeof Answer>;

/** The end of a wait as somebody chose it, and who. */
const Moved = z.object({ to: z.number(), by: z.record(z.string(), z.unknown()) });

/** How far an escalation has climbed. `level` counts from 1; `lap` how often it started over. */
const Climb = z.object({
  level: z.int(),
  lap: z.int(),
  /** When the level's time to acknowledge runs out. */
  deadline: z.number(),
  /** Its turn as reports count it, until that has ended. */
  visit: z.int().optional(),
  /** The policy it follows, as it stood when the climb began: a later edit counts for later climbs. */
  policy: z.string().optional(),
  ladder: Ladder.optional(),
  /** Who has yet to acknowledge of a level where everyone must, by level; empty ends the climb. */
  owed: z.record(z.string(), z.array(z.string())).optional(),
  /** Who of them has. */
  acknowledged: z.array(z.string()).optional(),
});

/** Acknowledged and not resolved by then: the climb of this step starts over. */
const AcknowledgementEnd = z.object({
  step: z.string(),
  at: z.number(),
  after: z.string(),
  by: z.string().nullable(),
  policy: z.string().optional(),
  ladder: Ladder.optional(),
});

/** What an escalation took the case away from, to be gone on with exactly so. */
const Interrupted = z.object({
  pc: z.int(),
  op: z.string(),
  step: z.string(),
  waitingFor: z.enum(WAITING_FOR).nullable(),
  since: z.number().optional(),
  until: z.number().optional(),
  moved: Moved.optional(),
  /** When it was acknowledged: its last wait counts from there if nobody takes it again. */
  takenAt: z.number().nullable(),
});

/**
 * Where a case has been: by step id its last visit, packed into a word because every case carries
 * it. `<version>@<came at, ms>` while it stands there, `<version>/<day>/<bucket>/<way>` once it left.
 * A step that is come to again is a new visit in the place of the old one.
 */
export const Trail = z.record(z.string(), z.string());
export type Trail = z.infer<typeof Trail>;

/**
 * What the interpreter remembers between two events, beside the columns of the case.
 * Absent fields are at their first value, so that a young case stores almost nothing.
 */
export const Memory = z.object({
  /** Grows with every jump backwards; a step and its turn happen once. */
  turn: z.int().optional(),
  answers: z.array(Answer).max(50).optional(),
  /** When the current wait began, and the moment it waits for. */
  since: z.number().optional(),
  until: z.number().optional(),
  /** Rounds done, by the program counter of the repeat. */
  rounds: z.record(z.string(), z.int()).optional(),
  climb: Climb.optional(),
  /** When the last climb ended on an acknowledgement: it answers no later escalation. */
  climbedAt: z.number().optional(),
  /** The turn of an escalation that was told last, and when. */
  turnTold: z.object({ visit: z.int(), at: z.number() }).optional(),
  /** An escalation that the person was told of ahead; `answered` when they did something about it. */
  announced: z.object({ until: z.number(), answered: z.boolean() }).optional(),
  acknowledgementEnd: AcknowledgementEnd.optional(),
  interrupted: Interrupted.optional(),
  /** When it was last acknowledged, before an escalation that nobody took. */
  takenAt: z.number().optional(),
  /** Endpoints that were told of the case, and the turn they heard of last. */
  toldWebhooks: z
    .array(z.object({ url: z.string(), step: z.string(), visit: z.int(), level: z.int() }))
    .max(50)
    .optional(),
  /** People who were told of the case beside the primary person, in order. */
  told: z.array(z.string()).max(500).optional(),
  arms: z.record(z.string(), z.string()).optional(),
  holdout: z.boolean().optional(),
  lastMessageAt: z.number().optional(),
  messages: z.int().optional(),
  /** Answers of `call` steps, by their `saveAs`. */
  saved: z.record(z.string(), z.unknown()).optional(),
  /** A call under way: the flow goes on when its answer is there. */
  calling: z.string().optional(),
  /** Where the flow stood when the case was closed: where `reopen` takes it up again. */
  resumeAt: z.int().optional(),
  /** Absent in a case that is older than trails. */
  trail: Trail.optional(),
  /** The end of the current wait as somebody chose it, and who. */
  moved: Moved.optional(),
  /** Steps whose next messages were taken out of the plan, by step: who and why. */
  takenOut: z
    .record(z.string(), z.object({ by: z.record(z.string(), z.unknown()), reason: z.string() }))
    .optional(),
  /** When it was last reopened: limits and the last wait for a resolution count from here. */
  reopenedAt: z.number().optional(),
});
export type Memory = z.infer<typeof Memory>;

/** A case as `advance` sees it. Impossible mixes are kept out by `advance`, its only writer. */
export type CaseState = {
  status: CaseStatus;
  outcome: string | null;
  waitingFor: WaitingFor | null;
  /** Address of the instruction the case stands at. */
  pc: number;
  stage: string | null;
  step: string | null;
  priority: Priority;
  level: number;
  owner: Owner | null;
  acknowledgedBy: string | null;
  acknowledgedAt: Instant | null;
  dueAt: Instant | null;
  snoozedUntil: Instant | null;
  /** The next moment the engine must look at it; null when nothing is due by the clock. */
  nextActionAt: Instant | null;
  openedAt: Instant;
  firstResponseAt: Instant | null;
  closedAt: Instant | null;
  closedBy: string | null;
  memory: Memory;
};

/** One person (or system) who does something to a case, as the timeline names it. */
export const Actor = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("person"), id: z.string(), name: z.string().nullable() }),
  z.object({ kind: z.literal("operator"), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal("api"), name: z.string() }),
  z.object({ kind: z.literal("event"), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal("plan") }),
]);
export type Actor = z.infer<typeof Actor>;

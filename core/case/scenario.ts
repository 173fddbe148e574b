import { z } from "zod";
import { Offset } from "@/core/calendar/due-relative";
import { Duration } from "@/core/calendar/duration";
import { Key, PersonId } from "@/core/ids";

export const BEHAVIOURS_MAX = 100;

/**
 * When a behaviour happens: a time after the start; after the n-th message that was handed over
 * (counted from 1, to whomever it went); or after somebody was brought in at a level.
 */
const Moment = z.union([
  z.strictObject({ after: Duration }),
  z.strictObject({ message: z.int().min(1).max(1_000), after: Duration }),
  z.strictObject({ level: z.int().min(1).max(10), after: Duration }),
]);

const Fields = z.record(z.string(), z.json());
const base = { at: Moment };

/** Something the scripted person, their mail program or the outside world does. */
export const Behaviour = z.discriminatedUnion("do", [
  /** `human: false` is a mail program's own look, which counts for nothing. */
  z.strictObject({ ...base, do: z.literal("open"), human: z.boolean().optional() }),
  z.strictObject({ ...base, do: z.literal("click"), human: z.boolean().optional() }),
  z.strictObject({ ...base, do: z.literal("reply"), text: z.string().max(2_000).optional() }),
  /** Presses the button with that id; `for` is how long a snooze button holds. */
  z.strictObject({ ...base, do: z.literal("action"), action: Key, for: Duration.optional() }),
  z.strictObject({ ...base, do: z.literal("event"), event: Key, data: Fields.optional() }),
  /** Whoever was brought in last, unless a person is named. */
  z.strictObject({ ...base, do: z.literal("acknowledge"), personId: PersonId.optional() }),
  /** The message bounces, and its address takes no more. */
  z.strictObject({ ...base, do: z.literal("bounce") }),
  z.strictObject({ ...base, do: z.literal("unsubscribe") }),
  /** To a moment or date, or by a distance from where it is. */
  z.strictObject({
    ...base,
    do: z.literal("move_due"),
    dueAt: z.string().max(40).optional(),
    by: Offset.optional(),
  }),
  /** From then on every calendar has a public holiday on that day; left out: the day the case is due. */
  z.strictObject({ ...base, do: z.literal("holiday"), on: z.iso.date().optional() }),
  z.strictObject({ ...base, do: z.literal("nothing") }),
]);
export type Behaviour = z.infer<typeof Behaviour>;

/** What everybody does in a simulation. Without behaviours nobody ever reacts. */
export const Scenario = z.strictObject({
  behaviours: z.array(Behaviour).max(BEHAVIOURS_MAX).default([]),
  /** Answers of `call` steps by step id; a call without one succeeds with null. */
  calls: z.record(z.string(), z.strictObject({ ok: z.boolean(), answer: z.json() })).optional(),
});
export type Scenario = z.infer<typeof Scenario>;

import { z } from "zod";
import { Span, stepBase } from "./shared";

export const REPEAT_TIMES_MAX = 100;

/**
 * Rounds until answered: each runs `steps` at once and then gives the person `every` to answer;
 * after `timesMax` rounds the flow goes on.
 */
export const repeat = <S extends z.ZodType>(steps: S) =>
  z.strictObject({
    ...stepBase,
    kind: z.literal("repeat"),
    every: Span,
    timesMax: z.int().min(1).max(REPEAT_TIMES_MAX),
    steps,
  });

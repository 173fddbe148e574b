import { z } from "zod";
import { ConditionText, stepBase } from "./shared";

export const BRANCH_PATHS_MAX = 10;

/** Take the first path whose condition is true, otherwise the last one. */
export const branch = <S extends z.ZodType>(steps: S) =>
  z.strictObject({
    ...stepBase,
    kind: z.literal("branch"),
    paths: z
      .array(z.strictObject({ name: z.string().min(1).max(80), when: ConditionText, steps }))
      .min(1)
      .max(BRANCH_PATHS_MAX),
    otherwise: steps,
  });

import { z } from "zod";
import { stepBase } from "./shared";

const Weight = z.number().min(0).max(1_000);

/**
 * Share people out between arms by a fixed hash of the person; `holdout` gets no message at all, except
 * of a topic that is required.
 */
export const split = <S extends z.ZodType>(steps: S) =>
  z
    .strictObject({
      ...stepBase,
      kind: z.literal("split"),
      arms: z
        .array(z.strictObject({ name: z.string().min(1).max(80), weight: Weight, steps }))
        .min(1)
        .max(10),
      holdout: Weight.optional(),
    })
    .refine((step) => step.arms.some((arm) => arm.weight > 0), {
      message: "at least one arm needs a weight above 0",
      path: ["arms"],
    });

import { z } from "zod";
import { Key } from "@/core/ids";
import { Span, stepBase } from "./shared";

/** What counts as the answer a step waits for. */
export const ResponseMatch = z.union([
  z.enum(["any", "reply"]),
  z.strictObject({ event: Key }),
  z.strictObject({ action: Key }),
]);
export type ResponseMatch = z.infer<typeof ResponseMatch>;

/** Wait up to a limit for an answer. Level-triggered: an answer that came before satisfies it. */
export const waitForResponse = <S extends z.ZodType>(steps: S) =>
  z.strictObject({
    ...stepBase,
    kind: z.literal("wait_for_response"),
    for: Span,
    from: z.enum(["now", "due"]).optional(),
    what: z.array(ResponseMatch).min(1).max(20).optional(),
    responded: steps.optional(),
    noAnswer: steps.optional(),
  });

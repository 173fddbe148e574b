import { z } from "zod";
import { AdvisedChange } from "@/core/metrics/advice";
import { Scope } from "./shapes";

const Counted = z
  .object({ n: z.int(), of: z.int(), value: z.number(), low: z.number(), high: z.number() })
  .meta({ description: "A share with its 95 % limits" });

const of = { stage: z.string(), change: AdvisedChange };

export const Advice = z.discriminatedUnion("kind", [
  z.object({
    ...of,
    kind: z.literal("shorter"),
    hours: z.number().meta({ description: "Waiting longer brings nothing" }),
    answers: Counted.meta({ description: "Of those who still waited then" }),
  }),
  z.object({
    ...of,
    kind: z.literal("costly"),
    answers: Counted.meta({ description: "Of delivered messages" }),
    optOuts: Counted.meta({ description: "Of delivered messages" }),
  }),
  z.object({
    ...of,
    kind: z.literal("hours"),
    window: z.object({
      weekdays: z.array(z.int()).meta({ description: "1 is Monday" }),
      fromHour: z.int(),
      toHour: z.int().meta({ description: "Not included" }),
      lift: z.number().meta({ description: "0.4: two fifths more answers than at all hours" }),
    }),
  }),
]);

/** What the numbers of a workflow speak for, each with the change of one step that follows from it. */
export const AdviceReport = Scope.extend({
  workflow: z.string(),
  revision: z.int().meta({ description: "Of the workflow, when it was read" }),
  hasDraft: z.boolean().meta({ description: "It is of the draft; else of what is live" }),
  advice: z.array(Advice),
  names: z.record(z.string(), z.string()).meta({
    description: "Of stages and steps, by id; a step without a title goes by its id",
  }),
});
export type AdviceReport = z.infer<typeof AdviceReport>;

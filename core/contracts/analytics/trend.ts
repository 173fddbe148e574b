import { z } from "zod";
import { GRAINS } from "@/core/metrics/time-steps";
import { Scope } from "./shapes";

const Point = z.object({
  at: z
    .string()
    .meta({ description: "The step's first local day, or its hour as `2026-11-23T14`" }),
  opened: z.int(),
  reached: z.int(),
  responded: z.int(),
  resolved: z.int(),
  escalated: z.int(),
  escalationDecided: z
    .int()
    .meta({ description: "Over or escalated: what the escalations are of" }),
  open: z.int().meta({ description: "Still open: the others may still grow" }),
  dueMet: z.int(),
  duePassed: z.int(),
  delivered: z.int(),
  optedOut: z.int(),
});
export type TrendPoint = z.infer<typeof Point>;

export const Annotation = z.object({
  at: z.string(),
  kind: z.enum(["published", "paused", "resumed", "incident", "note"]),
  workflow: z.string().nullable(),
  version: z.int().nullable(),
  text: z.string().nullable(),
  id: z.string().nullable().meta({ description: "Of a note" }),
});
export type Annotation = z.infer<typeof Annotation>;

export const TrendReport = Scope.extend({
  grain: z.enum(GRAINS),
  points: z.array(Point).meta({ description: "By when the case was opened; every step is there" }),
  compared: z.array(Point).nullable(),
  annotations: z.array(Annotation),
});
export type TrendReport = z.infer<typeof TrendReport>;

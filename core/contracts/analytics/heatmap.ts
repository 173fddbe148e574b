import { z } from "zod";
import { Ratio, Scope } from "./shapes";

const HeatCell = z.object({
  weekday: z.int().meta({ description: "1 is Monday" }),
  hour: z.int(),
  responses: z.int(),
  awaiting: z.int().meta({ description: "Delivered messages that waited in that hour" }),
  rate: z.number().nullable().meta({ description: "null where fewer than 20 waited" }),
  estimate: z.number().nullable().meta({
    description: "The rate, drawn towards all hours' the less the hour is known",
  }),
});
export type HeatCell = z.infer<typeof HeatCell>;

export const HeatmapReport = Scope.extend({
  cells: z.array(HeatCell).length(168),
  all: Ratio,
  best: z
    .object({ weekdays: z.array(z.int()), fromHour: z.int(), toHour: z.int(), lift: z.number() })
    .nullable()
    .meta({
      description: "The window that stands out, where one does; `lift` 0.4: 40 % above all hours",
    }),
});
export type HeatmapReport = z.infer<typeof HeatmapReport>;

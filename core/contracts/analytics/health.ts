import { z } from "zod";
import { Scope } from "./shapes";

/** What keeps messages from people: of the period by reason, and as things stand now. */
export const HealthReport = Scope.extend({
  notSent: z.array(z.object({ code: z.string(), channel: z.string(), n: z.int() })),
  held: z.array(z.object({ code: z.string(), channel: z.string(), n: z.int() })),
  failed: z.array(z.object({ code: z.string(), channel: z.string(), n: z.int() })),
  zoneUnknown: z.int().meta({ description: "People without a time zone" }),
  suppressed: z.int().meta({ description: "Addresses that must not be written to" }),
});
export type HealthReport = z.infer<typeof HealthReport>;

import { z } from "zod";
import { EVENT_OUTCOMES } from "@/db/queries/events";

const text = z.string().trim().min(1).max(256).optional().catch(undefined);

/** The address of the list of events. */
export const EventsParams = z.object({
  name: text,
  person: text,
  key: text,
  outcome: z.enum(EVENT_OUTCOMES).optional().catch(undefined),
  cursor: text,
});
export type EventsParams = z.infer<typeof EventsParams>;

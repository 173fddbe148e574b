import { z } from "zod";
import { Key } from "@/core/ids";
import { endpoint, FilterText, pageOf, pageQuery } from "./endpoint";
import { At, Data, DueText, MomentText } from "./fields";
import { PersonRef } from "./people";

export const EVENTS_IN_BATCH_MAX = 1_000;

/** The sender's own id of an event: makes it idempotent. */
const ExternalId = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}]+$/u, "no control characters");

/** A system notification as it arrives. */
export const EventInput = z
  .strictObject({
    id: ExternalId.optional().meta({ description: "Your id: the same id is the same event" }),
    name: Key.meta({ examples: ["invoice.created"] }),
    key: Key.optional().meta({ description: "Business key", examples: ["invoice:2041"] }),
    person: PersonRef.optional(),
    data: Data.optional(),
    occurredAt: MomentText.optional(),
    dueAt: DueText.optional(),
  })
  .meta({
    examples: [
      {
        id: "evt_2041",
        name: "invoice.created",
        key: "invoice:2041",
        person: { id: "cus_812", name: "Ada Marsh", email: "ada@example.com" },
        data: { id: "2041", number: "2041", amount: 120, due_date: "2026-09-30" },
      },
    ],
  });
export type EventInput = z.infer<typeof EventInput>;

const CaseHit = z.object({ caseId: z.string(), number: z.int() });

/** What an event did: cases it opened, resolved or answered, and workflows that let it pass, and why. */
export const EventResult = z.object({
  id: z.string().meta({ description: "Your id, or the one we made" }),
  opened: z.array(z.object({ caseId: z.string(), number: z.int(), workflow: z.string() })),
  resolved: z.array(CaseHit),
  responded: z.array(CaseHit),
  ignored: z.array(z.object({ workflow: z.string().nullable(), reason: z.string() })),
});
export type EventResult = z.infer<typeof EventResult>;

const BatchItem = z.object({
  ...EventResult.shape,
  id: z.string().nullable(),
  error: z
    .object({
      status: z.int(),
      code: z.string(),
      detail: z.string(),
      errors: z.array(z.object({ path: z.string(), message: z.string() })),
    })
    .nullable(),
});
export type EventBatchItem = z.infer<typeof BatchItem>;

export const EventShape = z
  .object({
    id: z.string(),
    name: z.string(),
    key: z.string().nullable(),
    personId: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    occurredAt: At,
    receivedAt: At,
    dueAt: z.string().nullable(),
    opened: EventResult.shape.opened,
    resolved: EventResult.shape.resolved,
    responded: EventResult.shape.responded,
    ignored: EventResult.shape.ignored,
  })
  .meta({
    description: "A system notification and what it did: what matched, what did not, and why",
  });
export type EventShape = z.infer<typeof EventShape>;

const EventsQuery = z.strictObject({
  ...pageQuery,
  name: FilterText.optional(),
  key: FilterText.optional(),
  person: FilterText.optional(),
});
export type EventsQuery = z.infer<typeof EventsQuery>;

const tags = ["Events"];

export const eventsContract = {
  receive: endpoint("events:write", {
    method: "POST",
    path: "/events",
    summary: "Send an event",
    description:
      "One transaction: when the answer arrives, cases are open or closed, and nothing for a resolved case leaves afterwards.",
    successStatus: 202,
    tags,
  })
    .input(z.object({ body: EventInput }))
    .output(EventResult),
  batch: endpoint("events:write", {
    method: "POST",
    path: "/events/batch",
    summary: "Send many events",
    description: `At most ${EVENTS_IN_BATCH_MAX}; those about the same key, id or person in their order. Each succeeds or fails by itself.`,
    successStatus: 202,
    tags,
  })
    .input(
      z.object({
        body: z.strictObject({
          events: z
            .array(z.unknown().meta({ description: "An event, as in `POST /events`" }))
            .min(1)
            .max(EVENTS_IN_BATCH_MAX),
        }),
      }),
    )
    .output(z.object({ results: z.array(BatchItem) })),
  list: endpoint("events:read", { method: "GET", path: "/events", summary: "List events", tags })
    .input(z.object({ query: EventsQuery }))
    .output(pageOf(EventShape)),
  get: endpoint("events:read", {
    method: "GET",
    path: "/events/{id}",
    summary: "Read an event",
    description: "By our id or by yours.",
    tags,
  })
    .input(z.object({ params: z.strictObject({ id: ExternalId }) }))
    .output(EventShape),
};

import { z } from "zod";
import { DELIVERY_STATUSES, DISABLED_BECAUSE } from "@/core/webhook/endpoint";
import { WEBHOOK_TYPES, WebhookType } from "@/core/webhook/event-type";
import { endpoint, FilterText, PageQuery, pageOf, pageQuery } from "./endpoint";
import { At, MomentText } from "./fields";

export const ENDPOINTS_MAX = 20;
/** Failed deliveries that one request begins anew. */
export const REPLAYED_MAX = 10_000;
const URL_CHARS_MAX = 2_000;
const DESCRIPTION_CHARS_MAX = 200;

const Url = z
  .url({ protocol: /^https?$/, error: "an address that begins with https://" })
  .max(URL_CHARS_MAX, `at most ${URL_CHARS_MAX} characters`)
  .meta({
    description: "`https`, outside of our own network",
    examples: ["https://hooks.example.com/followthrough"],
  });

export const WebhookEndpointInput = z.strictObject({
  url: Url,
  description: z
    .string()
    .trim()
    .max(DESCRIPTION_CHARS_MAX, `at most ${DESCRIPTION_CHARS_MAX} characters`)
    .default(""),
  eventTypes: z
    .array(WebhookType)
    .max(WEBHOOK_TYPES.length)
    .transform((types) => [...new Set(types)])
    .default([])
    .meta({ description: "What it is told of; empty: everything" }),
  enabled: z.boolean().default(true),
});
export type WebhookEndpointInput = z.infer<typeof WebhookEndpointInput>;

export const WebhookEndpoint = z
  .object({
    id: z.string(),
    url: z.string(),
    description: z.string(),
    eventTypes: z.array(z.string()),
    enabled: z.boolean(),
    disabledBecause: z.enum(DISABLED_BECAUSE).nullable().meta({
      description: "`gone`: it answered 410; `failing`: it took nothing for three days",
    }),
    disabledAt: At.nullable(),
    failingSince: At.nullable().meta({ description: "null while its latest answer was good" }),
    previousSecretUntil: At.nullable().meta({
      description: "Until then requests have a second signature, by the secret before this one",
    }),
    createdBy: z.string().nullable(),
    createdAt: At,
  })
  .meta({ description: "An address that is told of events" });
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

const secret = z.string().meta({
  description: "Signs every request. Shown this once.",
  examples: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
});

const AddedWebhookEndpoint = z.object({ ...WebhookEndpoint.shape, secret });

const WebhookAttempt = z.object({
  at: At,
  durationMs: z.int(),
  status: z.int().nullable().meta({ description: "Of the answer; null when there was none" }),
  answer: z.string().nullable().meta({ description: "The beginning of the answer" }),
  error: z.string().nullable().meta({ description: "Why there was no answer" }),
});
export type WebhookAttempt = z.infer<typeof WebhookAttempt>;

export const WebhookDelivery = z
  .object({
    id: z.string().meta({ description: "The `webhook-id` of all its attempts" }),
    endpointId: z.string(),
    type: z.string(),
    status: z.enum(DELIVERY_STATUSES),
    attempts: z.int(),
    lastAttempt: WebhookAttempt.nullable(),
    nextAttemptAt: At.nullable(),
    createdAt: At,
    endedAt: At.nullable(),
  })
  .meta({ description: "One event on its way to one endpoint; kept 30 days" });
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const WebhookDeliveryDetail = z.object({
  ...WebhookDelivery.shape,
  body: z.string().meta({ description: "Byte for byte as it is signed and sent" }),
  log: z.array(WebhookAttempt).meta({ description: "Newest first" }),
});
export type WebhookDeliveryDetail = z.infer<typeof WebhookDeliveryDetail>;

const DeliveriesQuery = z.strictObject({
  ...pageQuery,
  status: z.enum(DELIVERY_STATUSES).optional(),
  type: FilterText.optional(),
});

export const ReplayFailedInput = z.strictObject({ since: MomentText });
export type ReplayFailedInput = z.infer<typeof ReplayFailedInput>;

const tags = ["Webhooks"];
const params = z.strictObject({ id: z.uuid() });
const delivery = z.strictObject({ id: z.uuid(), deliveryId: z.uuid() });
const path = "/webhook-endpoints";
const one = `${path}/{id}` as const;

export const webhooksContract = {
  list: endpoint("webhooks:read", {
    method: "GET",
    path,
    summary: "List webhook endpoints",
    tags,
  })
    .input(z.object({ query: PageQuery }))
    .output(pageOf(WebhookEndpoint)),
  add: endpoint(
    "webhooks:write",
    {
      method: "POST",
      path,
      summary: "Add a webhook endpoint",
      description: `At most ${ENDPOINTS_MAX}. Answers the signing secret, this once.`,
      successStatus: 201,
      tags,
    },
    [],
    { answersSecret: true },
  )
    .input(z.object({ body: WebhookEndpointInput }))
    .output(AddedWebhookEndpoint),
  get: endpoint("webhooks:read", {
    method: "GET",
    path: one,
    summary: "Read a webhook endpoint",
    tags,
  })
    .input(z.object({ params }))
    .output(WebhookEndpoint),
  put: endpoint("webhooks:write", {
    method: "PUT",
    path: one,
    summary: "Change a webhook endpoint",
    description: "A field that is absent is emptied. `enabled: true` turns it on again.",
    tags,
  })
    .input(z.object({ params, body: WebhookEndpointInput }))
    .output(WebhookEndpoint),
  delete: endpoint("webhooks:write", {
    method: "DELETE",
    path: one,
    summary: "Delete a webhook endpoint",
    description: "With its log. What waits for it is not sent.",
    successStatus: 204,
    tags,
  })
    .input(z.object({ params }))
    .output(z.void()),
  enable: endpoint("webhooks:write", {
    method: "POST",
    path: `${one}/enable`,
    summary: "Turn a webhook endpoint on again",
    description: "What waits for it is sent.",
    tags,
  })
    .input(z.object({ params }))
    .output(WebhookEndpoint),
  rotateSecret: endpoint(
    "webhooks:write",
    {
      method: "POST",
      path: `${one}/rotate-secret`,
      summary: "Give a webhook endpoint a new secret",
      description: "For 24 hours requests are signed with both, the old one and the new one.",
      tags,
    },
    [],
    { answersSecret: true },
  )
    .input(z.object({ params }))
    .output(AddedWebhookEndpoint),
  test: endpoint("webhooks:write", {
    method: "POST",
    path: `${one}/test`,
    summary: "Send a webhook endpoint a test event",
    description: "`webhook.test`, now and once, also while it is off. Answers what came of it.",
    tags,
  })
    .input(z.object({ params }))
    .output(WebhookDeliveryDetail),
  deliveries: endpoint("webhooks:read", {
    method: "GET",
    path: `${one}/deliveries`,
    summary: "What a webhook endpoint was told",
    tags,
  })
    .input(z.object({ params, query: DeliveriesQuery }))
    .output(pageOf(WebhookDelivery)),
  delivery: endpoint("webhooks:read", {
    method: "GET",
    path: `${one}/deliveries/{deliveryId}`,
    summary: "Read a delivery with its attempts",
    tags,
  })
    .input(z.object({ params: delivery }))
    .output(WebhookDeliveryDetail),
  replay: endpoint("webhooks:write", {
    method: "POST",
    path: `${one}/deliveries/{deliveryId}/replay`,
    summary: "Send a delivery again",
    description:
      "With its `webhook-id` and body. 409 while it is being sent or the endpoint is off.",
    successStatus: 202,
    tags,
  })
    .input(z.object({ params: delivery }))
    .output(WebhookDelivery),
  replayFailed: endpoint("webhooks:write", {
    method: "POST",
    path: `${one}/deliveries/replay`,
    summary: "Send again what failed since a moment",
    description: `The oldest ${REPLAYED_MAX} of them.`,
    successStatus: 202,
    tags,
  })
    .input(z.object({ params, body: ReplayFailedInput }))
    .output(z.object({ replayed: z.int() })),
};

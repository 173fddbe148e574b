import type {
  WebhookAttempt,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookEndpoint,
} from "@/core/contracts/webhooks";
import type { DeliveryRow, LoggedAttempt } from "@/db/queries/webhook-deliveries";
import type { EndpointRow } from "@/db/queries/webhook-endpoints";

const at = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** An endpoint as the API answers it; its secret is not in it. */
export const endpointShape = (row: EndpointRow): WebhookEndpoint => ({
  id: row.id,
  url: row.url,
  description: row.description,
  eventTypes: row.eventTypes,
  enabled: row.enabled,
  disabledBecause: row.disabledBecause,
  disabledAt: at(row.disabledAt),
  failingSince: at(row.failingSince),
  previousSecretUntil: at(row.previousSecretUntil),
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
});

const attemptShape = (row: LoggedAttempt): WebhookAttempt => ({
  at: row.at.toISOString(),
  durationMs: row.durationMs,
  status: row.status,
  answer: row.status === null ? null : row.said,
  error: row.status === null ? row.said : null,
});

export const deliveryShape = (
  row: DeliveryRow,
  last: LoggedAttempt | undefined,
): WebhookDelivery => ({
  id: row.id,
  endpointId: row.endpointId,
  type: row.type,
  status: row.status,
  attempts: row.attempts,
  lastAttempt: last ? attemptShape(last) : null,
  nextAttemptAt: row.status === "waiting" ? at(row.nextAttemptAt) : null,
  createdAt: row.createdAt.toISOString(),
  endedAt: at(row.endedAt),
});

/** With its body and every attempt, newest first. */
export const deliveryDetail = (
  row: DeliveryRow,
  log: readonly LoggedAttempt[],
): WebhookDeliveryDetail => ({
  ...deliveryShape(row, log[0]),
  body: row.body,
  log: log.map(attemptShape),
});

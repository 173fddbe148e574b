import type { MessageRequest } from "@/core/delivery/request";
import type { EmailLayout } from "@/core/template/email-layout";
import type { EmailBrand } from "@/core/template/email-look";
import type { Instant } from "@/core/time";
import type { EmailSource } from "@/server/providers/email";
import type { ClaimedRow } from "./claimed-rows";
import type { SendingMessage } from "./settled";
import type { WorkspaceDelivery } from "./workspace-cache";

/** A message committed as `sending`, with everything its provider and its outcome need. */
export type Parcel = EmailSource & {
  provider: string;
  personId: string;
  step: string;
  visit: number;
  channel: string;
  request: MessageRequest;
  /** This attempt among them. */
  attempts: number;
  /** When it began, as PostgreSQL wrote it down: tells it from another of the same worker. */
  attemptAt: string;
  /** Nobody knows the end of an earlier attempt: its provider may have it. */
  maybeSent: boolean;
  /** When that attempt was; null when nobody kept it. */
  maybeSince: Instant | null;
  /** The key of the call it leaves with beside others; null or `ALONE`: by itself. */
  batch: string | null;
  plannedAt: Instant;
  /** When it first could have left; its provider is waited for from then on. */
  dueSince: Instant;
  /** Whether others may leave inside it. */
  carries: boolean;
};

export function parcelOf(
  message: SendingMessage,
  { batch, attemptAt }: Pick<Parcel, "batch" | "attemptAt">,
): Parcel {
  const { row, request, to, content, provider, workspace, recipient, topicRow } = message;
  return {
    workspaceId: row.workspaceId,
    id: row.id,
    caseId: row.caseId,
    personId: row.personId,
    step: row.step,
    visit: row.visit,
    channel: row.channel,
    request,
    attempts: row.attempts + 1,
    attemptAt,
    maybeSent: row.maybeAt !== null,
    maybeSince: row.maybeSince,
    batch,
    plannedAt: row.plannedAt,
    dueSince: dueSinceOf(row, row.now),
    carries: row.carrierId !== null,
    to,
    content,
    provider,
    brand: brandOf(workspace, workspace.layouts.get(content.layout ?? "")),
    caseSubject: row.subject,
    topic: topicRow && { key: topicRow.key, name: topicRow.name },
    tracked: recipient.trackingConsent,
  };
}

/** SQL, of a message `m` and the parcel `u` of worker $1: this very attempt is still under way. */
export const IS_SAME_ATTEMPT = `m.status = 'sending' and m.attempt_by = $1::uuid
    and m.attempt_at = u.attempt_at::timestamptz`;

/**
 * When a message first could have left: at the moment it waited for, not when it was planned, which may
 * be a digest's week ago. A message that comes for its next attempt waits for no moment.
 */
export const dueSinceOf = (
  { dueSince, deliverAt }: Pick<ClaimedRow, "dueSince" | "deliverAt">,
  now: Instant,
): Instant => dueSince ?? Math.min(deliverAt ?? now, now);

/** `layout`: that of the message, where it names one that is there. */
export const brandOf = (
  { name, brand, locale }: Pick<WorkspaceDelivery, "name" | "brand" | "locale">,
  layout?: EmailLayout | null,
): EmailBrand => ({
  name,
  color: brand.color ?? null,
  address: brand.address ?? null,
  logoUrl: brand.logoUrl ?? null,
  home: locale,
  layout: layout ?? null,
});

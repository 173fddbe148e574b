import type { MessageRequest } from "@/core/delivery/request";
import type { Instant } from "@/core/time";
import type { EmailSource } from "@/server/providers/email";
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
  /** Nobody knows the end of an earlier attempt: its provider may have it. */
  maybeSent: boolean;
  plannedAt: Instant;
};

export function parcelOf(message: SendingMessage): Parcel {
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
    maybeSent: row.maybeAt !== null,
    plannedAt: row.plannedAt,
    to,
    content,
    provider,
    brand: brandOf(workspace),
    caseSubject: row.subject,
    topic: topicRow && { key: topicRow.key, name: topicRow.name },
    tracked: recipient.trackingConsent,
  };
}

export const brandOf = ({ name, brand }: Pick<WorkspaceDelivery, "name" | "brand">) => ({
  name,
  color: brand.color ?? null,
  address: brand.address ?? null,
  logoUrl: brand.logoUrl ?? null,
});

import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Tx } from "@/db/client";
import { insertConsent } from "@/db/queries/consents";
import { newId } from "@/server/new-id";

export type Stop = {
  workspaceId: WorkspaceId;
  /** Of the message that could not be delivered. */
  id: string;
  personId: string;
  channel: Channel;
  address: string;
  /** The provider's words. */
  text: string;
};

/** Somebody said stop to a sender, as its provider tells: into the ledger, with the proof. */
export async function keepStop(tx: Tx, stop: Stop): Promise<void> {
  await insertConsent(tx, stop.workspaceId, {
    id: newId(),
    personId: stop.personId,
    channel: stop.channel,
    topic: null,
    granted: false,
    source: "provider_stop",
    address: stop.address,
    evidence: { messageId: stop.id, text: stop.text },
  });
}

import type { RenderedContent } from "@/core/delivery/rendered-content";
import type { MessageRequest } from "@/core/delivery/request";
import type { Instant } from "@/core/time";
import type { ClaimedRow } from "./claimed-rows";
import type { Recipient } from "./recipients";
import type { CachedTopic, WorkspaceDelivery } from "./workspace-cache";

type Values = Record<string, unknown>;
type Decided = {
  row: ClaimedRow;
  request: MessageRequest;
  code: string;
  params: Values;
  evidence: Values;
};
type Rendered = Decided & {
  to: string;
  content: RenderedContent;
  topic: string | null;
  provider: string;
};

/** What a round decided about one message. */
export type Settled =
  /** To be given to a provider after the commit. */
  | (Rendered & {
      kind: "sending";
      workspace: WorkspaceDelivery;
      recipient: Recipient;
      topicRow: CachedTopic | null;
    })
  /** Handed over by the commit itself: an in-app message, or a sandbox's outbox. */
  | (Rendered & { kind: "sent" })
  /** Leaves in the message that carries it, and shares its fate. */
  | (Rendered & { kind: "merged"; status: "sending" | "sent"; carrierId: string })
  | (Decided & { kind: "held"; until: Instant })
  /** `unknown`: it may have left through a provider that cannot be asked again. */
  | (Decided & { kind: "not_sent" | "failed" | "unknown" });

export type SendingMessage = Extract<Settled, { kind: "sending" }>;

import type { Instant } from "@/core/time";
import type { CaseType, MessageType, WebhookType } from "@/core/webhook/event-type";

/** Something that happened, and what it is about. Without `at` it happened when the transaction ends. */
export type Told = { at?: Instant } & (
  | { type: CaseType; caseId: string }
  | { type: MessageType; messageId: string }
  | { type: "preference.updated"; personId: string }
  | { type: "workflow.published"; workflow: string }
);

/** An event in full, and whom it is about. */
export type Written = { type: WebhookType; personId: string | null; body: string };

import type { HitClass } from "@/core/delivery/classify-open";
import type { Instant } from "@/core/time";
import type { CaseType, MessageType, WebhookType } from "@/core/webhook/event-type";

type VisitType = Extract<MessageType, "message.opened" | "message.clicked">;

/** Something that happened, and what it is about. Without `at` it happened when the transaction ends; `by`: who came. */
export type Told = { at?: Instant } & (
  | { type: CaseType; caseId: string }
  | { type: Exclude<MessageType, VisitType>; messageId: string }
  | { type: VisitType; messageId: string; by: HitClass }
  | { type: "preference.updated"; personId: string }
  | { type: "workflow.published"; workflow: string }
);

/** An event in full, and whom it is about. */
export type Written = { type: WebhookType; personId: string | null; body: string };

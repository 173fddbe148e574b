/** Where a message stands. The last five are ends, `sent` among them until something better comes back. */
export const MESSAGE_STATUSES = [
  "planned",
  "held",
  "sending",
  "sent",
  "delivered",
  "not_sent",
  "failed",
  "unknown",
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** What a message's outcome is called; only `failed` needs a fix. */
export type OutcomeClass = "sent" | "held" | "not_sent" | "failed";

/** `planned` counts as held: it will still happen. `unknown` counts as failed: somebody has to look. */
export const CLASS_OF = {
  planned: "held",
  held: "held",
  sending: "held",
  sent: "sent",
  delivered: "sent",
  not_sent: "not_sent",
  failed: "failed",
  unknown: "failed",
} as const satisfies Record<MessageStatus, OutcomeClass>;

/** The statuses whose outcome is called so. */
export const statusesOf = (outcome: OutcomeClass): MessageStatus[] =>
  MESSAGE_STATUSES.filter((status) => CLASS_OF[status] === outcome);

import type { MessageRow } from "@/db/queries/messages";

/** What the decision about a message was made of. */
export const messageEvidence = (row: MessageRow): Record<string, unknown> => ({
  ...row.params,
  ...row.evidence,
  template: row.template,
  step: row.step,
  ...(row.topic && { topic: row.topic }),
  ...(row.providerMessageId && { providerMessageId: row.providerMessageId }),
});

import { z } from "zod";

/**
 * What a stage's messages are to the law and to mailbox providers: `transactional` is owed to the
 * reader, `notification` (where nothing is said) helps them, `promotional` wants something of them.
 */
export const MESSAGE_CLASSES = ["transactional", "notification", "promotional"] as const;
export const MessageClass = z.enum(MESSAGE_CLASSES);
export type MessageClass = z.infer<typeof MessageClass>;

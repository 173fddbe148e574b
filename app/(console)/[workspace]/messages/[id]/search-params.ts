import { z } from "zod";

export const VIEWS = ["light", "dark", "text", "headers"] as const;

/** How a message is looked at. */
export const MessageParams = z.object({ view: z.enum(VIEWS).catch("light") });
export type MessageView = z.infer<typeof MessageParams>["view"];

import type { z } from "zod";
import { Channel } from "@/core/template/channel";

/** The channels a person can want first: those that reach the person. A webhook reaches a system. */
export const PreferredChannel = Channel.extract(["email", "sms", "push", "in_app"]);
export type PreferredChannel = z.infer<typeof PreferredChannel>;

import type { Channel } from "@/core/template/channel";

/** The channels a person can switch on and off: those that reach the person. A webhook reaches a system. */
export const SWITCHED = ["email", "sms", "push", "in_app"] as const satisfies readonly Channel[];
export type Switched = (typeof SWITCHED)[number];

import type { MessageRequest } from "./request";

/** Code and values of a message that was handed over: the plan's rule, or whose click it was. */
export function sentWords({ by, because, audience }: MessageRequest) {
  return by === undefined
    ? { code: "sent.plan", params: { ...because, audience } }
    : { code: "sent.manual", params: { by } };
}

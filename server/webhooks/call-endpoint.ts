import { SECOND_MS } from "@/core/time";
import type { Answered } from "@/core/webhook/attempts";
import type { Claimed } from "@/db/queries/webhook-queue";
import { safeFetch } from "@/server/calls/safe-fetch";
import { signatureHeaders } from "@/server/calls/signed";
import type { Config } from "@/server/config";
import { ask, retryAfterMsOf } from "@/server/providers/answer";
import { firstWords, kept } from "./first-words";
import { signingSecrets } from "./secrets";

const TIMEOUT_MS = 15 * SECOND_MS;

export type Called = Answered & {
  at: Date;
  durationMs: number;
  /** The beginning of the answer, or why there was none. */
  said: string;
};

/** Makes the requests of deliveries. Whatever the other side does is a value, never a throw. */
export function endpointCaller(
  { appSecret, allowPrivateCalls }: Pick<Config, "appSecret" | "allowPrivateCalls">,
  { timeoutMs = TIMEOUT_MS } = {},
): (delivery: Claimed) => Promise<Called> {
  const fetch = safeFetch({ allowPrivate: allowPrivateCalls, timeoutMs, endless: true });
  return async (delivery) => {
    const { id, body, url } = delivery;
    const at = new Date();
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    const secrets = signingSecrets(
      appSecret,
      { ...delivery, id: delivery.endpointId },
      at.getTime(),
    );
    if (secrets.length === 0) {
      const said = "The signing secret cannot be read with this APP_SECRET. Rotate it.";
      return { at, durationMs: 0, status: null, retryAfterMs: null, said };
    }
    const headers = {
      "content-type": "application/json",
      "user-agent": "Followthrough-Webhooks/1.0",
      ...signatureHeaders(secrets, id, at, body),
    };
    const asked = await ask(fetch, url, { method: "POST", headers, body }, firstWords);
    if ("failed" in asked) {
      const said = kept(asked.failed.reason);
      return { at, durationMs: took(), status: null, retryAfterMs: null, said };
    }
    const { status, headers: answered, text: said } = asked.answer;
    const retryAfterMs = retryAfterMsOf(answered.get("retry-after"));
    return { at, durationMs: took(), status, retryAfterMs, said };
  };
}

import { SECOND_MS } from "@/core/time";
import { safeFetch } from "@/server/calls/safe-fetch";
import { signatureHeaders } from "@/server/calls/signed";
import { type Answer, ask, isRedirect, retryLater } from "./answer";
import { type Delivery, type OutgoingOf, type Provider, reasonOf, sends } from "./provider";
import { slackMessage } from "./slack";

const CALLS_MAX = 10;
const TIMEOUT_MS = 20 * SECOND_MS;
const SLACK_HOSTS = ["hooks.slack.com", "hooks.slack-gov.com"];
/** Begins what stands for the account's address; those of people are `http:` or `https:`. */
const OF_ACCOUNT = "account:";
/** Refusals that a little patience may cure. */
const RETRY_STATUSES = [408, 425, 429];

export type WebhookOptions = {
  /** Where messages go that are addressed to the provider's `defaultTo`; null: nowhere. */
  url: string | null;
  /** `whsec_…`, which every request is signed with. */
  secret: string;
  /** For a laptop and for tests. */
  allowPrivate?: boolean;
  /** Hosts that are told in Slack's words. */
  slackHosts?: readonly string[];
};

/**
 * Requests signed as Standard Webhooks says, `webhook-id` being the message's own id, by which the
 * receiver knows a repeat. Slack knows none: there an attempt of unknown end may put a second copy
 * into the channel, which harms less than silence.
 */
export function createWebhook(options: WebhookOptions): Provider {
  const { url, secret, allowPrivate = false, slackHosts = SLACK_HOSTS } = options;
  const fetch = safeFetch({ allowPrivate, timeoutMs: TIMEOUT_MS });
  const misconfigured = secretProblem(secret);
  // Who knows the whole address of a chat can write there: messages keep and show only where it is.
  const defaultTo = url !== null && URL.canParse(url) ? `${OF_ACCOUNT}${hostOf(url)}` : null;
  const isSlack = (address: string) => slackHosts.includes(hostOf(address));

  async function send(message: OutgoingOf<"webhook">, signal: AbortSignal): Promise<Delivery> {
    const { id } = message;
    const isAccounts = message.to.startsWith(OF_ACCOUNT);
    const to = isAccounts ? url : message.to;
    if (to === null) return { ok: false, retry: true, reason: "The account has no address now" };
    const event = message.compose();
    const slack = isSlack(to);
    if (!slack && misconfigured !== null) return { ok: false, retry: true, reason: misconfigured };
    const body = JSON.stringify(slack ? slackMessage(event) : event);
    const headers = {
      "content-type": "application/json",
      ...(!slack && signatureHeaders(secret, id, new Date(), body)),
    };
    const asked = await ask(fetch, to, { method: "POST", headers, body, signal });
    if ("answer" in asked) {
      const delivery = deliveryOf(asked.answer, id);
      // An account's address belongs to no person: it is put right on the account.
      const isGone = !isAccounts && !delivery.ok && isGoneStatus(asked.answer.status, slack);
      return isGone ? { ...delivery, addressGone: "bounced" } : delivery;
    }
    // A message waits for an account that may be put right; a person's own address is refused for good.
    return isAccounts && asked.failed.notCalled ? { ...asked.failed, retry: true } : asked.failed;
  }

  return {
    name: "webhook",
    channel: "webhook",
    // Any address may be one of Slack's, also a person's own.
    idempotent: false,
    whenUnknown: "retry",
    concurrencyMax: CALLS_MAX,
    ...(defaultTo !== null && { defaultTo }),
    send: sends("webhook", send),
  };
}

/** It may be put right, so a message waits for it. */
function secretProblem(secret: string): string | null {
  try {
    signatureHeaders(secret, "", new Date(0), "");
    return null;
  } catch {
    return "The signing secret is none of Standard Webhooks (whsec_…)";
  }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "";
}

/** Slack says 404 for a webhook that was taken away. */
const isGoneStatus = (status: number, slack: boolean): boolean =>
  status === 410 || (slack && status === 404);

function deliveryOf({ status, headers, text }: Answer, id: string): Delivery {
  if (status >= 200 && status < 300) return { ok: true, providerMessageId: id };
  const reason = reasonOf(
    isRedirect(status) ? `The webhook answered ${text}` : `The webhook answered ${status}. ${text}`,
  );
  if (RETRY_STATUSES.includes(status) || status >= 500) return retryLater({ headers }, reason);
  return { ok: false, retry: false, reason };
}

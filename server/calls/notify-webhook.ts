import type { JobPayload } from "@/core/jobs";
import { caseShapeOf } from "../cases/case-shape-of";
import { databaseNow } from "../clock/clock";
import type { Ctx } from "../context";
import { safeFetch } from "./safe-fetch";
import { signatureHeaders } from "./signed";
import { signingSecret } from "./signing-secret";

const TIMEOUT_MS = 10_000;

/**
 * Tells the webhook of an escalation level that a case needs it, while it is open, or that it is over.
 * Throws when it was not taken, so that the job is run again.
 */
export async function notifyWebhook(
  ctx: Ctx,
  { workspaceId, caseId, step, visit, level, url, event }: JobPayload<"escalation.webhook">,
): Promise<void> {
  const data = await caseShapeOf(ctx.db, workspaceId, caseId);
  // Nobody is called in after the end, and a case that goes on again is not over.
  if (!data || (data.status === "open") !== (event === "escalated")) return;
  const now = new Date(await databaseNow(ctx.db));
  const type = `case.${event}`;
  const told = `esc_${caseId}_${step}_${visit}_${level}`;
  const body = JSON.stringify({
    type,
    timestamp: now.toISOString(),
    data: { ...data, level, step },
  });
  const secret = signingSecret(ctx.config.appSecret, workspaceId);
  const headers = {
    "content-type": "application/json",
    ...signatureHeaders(secret, event === "closed" ? `${told}_closed` : told, now, body),
  };
  const fetch = safeFetch({ allowPrivate: ctx.config.allowPrivateCalls, timeoutMs: TIMEOUT_MS });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
}

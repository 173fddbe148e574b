import { Resend } from "resend";
import { z } from "zod";
import { accountName } from "@/core/channel/account";
import type { JobPayload } from "@/core/jobs";
import { findAccount } from "@/db/queries/channel-accounts";
import { contentOf } from "@/server/channels/account";
import type { Ctx } from "@/server/context";
import { receiveEmail } from "@/server/replies/receive-email";

const ADDRESSES_MAX = 100;

const Addresses = z
  .array(z.string())
  .nullish()
  .transform((all) => all ?? []);

/** As much of a received email as is looked at; attachments stay where they are. */
const Received = z.looseObject({
  from: z.string(),
  to: Addresses,
  cc: Addresses,
  received_for: Addresses,
  subject: z.string().nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  headers: z.record(z.string(), z.coerce.string()).nullish(),
});

/**
 * Fetches an email that Resend says came in, and takes it for what it is. Throws when Resend does not
 * answer as it documents, so that the job is run again. Does nothing when the account or the email is
 * gone. For the `email.received` job.
 */
export async function fetchEmail(
  ctx: Ctx,
  { account, emailId }: JobPayload<"email.received">,
): Promise<void> {
  const way = await wayOf(ctx, account);
  if (!way) return ctx.log.warn({ account, emailId }, "an email was not fetched: no account");
  const client = new Resend(way.apiKey, { ...(way.baseUrl !== null && { baseUrl: way.baseUrl }) });
  const { data, error } = await client.emails.receiving.get(emailId, { html_format: "cid" });
  if (error?.statusCode === 404) {
    return ctx.log.warn({ account, emailId }, "an email was not fetched: it is gone");
  }
  if (error) throw new Error(`Resend did not give the email ${emailId}: ${error.name}`);
  const { from, to, cc, received_for: receivedFor, ...mail } = Received.parse(data);
  const headers = Object.entries(mail.headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), [value]] as const,
  );
  await receiveEmail(ctx, {
    id: `resend:${emailId}`,
    provider: way.name,
    workspaceId: account?.workspaceId ?? null,
    from,
    to: [...new Set([...receivedFor, ...to, ...cc])].slice(0, ADDRESSES_MAX),
    subject: mail.subject ?? "",
    text: mail.text ?? null,
    html: mail.html ?? null,
    headers: new Map(headers),
  });
}

type Way = { name: string; apiKey: string; baseUrl: string | null };

async function wayOf(
  ctx: Ctx,
  account: JobPayload<"email.received">["account"],
): Promise<Way | null> {
  if (account === null) {
    const { resend } = ctx.config;
    return resend && { name: "resend", ...resend };
  }
  const row = await findAccount(ctx.db, account.workspaceId, account.id);
  const apiKey = row && contentOf(ctx.config.appSecret, row)?.secrets.apiKey;
  return apiKey ? { name: accountName(account.id), apiKey, baseUrl: null } : null;
}

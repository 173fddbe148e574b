import { z } from "zod";
import { accountName } from "@/core/channel/account";
import type { WorkspaceId } from "@/core/ids";
import { findAccountById } from "@/db/queries/channel-accounts";
import { contentOf } from "@/server/channels/account";
import type { Ctx } from "@/server/context";
import { ENVIRONMENT, type HookProvider } from "./callback-url";

/** The account that a callback came to. */
export type HookAccount = {
  provider: HookProvider;
  /** Null: of the environment, which serves every workspace. */
  row: { workspaceId: WorkspaceId; id: string } | null;
  /** The provider's name that is stored with messages. */
  name: string;
  /** What its provider signs with; null while nobody entered it, or it cannot be read. */
  secret: string | null;
};

/** The account of an address; null when there is none, or of another provider. On or off: messages may be under way. */
export async function hookAccount(
  ctx: Ctx,
  provider: HookProvider,
  account: string,
): Promise<HookAccount | null> {
  if (account === ENVIRONMENT) return ofEnvironment(ctx, provider);
  if (!z.uuid().safeParse(account).success) return null;
  const row = await findAccountById(ctx.db, account);
  if (row?.provider !== provider) return null;
  const secrets = contentOf(ctx.config.appSecret, row)?.secrets;
  const secret = (provider === "resend" ? secrets?.webhookSecret : secrets?.authToken) ?? null;
  const { workspaceId, id } = row;
  return { provider, row: { workspaceId, id }, name: accountName(id), secret };
}

function ofEnvironment({ config }: Ctx, provider: HookProvider): HookAccount | null {
  const { resend, twilio } = config;
  const account = { provider, row: null, name: provider };
  if (provider === "resend") return resend && { ...account, secret: resend.webhookSecret };
  return twilio && { ...account, secret: twilio.authToken };
}

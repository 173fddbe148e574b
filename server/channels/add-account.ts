import { CHANNEL_OF_PROVIDER } from "@/core/channel/account";
import { AppError } from "@/core/errors";
import { insertAccount } from "@/db/queries/channel-accounts";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { rulesOf } from "./account";
import { checkContent, NewAccount } from "./account-input";
import { changeAccounts } from "./change-accounts";
import { KINDS } from "./kinds";
import { seal } from "./seal";

export const ACCOUNTS_MAX = 20;

export type AddedAccount = {
  id: string;
  /** The signing secret of a webhook, shown this once; null for all others. */
  secret: string | null;
};

/**
 * Adds an account behind the others of its channel, turned on. Its secrets are sealed. Refuses fields
 * that its provider cannot work with (`invalid`), and more than 20 accounts (`conflict`).
 */
export async function addAccount(ctx: Ctx, who: Who, input: NewAccount): Promise<AddedAccount> {
  const { provider, name, fields } = NewAccount.parse(input);
  const { workspaceId, actor } = who;
  const content = checkContent(provider, KINDS[provider].create(fields), rulesOf(ctx.config));
  const id = newId();
  const channel = CHANNEL_OF_PROVIDER[provider];
  return changeAccounts(ctx, who, async (tx, accounts) => {
    if (accounts.all.length >= ACCOUNTS_MAX) {
      const message = `A workspace can have ${ACCOUNTS_MAX} accounts; remove one first.`;
      throw new AppError("conflict", message);
    }
    accounts.checkName(name);
    await insertAccount(tx, {
      workspaceId,
      id,
      channel,
      provider,
      name,
      settings: content.settings,
      sealed: seal(ctx.config.appSecret, { workspaceId, id }, content.secrets),
      createdBy: "name" in actor ? actor.name : null,
    });
    const secret = provider === "webhook" ? (content.secrets.secret ?? null) : null;
    const detail = { channel, provider, settings: content.settings };
    return { done: { action: "added", account: { id, name }, detail }, value: { id, secret } };
  });
}

import { removeAccount } from "@/db/queries/channel-accounts";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeAccounts } from "./change-accounts";

/** Removes an account and its secrets for good; what it sent stays as it is. Throws `not_found`. */
export async function deleteAccount(ctx: Ctx, who: Who, id: string): Promise<void> {
  await changeAccounts(ctx, who, async (tx, accounts) => {
    const row = accounts.one(id);
    await removeAccount(tx, who.workspaceId, id);
    const { channel, provider } = row;
    const detail = { channel, provider };
    return { done: { action: "removed", account: row, detail }, value: undefined };
  });
}

import type { AuditAction } from "@/core/audit/audit-action";
import { accountName } from "@/core/channel/account";
import { AppError } from "@/core/errors";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { bumpAccounts, type ChannelAccountRow, listAccounts } from "@/db/queries/channel-accounts";
import { closeCircuit } from "@/db/queries/provider-health";
import type { Who } from "@/server/cases/verbs";
import { wakeWorkers } from "@/server/cases/wake-up";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { refuseAny } from "./account-input";

export type Accounts = {
  all: readonly ChannelAccountRow[];
  /** Throws `not_found`. */
  one: (id: string) => ChannelAccountRow;
  /** Refuses (`invalid`) the name of another account. */
  checkName: (name: string, id?: string) => void;
};

type VerbOf<Action> = Action extends `channel_account.${infer Verb}` ? Verb : never;

/** What was done, for the audit log; never a secret. */
type Done = { action: VerbOf<AuditAction>; account: { id: string; name: string }; detail?: object };

/**
 * One change of a workspace's accounts, alone among those of this workspace. Workers use what comes
 * of it from the next message on.
 */
export async function changeAccounts<T>(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  change: (tx: Tx, accounts: Accounts) => Promise<{ done: Done; value: T }>,
): Promise<T> {
  return inTransaction(ctx.db, async (tx) => {
    // Its lock on the workspace is what makes the others wait.
    await bumpAccounts(tx, workspaceId);
    const { done, value } = await change(tx, accountsOf(await listAccounts(tx, workspaceId)));
    const { id: target, name } = done.account;
    // What was down may be put right by this: the next message looks.
    await closeCircuit(tx, { workspaceId, provider: accountName(target) });
    await wakeWorkers(tx);
    const detail = { name, ...done.detail };
    const action = `channel_account.${done.action}` as const;
    await audit(tx, workspaceId, { id: newId(), actor, action, target, detail });
    return value;
  });
}

function accountsOf(all: readonly ChannelAccountRow[]): Accounts {
  return {
    all,
    one: (id) => {
      const row = all.find((account) => account.id === id);
      if (!row) throw new AppError("not_found", "This account is gone: somebody removed it.");
      return row;
    },
    checkName: (name, id) => {
      const taken = all.some((account) => account.name === name && account.id !== id);
      refuseAny(taken ? [{ path: "name", message: "another account has this name" }] : []);
    },
  };
}

import { z } from "zod";
import { updateAccount } from "@/db/queries/channel-accounts";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { OneAccount } from "./account-input";
import { changeAccounts } from "./change-accounts";

export const AccountMove = OneAccount.extend({ direction: z.enum(["up", "down"]) });
export type AccountMove = z.infer<typeof AccountMove>;

/** Moves an account one place among those of its channel; at the end of them it stays. Throws `not_found`. */
export async function moveAccount(ctx: Ctx, who: Who, input: AccountMove): Promise<void> {
  const { id, direction } = AccountMove.parse(input);
  await changeAccounts(ctx, who, async (tx, accounts) => {
    const row = accounts.one(id);
    const siblings = accounts.all.filter(({ channel }) => channel === row.channel);
    const from = siblings.indexOf(row);
    const to = Math.min(Math.max(from + (direction === "up" ? -1 : 1), 0), siblings.length - 1);
    const ordered = siblings.toSpliced(from, 1).toSpliced(to, 0, row);
    for (const [index, sibling] of ordered.entries()) {
      const position = index + 1;
      if (sibling.position === position) continue;
      await updateAccount(tx, who.workspaceId, sibling.id, { position });
    }
    const detail = { channel: row.channel, from: from + 1, to: to + 1 };
    return { done: { action: "moved", account: row, detail }, value: undefined };
  });
}

export const AccountTurn = OneAccount.extend({ enabled: z.boolean() });
export type AccountTurn = z.infer<typeof AccountTurn>;

/** Turns an account on or off; off, it keeps everything and sends nothing. Throws `not_found`. */
export async function turnAccount(ctx: Ctx, who: Who, input: AccountTurn): Promise<void> {
  const { id, enabled } = AccountTurn.parse(input);
  await changeAccounts(ctx, who, async (tx, accounts) => {
    const row = accounts.one(id);
    await updateAccount(tx, who.workspaceId, id, { enabled });
    const action = enabled ? "turned_on" : "turned_off";
    return { done: { action, account: row, detail: { channel: row.channel } }, value: undefined };
  });
}

"use server";

import { revalidatePath } from "next/cache";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { AccountChange, NewAccount, OneAccount } from "@/server/channels/account-input";
import { addAccount } from "@/server/channels/add-account";
import { changeAccount, renewSigningSecret } from "@/server/channels/change-account";
import { deleteAccount } from "@/server/channels/delete-account";
import {
  AccountMove,
  AccountTurn,
  moveAccount,
  turnAccount,
} from "@/server/channels/order-accounts";
import { AccountTestInput, testAccount } from "@/server/channels/test-account";
import { action } from "@/server/http/action";
import { operatorOf } from "../operator-of";

const seenAgain = ({ workspace }: Member) =>
  revalidatePath(`/${workspace.slug}/settings/channels`, "page");

/** Gives the signing secret of a new webhook, this once. */
export const addAccountAction = action("manage_settings", NewAccount, async (input, member) => {
  const { secret } = await addAccount(ctx, operatorOf(member), input);
  seenAgain(member);
  return { secret };
});

/** Gives the signing secret of a webhook that had to be made anew, this once. */
export const changeAccountAction = action(
  "manage_settings",
  AccountChange,
  async (input, member) => {
    const { secret } = await changeAccount(ctx, operatorOf(member), input);
    seenAgain(member);
    return { secret };
  },
);

/** Gives the new signing secret, this once. */
export const renewSecretAction = action("manage_settings", OneAccount, async ({ id }, member) => {
  const secret = await renewSigningSecret(ctx, operatorOf(member), id);
  seenAgain(member);
  return { secret };
});

export const moveAccountAction = action("manage_settings", AccountMove, async (input, member) => {
  await moveAccount(ctx, operatorOf(member), input);
  seenAgain(member);
});

export const turnAccountAction = action("manage_settings", AccountTurn, async (input, member) => {
  await turnAccount(ctx, operatorOf(member), input);
  seenAgain(member);
});

export const deleteAccountAction = action("manage_settings", OneAccount, async ({ id }, member) => {
  await deleteAccount(ctx, operatorOf(member), id);
  seenAgain(member);
});

/** Sends one message now; gives what the provider said. */
export const testAccountAction = action(
  "manage_settings",
  AccountTestInput,
  async (input, member) => {
    const result = await testAccount(ctx, operatorOf(member), input);
    seenAgain(member);
    return result;
  },
);

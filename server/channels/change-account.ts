import { AppError } from "@/core/errors";
import { updateAccount } from "@/db/queries/channel-accounts";
import { newSigningSecret } from "@/server/calls/signing-secret";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { contentOf, rulesOf } from "./account";
import { AccountChange, checkContent, refuseAny } from "./account-input";
import type { AddedAccount } from "./add-account";
import { changeAccounts } from "./change-accounts";
import { KINDS } from "./kinds";
import { seal } from "./seal";

/**
 * Changes name and fields of an account; a secret that is left empty stays, unless it would go to
 * another server than before. One that cannot be read is made anew of what is given: a webhook's new
 * signing secret is given this once. Throws `not_found`; refuses as `addAccount` does.
 */
export async function changeAccount(
  ctx: Ctx,
  who: Who,
  input: AccountChange,
): Promise<Pick<AddedAccount, "secret">> {
  const { id, name, fields } = AccountChange.parse(input);
  const { workspaceId } = who;
  const { appSecret } = ctx.config;
  return changeAccounts(ctx, who, async (tx, accounts) => {
    const row = accounts.one(id);
    accounts.checkName(name, id);
    const { provider } = row;
    const kind = KINDS[provider];
    const kept = contentOf(appSecret, row);
    const content = kept ? kind.change(kept, fields) : kind.create(fields);
    if (kept) refuseAny(kind.missing(kept, content, fields));
    const { settings, secrets } = checkContent(provider, content, rulesOf(ctx.config));
    const sealed = seal(appSecret, { workspaceId, id }, secrets);
    // A test tells of what was tested.
    await updateAccount(tx, workspaceId, id, { name, settings, sealed, lastTest: null });
    const before = kept?.secrets ?? {};
    const renewed = Object.keys(secrets).filter((field) => secrets[field] !== before[field]);
    const detail = { before: { name: row.name, settings: row.settings }, settings, renewed };
    const secret = provider === "webhook" && !kept ? (secrets.secret ?? null) : null;
    return { done: { action: "changed", account: { id, name }, detail }, value: { secret } };
  });
}

/**
 * Gives a webhook a new signing secret and shows it this once; the old one is worth nothing from the
 * next message on. Throws `not_found`; refuses (`conflict`) other kinds, and one that cannot be read.
 */
export async function renewSigningSecret(ctx: Ctx, who: Who, id: string): Promise<string> {
  const { workspaceId } = who;
  const { appSecret } = ctx.config;
  return changeAccounts(ctx, who, async (tx, accounts) => {
    const row = accounts.one(id);
    const kept = contentOf(appSecret, row);
    if (row.provider !== "webhook" || !kept) {
      throw new AppError("conflict", "Only a webhook that can be read has a signing secret.");
    }
    const secret = newSigningSecret();
    const sealed = seal(appSecret, { workspaceId, id }, { ...kept.secrets, secret });
    await updateAccount(tx, workspaceId, id, { sealed });
    return { done: { action: "secret_renewed", account: row }, value: secret };
  });
}

import { z } from "zod";
import { AppError } from "@/core/errors";
import { MINUTE_MS, SECOND_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { audit, countAudit } from "@/db/queries/audit";
import { findAccount, updateAccount } from "@/db/queries/channel-accounts";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { environmentProviders } from "@/server/providers/configured";
import type { Delivery, Provider } from "@/server/providers/provider";
import { connectAccount } from "./account";
import { addressOfTest } from "./test-address";
import { testMessage } from "./test-message";

const TIMEOUT_MS = 20 * SECOND_MS;
/** So that nobody writes to strangers from here. */
const TESTS_MAX = 10;
const TESTS_WINDOW_MS = 10 * MINUTE_MS;
const ACTION = "channel.tested";

/** An account by its id, or a provider of the environment by its name. */
const Tested = z.union([
  z.strictObject({ id: z.uuid() }),
  z.strictObject({ environment: z.string().max(40) }),
]);

export const AccountTestInput = z.strictObject({
  account: Tested,
  /** An email address, a number, a browser's subscription, or where a webhook without its own address goes. */
  to: z.string().trim().max(2_000),
  /** BCP 47: the language of its words. */
  locale: z.string().max(40),
});
export type AccountTestInput = z.infer<typeof AccountTestInput>;

export type TestResult = { tookMs: number; delivery: Delivery };

/**
 * Sends one message through an account, on or off, and gives the provider's own answer. Refuses a
 * sandbox, which reaches nobody, an account that cannot be read (`conflict`), an address that is none
 * (`invalid`), and more than ten tests in ten minutes (`rate_limited`). Throws `not_found`.
 */
export async function testAccount(
  ctx: Ctx,
  who: Who,
  input: AccountTestInput,
): Promise<TestResult> {
  const { account, to, locale } = AccountTestInput.parse(input);
  const { workspaceId, actor } = who;
  const workspace = await findWorkspace(ctx.db, workspaceId);
  if (!workspace) throw new AppError("not_found", "There is no such workspace.");
  if (workspace.kind === "sandbox") {
    throw new AppError("conflict", "A test workspace reaches nobody. Test from a live workspace.");
  }
  const at = Date.now();
  if ((await countAudit(ctx.db, workspaceId, ACTION, at - TESTS_WINDOW_MS)) >= TESTS_MAX) {
    const message = `At most ${TESTS_MAX} tests in ten minutes. Try again later.`;
    throw new AppError("rate_limited", message, { retryAfterS: TESTS_WINDOW_MS / SECOND_MS });
  }
  const provider = await providerOf(ctx, who, account);
  const address = addressOfTest(provider, to);
  const id = newId();
  const message = testMessage(provider.channel, {
    id,
    to: address,
    from: provider.from ?? ctx.config.emailFrom ?? "",
    url: `${ctx.config.appUrl}/${workspace.slug}/settings/channels`,
    workspace: workspace.name,
    locale,
    at,
  });
  try {
    const began = performance.now();
    const delivery = await provider.send(message, AbortSignal.timeout(TIMEOUT_MS));
    const tookMs = Math.round(performance.now() - began);
    const { ok } = delivery;
    await inTransaction(ctx.db, async (tx) => {
      if ("id" in account) {
        const reason = delivery.ok ? null : delivery.reason;
        const lastTest = { at, ok, reason, tookMs };
        await updateAccount(tx, workspaceId, account.id, { lastTest });
      }
      const target = "id" in account ? account.id : account.environment;
      const detail = { channel: provider.channel, ok, ...shownAddress(provider, address) };
      await audit(tx, workspaceId, { id: newId(), actor, action: ACTION, target, detail });
    });
    return { tookMs, delivery };
  } finally {
    await provider.close?.();
  }
}

async function providerOf(
  ctx: Ctx,
  { workspaceId }: Who,
  account: AccountTestInput["account"],
): Promise<Provider> {
  if ("environment" in account) {
    const all = environmentProviders(ctx.config);
    const found = all.find(({ name }) => name === account.environment);
    if (found) return found;
    throw new AppError("not_found", "The environment names no such provider any more.");
  }
  const row = await findAccount(ctx.db, workspaceId, account.id);
  if (!row) throw new AppError("not_found", "This account is gone: somebody removed it.");
  const provider = connectAccount(ctx.config, row);
  if (provider) return provider;
  throw new AppError("conflict", "This account cannot be read. Enter its secret again.");
}

/** The address of a webhook or a browser is a secret of its own. */
const shownAddress = ({ channel }: Provider, to: string): { to?: string } =>
  channel === "email" || channel === "sms" ? { to } : {};

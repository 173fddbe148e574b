import { z } from "zod";
import { AppError } from "@/core/errors";
import { SECOND_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { type ChannelAccountRow, findAccount, keepTest } from "@/db/queries/channel-accounts";
import { closeCircuit, type ProviderKey } from "@/db/queries/provider-health";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import { wakeWorkers } from "@/server/cases/wake-up";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { environmentProviders } from "@/server/providers/configured";
import type { Delivery, Provider } from "@/server/providers/provider";
import { keyOf } from "@/server/providers/provider-states";
import { allowTest } from "@/server/workspaces/allow-test";
import { connectAccount } from "./account";
import { addressOfTest } from "./test-address";
import { testMessage } from "./test-message";

const TIMEOUT_MS = 20 * SECOND_MS;
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
  const { workspaceId } = who;
  const workspace = await findWorkspace(ctx.db, workspaceId);
  if (!workspace) throw new AppError("not_found", "There is no such workspace.");
  if (workspace.kind === "sandbox") {
    throw new AppError("conflict", "A test workspace reaches nobody. Test from a live workspace.");
  }
  const row = "id" in account ? await rowOf(ctx, who, account.id) : null;
  const provider = row ? connected(ctx, row) : namedByEnvironment(ctx, account);
  try {
    const address = addressOfTest(provider, to);
    const at = Date.now();
    const message = testMessage(provider.channel, {
      id: newId(),
      to: address,
      from: provider.from ?? ctx.config.emailFrom ?? "",
      url: `${ctx.config.appUrl}/${workspace.slug}/settings/channels`,
      workspace: workspace.name,
      locale,
      at,
    });
    const detail = { channel: provider.channel, ...shownAddress(provider, address) };
    await noteTest(ctx, who, { target: row?.id ?? provider.name, detail });
    const began = performance.now();
    const delivery = await provider.send(message, AbortSignal.timeout(TIMEOUT_MS));
    const tookMs = Math.round(performance.now() - began);
    const reason = delivery.ok ? null : delivery.reason;
    if (delivery.ok) await isThere(ctx, keyOf(workspaceId, provider.name));
    if (row) await keepTest(ctx.db, row, { at, ok: delivery.ok, reason, tookMs });
    return { tookMs, delivery };
  } finally {
    await provider.close?.();
  }
}

/** What waited for the provider leaves. */
const isThere = (ctx: Ctx, key: ProviderKey) =>
  inTransaction(ctx.db, async (tx) => {
    if (await closeCircuit(tx, key)) await wakeWorkers(tx);
  });

/** Counted and written down before anything leaves, one test of a workspace after the other. */
async function noteTest(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  noted: { target: string; detail: Record<string, unknown> },
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await allowTest(tx, workspaceId, ACTION);
    await audit(tx, workspaceId, { id: newId(), actor, action: ACTION, ...noted });
  });
}

async function rowOf(ctx: Ctx, { workspaceId }: Who, id: string): Promise<ChannelAccountRow> {
  const row = await findAccount(ctx.db, workspaceId, id);
  if (!row) throw new AppError("not_found", "This account is gone: somebody removed it.");
  return row;
}

function connected(ctx: Ctx, row: ChannelAccountRow): Provider {
  const provider = connectAccount(ctx.config, row);
  if (provider) return provider;
  throw new AppError("conflict", "This account cannot be read. Enter its secret again.");
}

function namedByEnvironment(ctx: Ctx, account: AccountTestInput["account"]): Provider {
  const all = environmentProviders(ctx.config);
  const found = "environment" in account && all.find(({ name }) => name === account.environment);
  if (found) return found;
  throw new AppError("not_found", "The environment names no such provider any more.");
}

/** The address of a webhook or a browser is a secret of its own. */
const shownAddress = ({ channel }: Provider, to: string): { to?: string } =>
  channel === "email" || channel === "sms" ? { to } : {};

import { domainOf } from "@/core/domain/domain-of";
import type { WorkspaceId } from "@/core/ids";
import { listAccounts } from "@/db/queries/channel-accounts";
import { KINDS } from "@/server/channels/kinds";
import type { Ctx } from "@/server/context";
import { environmentStanding } from "@/server/providers/channel-standing";
import type { SendingDomain } from "./check-domain";

/** More than anybody sends from; each costs some twenty questions to a name server. */
const DOMAINS_MAX = 10;

type Sender = { provider: string; from: string; selector: string | null };

/** The domains that this workspace's email comes from, those of its own accounts first. */
export async function sendingDomains(
  ctx: Pick<Ctx, "db" | "config">,
  workspaceId: WorkspaceId,
): Promise<SendingDomain[]> {
  const accounts = await listAccounts(ctx.db, workspaceId);
  const own = accounts
    .filter(({ channel, enabled }) => channel === "email" && enabled)
    .map(({ provider, settings }): Sender => {
      const { dkimSelector } = settings;
      const selector = typeof dkimSelector === "string" ? dkimSelector : null;
      return { provider, from: KINDS[provider].sender(settings) ?? "", selector };
    });
  const inherited = environmentStanding(ctx.config).email.accounts.map(
    ({ provider, sender }): Sender => ({ provider, from: sender, selector: null }),
  );
  return domainsOf([...own, ...inherited]);
}

/** Resend signs with a selector of its name and takes bounces at a name below the domain. */
function domainsOf(senders: readonly Sender[]): SendingDomain[] {
  const found = new Map<string, SendingDomain>();
  for (const { provider, from, selector } of senders) {
    const domain = domainOf(from);
    if (domain === null) continue;
    const isResend = provider === "resend";
    const known = found.get(domain) ?? { domain, selectors: [], returnPath: domain };
    const selectors = [selector, isResend ? "resend" : null].filter((name) => name !== null);
    found.set(domain, {
      domain,
      selectors: [...new Set([...known.selectors, ...selectors])],
      returnPath: isResend ? `send.${domain}` : known.returnPath,
    });
  }
  return [...found.values()].slice(0, DOMAINS_MAX);
}

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
      const { dkim, dkimSelector } = settings;
      // The selector is kept when signing is turned off: then the server signs, by one nobody told.
      const selector = dkim === "on" && typeof dkimSelector === "string" ? dkimSelector : null;
      return { provider, from: KINDS[provider].sender(settings) ?? "", selector };
    });
  const inherited = environmentStanding(ctx.config).email.accounts.map(
    ({ provider, sender }): Sender => ({ provider, from: sender, selector: null }),
  );
  return domainsOf([...own, ...inherited], ctx.config.inbound?.domain ?? null);
}

/**
 * Resend signs with a selector of its name and takes bounces at a name below the domain. Over SMTP they
 * come to the domain of the replies, where there is one.
 */
function domainsOf(senders: readonly Sender[], inboundDomain: string | null): SendingDomain[] {
  const found = new Map<string, SendingDomain>();
  for (const { provider, from, selector } of senders) {
    const domain = domainOf(from);
    if (domain === null) continue;
    const isResend = provider === "resend";
    const none: SendingDomain = { domain, selectors: [], ownSelectors: [], returnPaths: [] };
    const known = found.get(domain) ?? none;
    const returnPath = isResend ? `send.${domain}` : (inboundDomain ?? domain);
    const own = selector === null ? [] : [selector];
    found.set(domain, {
      domain,
      selectors: once([...known.selectors, ...own, ...(isResend ? ["resend"] : [])]),
      ownSelectors: once([...known.ownSelectors, ...own]),
      returnPaths: once([...known.returnPaths, returnPath]),
    });
  }
  return [...found.values()].slice(0, DOMAINS_MAX);
}

const once = (names: readonly string[]): string[] => [...new Set(names)];

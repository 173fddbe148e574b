import { accountName } from "@/core/channel/account";
import type { ChannelAccountRow } from "@/db/queries/channel-accounts";
import type { Config } from "@/server/config";
import { isHookProvider, reachableCallback } from "@/server/hooks/callback-url";
import type { Provider } from "@/server/providers/provider";
import { KINDS } from "./kinds";
import type { AccountRules, Content } from "./kinds/kind";
import { open } from "./seal";

type RulesConfig = Pick<Config, "allowPrivateCalls" | "smtpRetryUnknown">;
/** What connecting an account needs. */
export type AccountsConfig = RulesConfig & Pick<Config, "appSecret" | "appUrl">;

export const rulesOf = (config: RulesConfig): AccountRules => ({
  allowPrivate: config.allowPrivateCalls,
  whenUnknown: config.smtpRetryUnknown ? "retry" : "give_up",
});

/** Settings and secrets of an account; null when the secrets were sealed under another `APP_SECRET`. */
export function contentOf(appSecret: string, row: ChannelAccountRow): Content | null {
  const secrets = open(appSecret, row, row.sealed);
  return secrets && { settings: row.settings, secrets };
}

/** The way to the outside world that an account is, under its own name; null when it cannot be read. */
export function connectAccount(config: AccountsConfig, row: ChannelAccountRow): Provider | null {
  const content = contentOf(config.appSecret, row);
  if (!content) return null;
  try {
    const { provider, id } = row;
    const callbackUrl = isHookProvider(provider) ? reachableCallback(config, provider, id) : null;
    const rules = { ...rulesOf(config), callbackUrl };
    return { ...KINDS[provider].connect(content, rules), name: accountName(id) };
  } catch {
    return null;
  }
}

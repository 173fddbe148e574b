import { accountName } from "@/core/channel/account";
import type { ChannelAccountRow } from "@/db/queries/channel-accounts";
import type { Config } from "@/server/config";
import type { Provider } from "@/server/providers/provider";
import { KINDS } from "./kinds";
import type { AccountRules, Content } from "./kinds/kind";
import { open } from "./seal";

type RulesConfig = Pick<Config, "allowPrivateCalls" | "smtpRetryUnknown">;

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
export function connectAccount(
  config: RulesConfig & Pick<Config, "appSecret">,
  row: ChannelAccountRow,
): Provider | null {
  const content = contentOf(config.appSecret, row);
  if (!content) return null;
  try {
    return { ...KINDS[row.provider].connect(content, rulesOf(config)), name: accountName(row.id) };
  } catch {
    return null;
  }
}

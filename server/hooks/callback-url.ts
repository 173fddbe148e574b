import { z } from "zod";
import type { Config } from "@/server/config";

/** The providers that tell us what became of messages. */
export const HookProvider = z.enum(["resend", "twilio"]);
export type HookProvider = z.infer<typeof HookProvider>;

export const isHookProvider = (name: string): name is HookProvider =>
  HookProvider.safeParse(name).success;

/** In place of an account's id: the one that the environment names. */
export const ENVIRONMENT = "environment";

/** Where a provider tells us what became of messages; `account` is an account's id, or `ENVIRONMENT`. */
export const callbackUrl = (
  { appUrl }: Pick<Config, "appUrl">,
  provider: HookProvider,
  account: string,
): string => `${appUrl}/api/hooks/${provider}/${account}`;

/** The same; null when it is no address that a provider would call. */
export function reachableCallback(
  config: Pick<Config, "appUrl" | "allowPrivateCalls">,
  provider: HookProvider,
  account: string,
): string | null {
  const isReachable = config.appUrl.startsWith("https://") || config.allowPrivateCalls;
  return isReachable ? callbackUrl(config, provider, account) : null;
}

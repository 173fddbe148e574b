import type { Config } from "@/server/config";
import type { Provider } from "./provider";
import { type ProviderRegistry, providerRegistry } from "./registry";
import { createResend } from "./resend";
import { createSmtp } from "./smtp";

/**
 * The providers the configuration names. Without `EMAIL_FROM` there is no email: messages wait.
 * `smtpRetryUnknown`: an SMTP attempt of unknown end is made again, at the risk of a second copy.
 */
export function createProviders(
  config: Pick<Config, "emailFrom" | "resend" | "smtpUrl">,
  options: { smtpRetryUnknown?: boolean } = {},
): ProviderRegistry {
  const providers: Provider[] = [];
  if (config.emailFrom !== null) {
    if (config.resend) providers.push(createResend(config.resend));
    if (config.smtpUrl !== null) {
      const whenUnknown = options.smtpRetryUnknown ? "retry" : "give_up";
      providers.push(createSmtp({ url: config.smtpUrl, whenUnknown }));
    }
  }
  return providerRegistry(providers);
}

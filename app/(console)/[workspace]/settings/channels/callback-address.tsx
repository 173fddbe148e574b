"use client";

import { useText } from "@/components/text/text-provider";
import { CopyButton } from "@/components/ui/copy-button";
import type { AccountProvider } from "@/core/channel/account";

/** Where the provider is to tell what became of messages, to be copied there. */
export function CallbackAddress({ provider, url }: { provider: AccountProvider; url: string }) {
  const t = useText();
  return (
    <div className="grid gap-1">
      <p className="font-medium">{t("channels.callback")}</p>
      <div className="flex items-center gap-2 rounded-md bg-ft-sunken p-2">
        <code className="min-w-0 flex-1 text-xs break-all">{url}</code>
        <CopyButton text={url} label={t("channels.callbackCopy")} />
      </div>
      <p className="text-xs text-ft-2">{t("channels.callbackHint", { provider })}</p>
    </div>
  );
}

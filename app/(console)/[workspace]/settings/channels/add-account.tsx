"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { type AccountProvider, PROVIDER_NAMES } from "@/core/channel/account";
import { AccountDialog } from "./account-dialog";

/** `channel` is its name in words. */
export function AddAccount({
  slug,
  channel,
  providers,
}: {
  slug: string;
  channel: string;
  providers: readonly AccountProvider[];
}) {
  const t = useText();
  const [provider, setProvider] = useState<AccountProvider>();
  const [only, ...others] = providers;
  const label = t("channels.addTo", { channel });
  return (
    <>
      {others.length === 0 ? (
        <Button size="sm" aria-label={label} onPress={() => setProvider(only)}>
          {t("channels.add")}
        </Button>
      ) : (
        <Menu
          label={label}
          align="end"
          onAction={(id) => setProvider(providers.find((known) => known === id))}
          sections={[{ items: providers.map((id) => ({ id, label: PROVIDER_NAMES[id] })) }]}
          trigger={
            <Button size="sm" aria-label={label}>
              {t("channels.add")}
              <ChevronDown aria-hidden="true" />
            </Button>
          }
        />
      )}
      {provider ? (
        <AccountDialog slug={slug} provider={provider} onClose={() => setProvider(undefined)} />
      ) : null}
    </>
  );
}

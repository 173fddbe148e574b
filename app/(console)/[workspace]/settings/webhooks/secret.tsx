"use client";

import { useState, useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Note } from "@/components/ui/note";
import { revealSecretAction } from "./actions";

export function Secret({ slug }: { slug: string }) {
  const t = useText();
  const [secret, setSecret] = useState<string>();
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const reveal = () =>
    start(async () => {
      setError(undefined);
      const result = await revealSecretAction(slug, {});
      if (result.ok) setSecret(result.value);
      else setError(result.message);
    });
  if (!secret) {
    return (
      <div className="grid gap-2">
        <div>
          <Button pending={pending} onPress={reveal}>
            {t("settings.secretShow")}
          </Button>
        </div>
        {error ? <Note tone="failed">{error}</Note> : null}
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <code className="min-w-0 rounded-md bg-ft-sunken px-3 py-2 break-all">{secret}</code>
      <CopyButton text={secret} label={t("settings.secretCopy")} />
      <Button look="tertiary" onPress={() => setSecret(undefined)}>
        {t("settings.secretHide")}
      </Button>
    </div>
  );
}

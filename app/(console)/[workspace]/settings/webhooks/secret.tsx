"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { revealSecretAction } from "./actions";

export function Secret({ slug }: { slug: string }) {
  const t = useText();
  const [secret, setSecret] = useState<string>();
  const { pending, failure, run } = useAction();
  const reveal = () => run(() => revealSecretAction(slug, {}), setSecret);
  if (!secret) {
    return (
      <div className="grid gap-2">
        <div>
          <Button pending={pending} onPress={reveal}>
            {t("settings.secretShow")}
          </Button>
        </div>
        {failure ? <Note tone="failed">{failure.message}</Note> : null}
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

"use client";

import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

/** A signing secret that is shown this once. */
export function SecretOnce({
  secret,
  text,
  onDone,
}: {
  secret: string;
  /** What it is for. */
  text?: string | undefined;
  onDone: () => void;
}) {
  const t = useText();
  return (
    <div className="grid gap-4">
      <p>{text ?? t("channels.secretOnce")}</p>
      <div className="flex items-center gap-2 rounded-md bg-ft-sunken p-2">
        <code className="min-w-0 flex-1 break-all">{secret}</code>
        <CopyButton text={secret} label={t("channels.secretCopy")} />
      </div>
      <div className="flex justify-end">
        <Button look="primary" onPress={onDone}>
          {t("channels.secretCopied")}
        </Button>
      </div>
    </div>
  );
}

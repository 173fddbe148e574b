"use client";

import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

/** A link that is shown this once. */
export function LinkOnce({
  url,
  children,
  onDone,
}: {
  url: string;
  children?: ReactNode;
  onDone: () => void;
}) {
  const t = useText();
  return (
    <div className="grid gap-4">
      {children}
      <div className="flex items-center gap-2 rounded-md bg-ft-sunken p-2">
        <code className="min-w-0 flex-1 break-all">{url}</code>
        <CopyButton text={url} label={t("members.copyLink")} />
      </div>
      <p className="text-ft-2">{t("members.linkOnce")}</p>
      <div className="flex justify-end">
        <Button look="primary" onPress={onDone}>
          {t("members.done")}
        </Button>
      </div>
    </div>
  );
}

"use client";

import { Download } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

/** The codes, this once. The file is made here: they do not travel a second time. */
export function BackupCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useText();
  const text = `${t("auth.codesFile")}\n\n${codes.join("\n")}\n`;
  const download = () => {
    const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = "followthrough-backup-codes.txt";
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div className="grid gap-4">
      <p className="text-ft-2">{t("auth.codesLead")}</p>
      <ul
        aria-label={t("auth.codesTitle")}
        className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md bg-ft-sunken p-4 font-mono text-sm"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton text={codes.join("\n")}>{t("auth.codesCopy")}</CopyButton>
        <Button onPress={download}>
          <Download aria-hidden="true" />
          {t("auth.codesDownload")}
        </Button>
        <Button look="primary" onPress={onKept}>
          {t("auth.codesKept")}
        </Button>
      </div>
    </div>
  );
}

"use client";

import { type Failure, LoadFailed } from "@/components/shell/load-failed";
import { useText } from "@/components/text/text-provider";

export default function LoadingFailed(failure: Failure) {
  const t = useText();
  return (
    <LoadFailed page={t("shell.messages")} what={t("messages.what")} {...failure}>
      {t("messages.safe")}
    </LoadFailed>
  );
}

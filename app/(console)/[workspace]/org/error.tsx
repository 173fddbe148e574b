"use client";

import { type Failure, LoadFailed } from "@/components/shell/load-failed";
import { useText } from "@/components/text/text-provider";

export default function LoadingFailed(failure: Failure) {
  const t = useText();
  return (
    <LoadFailed page={t("org.title")} what={t("org.title")} {...failure}>
      {t("people.safe")}
    </LoadFailed>
  );
}

"use client";

import { type Failure, LoadFailed } from "@/components/shell/load-failed";
import { useText } from "@/components/text/text-provider";

export default function LoadingFailed(failure: Failure) {
  const t = useText();
  const title = t("analytics.title");
  return (
    <LoadFailed page={title} what={t("analytics.numbers")} {...failure}>
      {t("analytics.safe")}
    </LoadFailed>
  );
}

"use client";

import type { ReactNode } from "react";
import { useLocale, useText } from "@/components/text/text-provider";

/** Below this a percentage says more than the cases do. */
const SETTLED_MIN = 20;

/** The share of settled cases that were resolved, with what it was counted from. */
export function ResolvedShare({
  resolved,
  settled,
}: {
  resolved: number;
  settled: number;
}): ReactNode {
  const t = useText();
  const locale = useLocale();
  if (settled < SETTLED_MIN) {
    return (
      <span
        className="text-ft-3"
        title={t("workflows.shareTooFew", { resolved, settled, min: SETTLED_MIN })}
      >
        {t("workflows.tooFew", { n: settled })}
      </span>
    );
  }
  const share = new Intl.NumberFormat(locale, { style: "percent" }).format(resolved / settled);
  return (
    <span title={t("workflows.shareOf", { resolved, settled })}>
      {share} <span className="text-ft-3">{t("workflows.ofN", { n: settled })}</span>
    </span>
  );
}

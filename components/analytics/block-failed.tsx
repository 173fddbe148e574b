"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";

/** One block that could not be read; the others stand. */
export function BlockFailed({ what }: { what: string }) {
  const t = useText();
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <section role="alert" className="ft-report-block">
      <h2 className="ft-section-title mb-0!">{t("analytics.couldNotLoad", { what })}</h2>
      <p className="pb-2 text-ft-2">{t("analytics.othersSafe")}</p>
      <Button size="sm" pending={pending} onPress={() => start(() => router.refresh())}>
        {t("common.tryAgain")}
      </Button>
    </section>
  );
}

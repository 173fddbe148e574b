"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmAction } from "@/components/ui/confirm-action";
import type { AdvisedChange } from "@/core/metrics/advice";
import { takeAdviceAction } from "./advice-actions";

/** Puts an advised change into the draft, once somebody has read what it is, and opens the editor on it. */
export function AdviceButton({
  slug,
  workflow,
  change,
  said,
  revision,
  hasDraft,
}: {
  slug: string;
  workflow: string;
  change: AdvisedChange;
  /** The change in words. */
  said: string;
  /** The revision this page shows. */
  revision: number;
  hasDraft: boolean;
}) {
  const t = useText();
  const router = useRouter();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button size="sm" onPress={() => setAsks(true)}>
        {t("advice.put")}
      </Button>
      {asks ? (
        <ConfirmAction
          title={t("advice.put")}
          verb={t("advice.put")}
          act={() => takeAdviceAction(slug, { key: workflow, change, ifMatch: revision })}
          onClose={() => setAsks(false)}
          onDone={() => router.push(`/${slug}/workflows/${encodeURIComponent(workflow)}/edit`)}
        >
          <div className="grid gap-2">
            <p>{t("advice.bodyDraft", { change: said })}</p>
            {hasDraft ? <p>{t("advice.bodyHasDraft")}</p> : null}
          </div>
        </ConfirmAction>
      ) : null}
    </>
  );
}

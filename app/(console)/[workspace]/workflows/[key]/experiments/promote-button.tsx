"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { promoteAction } from "./actions";

/** Puts the winner into the draft, once somebody has read what that does, and opens the editor on it. */
export function PromoteButton({
  slug,
  workflow,
  step,
  arm,
  revision,
  hasDraft,
}: {
  slug: string;
  workflow: string;
  step: string;
  arm: string;
  /** The revision this page shows. */
  revision: number;
  hasDraft: boolean;
}) {
  const t = useText();
  const router = useRouter();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button look="primary" onPress={() => setAsks(true)}>
        {t("experiments.promote", { arm })}
      </Button>
      {asks ? (
        <ConfirmAction
          title={t("experiments.promoteTitle")}
          verb={t("experiments.promote", { arm })}
          act={() => promoteAction(slug, { key: workflow, step, arm, ifMatch: revision })}
          onClose={() => setAsks(false)}
          onDone={() => router.push(`/${slug}/workflows/${encodeURIComponent(workflow)}/edit`)}
        >
          <div className="grid gap-2">
            <p>{t("experiments.promoteBody", { arm })}</p>
            {hasDraft ? <p>{t("experiments.promoteHasDraft")}</p> : null}
          </div>
        </ConfirmAction>
      ) : null}
    </>
  );
}

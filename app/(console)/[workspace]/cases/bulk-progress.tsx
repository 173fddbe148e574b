"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { useList } from "@/components/lists/list-context";
import { useText } from "@/components/text/text-provider";
import { answerOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useAction } from "@/components/ui/use-action";
import { SECOND_MS } from "@/core/time";
import { bulkState, stopBulk } from "./actions";
import type { BulkState } from "./bulk-state";
import { type BulkVerb, VERB_WORDS } from "./bulk-words";

/** How far a job is, the way to stop it, and what became of each case. */
export function BulkProgress({
  slug,
  job,
  onClose,
}: {
  slug: string;
  job: BulkState;
  onClose: () => void;
}) {
  const t = useText();
  const router = useRouter();
  const { list } = useList();
  const [state, setState] = useState(job);
  const look = useEffectEvent(async () => {
    const result = await answerOf(() => bulkState(slug, { jobId: job.id }), t);
    if (!result.ok) return;
    setState(result.value);
    if (!result.value.isRunning) router.refresh();
  });
  const { isRunning } = state;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void look(), SECOND_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  const { pending, run } = useAction("toast");
  const stop = () => run(() => stopBulk(slug, { jobId: job.id }), setState);
  const { total, done, refused, canceled } = state;
  const verb = t(VERB_WORDS[state.verb as BulkVerb]);
  return (
    <section className="ft-bulk" aria-label={t("cases.listJobProgress")}>
      <div className="ft-bulk-bar">
        <p role="status" className="ft-figures">
          {isRunning
            ? t("cases.listJobRunning", { verb, done: done + refused, total })
            : t("cases.listJobDone", { verb, done, total, skipped: refused + canceled })}
        </p>
        <progress
          className="ft-progress"
          aria-label={t("cases.listJobProgress")}
          max={total}
          value={done + refused + canceled}
        />
        <div className="ms-auto flex flex-wrap gap-2">
          <ButtonLink
            size="sm"
            href={`${list.path}/bulk/${job.id}/results`}
            prefetch={false}
            download
          >
            {t("cases.listJobResults")}
          </ButtonLink>
          {isRunning ? (
            <Button size="sm" pending={pending} onPress={stop}>
              {t("cases.listJobStop")}
            </Button>
          ) : (
            <Button size="sm" onPress={onClose}>
              {t("common.close")}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

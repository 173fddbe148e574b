"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import type { WebhookAttempt } from "@/core/contracts/webhooks";
import { testEndpointAction } from "./actions";

/** One event, now, with the receiver's own answer. */
export function TestEndpoint({
  slug,
  id,
  onClose,
}: {
  slug: string;
  id: string;
  onClose: () => void;
}) {
  const t = useText();
  const { failure, pending, run } = useAction();
  const [answer, setAnswer] = useState<WebhookAttempt | null>(null);
  const send = () => {
    setAnswer(null);
    return run(() => testEndpointAction(slug, { id }), setAnswer);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => next || onClose()}
      title={t("webhooks.testTitle")}
      footer={
        <>
          <Button onPress={onClose}>{t("common.close")}</Button>
          <Button look="primary" pending={pending} onPress={send}>
            {t("webhooks.testSend")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-ft-2">{t("webhooks.testText")}</p>
        <div role="status">
          {failure ? <Note tone="due">{failure.message}</Note> : null}
          {answer ? <Said answer={answer} /> : null}
        </div>
      </div>
    </Dialog>
  );
}

function Said({ answer: { status, durationMs: ms, answer, error } }: { answer: WebhookAttempt }) {
  const t = useText();
  const isTaken = status !== null && status >= 200 && status < 300;
  const said = answer || error;
  return (
    <Note tone={isTaken ? "resolved" : "due"}>
      {status === null
        ? t("webhooks.testUnanswered", { ms })
        : t(isTaken ? "webhooks.testTaken" : "webhooks.testRefused", { ms, status })}
      {said ? (
        <code className="mt-1 block max-h-40 overflow-y-auto break-words whitespace-pre-wrap">
          {said}
        </code>
      ) : null}
    </Note>
  );
}

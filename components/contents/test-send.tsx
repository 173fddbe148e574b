"use client";

import { Send } from "lucide-react";
import { useId, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { type ActionAnswer, errorBeside, errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import type { Channel } from "@/core/template/channel";

/** What became of a test: where it went, and what the provider said. */
export type TestAnswer = {
  to: string;
  /** Null in a test workspace: nothing leaves it. */
  provider: string | null;
  tookMs: number;
  delivery: { ok: true; providerMessageId: string } | { ok: false; retry: boolean; reason: string };
};

export type TestSendProps = {
  channel: Channel;
  /** The operator's own address. */
  me: string;
  /** Why the operator may not, in words; null when they may. */
  whyNot: string | null;
  isSandbox: boolean;
  /** Sends what is shown; `to` null is to oneself. */
  onSend: (to: string | null) => Promise<ActionAnswer<TestAnswer>>;
};

const TESTED: readonly Channel[] = ["email", "sms"];

/** Sends the message that is shown, marked as a test, to oneself or to an address of a person here. */
export function TestSend({ channel, me, whyNot, isSandbox, onSend }: TestSendProps) {
  const t = useText();
  const titleId = useId();
  const { failure, pending, run } = useAction();
  const [answer, setAnswer] = useState<TestAnswer>();
  const mayBeMe = channel === "email";
  const send = (to: string | null) => {
    setAnswer(undefined);
    void run(() => onSend(to), setAnswer);
  };
  const beside = errorBeside(failure, ["to"]);
  return (
    <section
      aria-labelledby={titleId}
      className="grid gap-3 rounded-lg border border-ft-subtle bg-ft-surface p-3"
    >
      <h3 id={titleId} className="ft-label">
        {t("contents.testTitle")}
      </h3>
      {whyNot ? (
        <Note>{whyNot}</Note>
      ) : TESTED.includes(channel) ? (
        <>
          <p className="ft-hint">{t(isSandbox ? "contents.testSandbox" : "contents.testLead")}</p>
          {mayBeMe ? (
            <Button className="w-fit" pending={pending} onPress={() => send(null)}>
              <Send aria-hidden="true" />
              {t("contents.testToMe", { me })}
            </Button>
          ) : null}
          <form
            className="flex flex-wrap items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              send(String(new FormData(event.currentTarget).get("to") ?? ""));
            }}
          >
            <div className="min-w-0 flex-1 basis-48">
              <TextField
                label={t("contents.testTo", { channel })}
                hint={t("contents.testToHint")}
                name="to"
                type={channel === "email" ? "email" : "tel"}
                required
                maxLength={254}
                error={errorOf(failure, "to")}
              />
            </div>
            <Button type="submit" pending={pending}>
              {t("contents.testSend")}
            </Button>
          </form>
        </>
      ) : (
        <p className="ft-hint">{t("contents.testNotHere")}</p>
      )}
      <div role="status">
        {beside ? <Note tone="due">{beside}</Note> : null}
        {answer ? <Said answer={answer} /> : null}
      </div>
    </section>
  );
}

function Said({ answer: { to, provider, tookMs, delivery } }: { answer: TestAnswer }) {
  const t = useText();
  if (!delivery.ok) {
    return (
      <Note tone="due">
        {t("contents.testRefused", { to, provider: provider ?? "", ms: tookMs })}
        <code className="mt-1 block break-words whitespace-pre-wrap">{delivery.reason}</code>
      </Note>
    );
  }
  if (provider === null) return <Note tone="resolved">{t("contents.testKept", { to })}</Note>;
  return (
    <Note tone="resolved">
      {t("contents.testAccepted", { to, provider, ms: tookMs })}{" "}
      <code className="break-all">{delivery.providerMessageId}</code>
    </Note>
  );
}

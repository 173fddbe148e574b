"use client";

import { useState, useTransition } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { testEmailAction } from "./actions";

type Answer = Awaited<ReturnType<typeof testEmailAction>>;

/** One email, now, with the provider's own answer. */
export function TestSend({ slug, address }: { slug: string; address: string }) {
  const t = useText();
  const locale = useLocale();
  const [answer, setAnswer] = useState<Answer>();
  const [pending, start] = useTransition();
  const send = (form: FormData) =>
    start(async () => {
      setAnswer(undefined);
      const input = { to: String(form.get("to")).trim(), locale };
      setAnswer(
        await testEmailAction(slug, input).catch(() => ({
          ok: false as const,
          code: "internal" as const,
          message: t("settings.notSent"),
        })),
      );
    });
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send(new FormData(event.currentTarget));
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-60">
          <TextField
            label={t("settings.testTo")}
            name="to"
            type="email"
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={address}
          />
        </div>
        <Button type="submit" pending={pending}>
          {t("settings.testSend")}
        </Button>
      </div>
      <div role="status">{answer ? <Result answer={answer} /> : null}</div>
    </form>
  );
}

function Result({ answer }: { answer: Answer }) {
  const t = useText();
  if (!answer.ok) return <Note tone="due">{answer.message}</Note>;
  const { provider, tookMs, delivery } = answer.value;
  if (delivery.ok) {
    return (
      <Note tone="resolved">
        {t("settings.testAccepted", { provider, seconds: tookMs / 1_000 })}{" "}
        <code className="break-all">{delivery.providerMessageId}</code>
      </Note>
    );
  }
  return (
    <Note tone="due">
      {t("settings.testRefused", { provider, retry: delivery.retry ? "yes" : "no" })}
      <code className="mt-1 block break-words whitespace-pre-wrap">{delivery.reason}</code>
    </Note>
  );
}

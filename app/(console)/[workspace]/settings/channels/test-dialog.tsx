"use client";

import { useState } from "react";
import { ThisBrowser } from "@/components/push/this-browser";
import { useLocale, useText } from "@/components/text/text-provider";
import { errorBeside, errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { type AccountProvider, CHANNEL_OF_PROVIDER } from "@/core/channel/account";
import { testAccountAction } from "./actions";

export type TestTarget = {
  account: { id: string } | { environment: string };
  provider: AccountProvider;
  /** Where it goes unless told otherwise: the operator's own address. */
  address: string;
  /** Of Web Push: the public key of the account. */
  serverKey: string | null;
  /** Whether a webhook has an address of its own. */
  hasAddress: boolean;
  /** A test workspace reaches nobody. */
  isSandbox: boolean;
};

type Answer = Extract<Awaited<ReturnType<typeof testAccountAction>>, { ok: true }>["value"];

/** One message, now, with the provider's own answer. */
export function TestDialog({
  slug,
  name,
  target,
  onClose,
}: {
  slug: string;
  name: string;
  target: TestTarget;
  onClose: () => void;
}) {
  const t = useText();
  return (
    <Dialog
      open
      onOpenChange={(next) => next || onClose()}
      title={t("channels.testTitle", { name })}
      footer={<Button onPress={onClose}>{t("common.close")}</Button>}
    >
      <TestForm slug={slug} target={target} />
    </Dialog>
  );
}

function TestForm({ slug, target }: { slug: string; target: TestTarget }) {
  const t = useText();
  const locale = useLocale();
  const { failure, pending, run } = useAction();
  const [answer, setAnswer] = useState<Answer>();
  const { account, provider, address, serverKey, hasAddress } = target;
  if (target.isSandbox) return <Note>{t("channels.testSandbox")}</Note>;
  /** Gives whether the provider took it. */
  const send = async (to: string) => {
    let isTaken = false;
    setAnswer(undefined);
    await run(
      () => testAccountAction(slug, { account, to, locale }),
      (given) => {
        setAnswer(given);
        isTaken = given.delivery.ok;
      },
    );
    return isTaken;
  };
  const asksAddress = !(provider === "web_push" || (provider === "webhook" && hasAddress));
  const beside = errorBeside(failure, asksAddress ? ["to"] : []);
  return (
    <div className="grid gap-4">
      <p className="text-ft-2">{t("channels.testLead", { provider })}</p>
      {provider === "web_push" && serverKey ? (
        <ThisBrowser
          serverKey={serverKey}
          onSubscribed={(subscription) => send(JSON.stringify(subscription))}
        />
      ) : (
        <form
          className="flex flex-wrap items-end justify-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void send(String(new FormData(event.currentTarget).get("to") ?? ""));
          }}
        >
          {asksAddress ? (
            <Recipient {...{ provider, address }} error={errorOf(failure, "to")} />
          ) : null}
          <Button type="submit" look="primary" pending={pending}>
            {t("channels.testSend")}
          </Button>
        </form>
      )}
      <div role="status">
        {beside ? <Note tone="due">{beside}</Note> : null}
        {answer ? <Said answer={answer} /> : null}
      </div>
    </div>
  );
}

function Recipient({
  provider,
  address,
  error,
}: Pick<TestTarget, "provider" | "address"> & { error: string | undefined }) {
  const t = useText();
  const kinds = {
    sms: { type: "tel", autoComplete: "tel", placeholder: "+49 151 23456789" },
    webhook: { type: "url", autoComplete: "off", placeholder: "https://" },
    push: { type: "text", autoComplete: "off" },
    email: { type: "email", autoComplete: "email", defaultValue: address },
  } as const;
  const kind = CHANNEL_OF_PROVIDER[provider];
  return (
    <div className="min-w-0 flex-1 basis-60">
      <TextField
        label={t(`channels.testTo_${kind}`)}
        name="to"
        required
        maxLength={2_000}
        error={error}
        {...kinds[kind]}
      />
    </div>
  );
}

function Said({ answer: { tookMs, delivery } }: { answer: Answer }) {
  const t = useText();
  if (delivery.ok) {
    return (
      <Note tone="resolved">
        {t("channels.testAccepted", { ms: tookMs })}{" "}
        <code className="break-all">{delivery.providerMessageId}</code>
      </Note>
    );
  }
  return (
    <Note tone="due">
      {t("channels.testRefused", { ms: tookMs, retry: delivery.retry ? "yes" : "no" })}
      <code className="mt-1 block break-words whitespace-pre-wrap">{delivery.reason}</code>
    </Note>
  );
}

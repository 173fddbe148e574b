"use client";

import { useEffect, useState, useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { PushSubscription } from "@/core/delivery/push-address";
import { canSubscribe, type Refusal, subscribe } from "./subscribe";

type State = { is: "ready"; isAllowed: boolean } | { is: "done" } | { is: "refused"; why: Refusal };

/**
 * Asks for leave to show notifications in this browser, and hands over where it gets them. `serverKey`
 * is the public VAPID key of the account that will send; it shows nothing until the browser is known.
 */
export function ThisBrowser({
  serverKey,
  onSubscribed,
}: {
  serverKey: string;
  /** Gives whether it was taken; until then the button waits. */
  onSubscribed: (subscription: PushSubscription) => Promise<boolean>;
}) {
  const t = useText();
  const [state, setState] = useState<State>();
  const [pending, start] = useTransition();
  useEffect(() => {
    const why = canSubscribe();
    setState(
      why
        ? { is: "refused", why }
        : { is: "ready", isAllowed: Notification.permission === "granted" },
    );
  }, []);
  const press = () =>
    start(async () => {
      const result = await subscribe(serverKey);
      if (!result.ok) return setState({ is: "refused", why: result.why });
      setState({ is: "ready", isAllowed: true });
      if (await onSubscribed(result.subscription)) setState({ is: "done" });
    });
  if (!state) return null;
  const canTry = state.is !== "refused" || state.why === "dismissed" || state.why === "service";
  const isAllowed = state.is === "done" || (state.is === "ready" && state.isAllowed);
  return (
    <div className="grid justify-items-start gap-2">
      {canTry ? (
        <Button onPress={press} pending={pending}>
          {t(isAllowed ? "push.useThis" : "push.allow")}
        </Button>
      ) : null}
      <div role="status">
        {state.is === "refused" ? <Note tone="due">{t(`push.${state.why}`)}</Note> : null}
        {state.is === "done" ? <Note tone="resolved">{t("push.done")}</Note> : null}
      </div>
    </div>
  );
}

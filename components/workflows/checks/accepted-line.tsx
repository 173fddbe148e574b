"use client";

import { CircleCheck } from "lucide-react";
import { type ReactNode, useState, useTransition } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { type ActionAnswer, answerOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { Instant } from "@/core/time";
import type { AcceptedCheck } from "@/core/workflow/problems/accepted";

/** A check that was accepted: what it says, who accepted it, when and why. */
export function AcceptedLine({
  message,
  where,
  acceptance,
  clock,
  onTakeBack,
}: {
  message: string;
  /** Its step, where that is not clear. */
  where?: ReactNode;
  acceptance: AcceptedCheck;
  clock: { now: Instant; viewerZone: string };
  /** Null for who may not. */
  onTakeBack: (() => Promise<ActionAnswer<unknown>>) | null;
}) {
  const t = useText();
  const locale = useLocale();
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const { note, by, at } = acceptance;
  const takeBack = (ask: () => Promise<ActionAnswer<unknown>>) =>
    start(async () => {
      const answer = await answerOf(ask, t);
      setError(answer.ok ? undefined : answer.message);
    });
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <div className="flex min-w-0 flex-1 basis-60 gap-2">
        <CircleCheck aria-hidden="true" size={16} className="mt-0.5 flex-none text-ft-3" />
        <div className="min-w-0">
          <p className="text-ft-2">
            {where}
            {message}
          </p>
          <p className="text-ft-1 wrap-anywhere">
            {t("checks.acceptedBy", { name: by.name, note })}{" "}
            <span className="text-xs text-ft-3">
              <Time at={at} show="absolute" {...clock} locale={locale} />
            </span>
          </p>
          {error ? (
            <p role="alert" className="ft-field-error">
              {error}
            </p>
          ) : null}
        </div>
      </div>
      {onTakeBack ? (
        <Button
          size="sm"
          look="tertiary"
          pending={pending}
          aria-label={t("checks.takeBackNamed", { message })}
          onPress={() => takeBack(onTakeBack)}
        >
          {t("checks.takeBack")}
        </Button>
      ) : null}
    </div>
  );
}

"use client";

import { useEffect, useState, useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import { type ActionAnswer, answerOf, type Failure, failureOf } from "./action-answer";
import { focusFirstWrong } from "./first-wrong";
import { showToast } from "./toast";

/**
 * Runs server actions: whether one is under way, and why the last one failed. `run` gives whether it
 * worked, and never rejects: what was typed stays, also when the server cannot be reached. Where nothing
 * stands that could say it, as behind a menu or a toast, the failure is said in a `toast`. A form that was
 * refused shows its first wrong field and puts the focus there.
 */
export function useAction(where: "here" | "toast" = "here") {
  const t = useText();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    if (failure && failure.errors.length > 0) focusFirstWrong();
  }, [failure]);
  const forget = () => setFailure(undefined);
  const fail = (next: Failure) => {
    if (where === "toast") showToast(next.message, { failed: true });
    else setFailure(next);
  };
  const run = <T>(call: () => Promise<ActionAnswer<T>>, done?: (value: T) => void) =>
    new Promise<boolean>((tell) => {
      forget();
      start(async () => {
        // A redirect is thrown on, to whoever follows it: the action worked.
        let worked = true;
        try {
          const unanswered = where === "toast" ? "ui.noAnswerToast" : "ui.noAnswer";
          const answer = await answerOf(call, t, unanswered);
          worked = answer.ok;
          if (answer.ok) done?.(answer.value);
          else fail(failureOf(answer));
        } finally {
          tell(worked);
        }
      });
    });
  return { pending, failure, run, forget };
}

"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { useAction } from "@/components/ui/use-action";

/** What a security action answers: done, or why a secret was not taken. */
type Answer =
  | { done: true }
  | { done: false; problem: "wrong_password" | "wrong_code" | "not_now" }
  | { done: false; problem: "wait"; minutes: number };

export type ProofErrors = { password?: string; code?: string; form?: string };

/** Runs an action that asks for secrets, and says in place which of them was wrong. */
export function useProof() {
  const t = useText();
  const [errors, setErrors] = useState<ProofErrors>({});
  const { pending, failure, run: runAction, forget } = useAction();
  const said = (answer: Answer & { done: false }): ProofErrors => {
    if (answer.problem === "wrong_password") return { password: t("auth.passwordWrong") };
    if (answer.problem === "wrong_code") return { code: t("auth.codeWrong") };
    if (answer.problem === "wait") return { form: t("auth.wait", { minutes: answer.minutes }) };
    return { form: t("auth.notNow") };
  };
  const run = <T extends Answer>(
    work: () => Promise<ActionAnswer<T>>,
    onDone: (value: Extract<T, { done: true }>) => void,
  ) => {
    setErrors({});
    return runAction(work, (answer) => {
      if (answer.done) onDone(answer as Extract<T, { done: true }>);
      else setErrors(said(answer as Answer & { done: false }));
    });
  };
  return {
    errors: failure ? { form: failure.message } : errors,
    pending,
    run,
    forget: () => {
      setErrors({});
      forget();
    },
  };
}

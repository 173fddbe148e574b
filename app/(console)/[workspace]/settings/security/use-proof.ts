"use client";

import { useState, useTransition } from "react";
import { useText } from "@/components/text/text-provider";

/** What a security action answers: done, or why a secret was not taken. */
type Answer =
  | { done: true }
  | { done: false; problem: "wrong_password" | "wrong_code" | "not_now" }
  | { done: false; problem: "wait"; minutes: number };
type Result<T> = { ok: true; value: T } | { ok: false; message: string };

export type ProofErrors = { password?: string; code?: string; form?: string };

/** Runs an action that asks for secrets, and says in place which of them was wrong. */
export function useProof() {
  const t = useText();
  const [errors, setErrors] = useState<ProofErrors>({});
  const [pending, start] = useTransition();
  const said = (answer: Answer & { done: false }): ProofErrors => {
    if (answer.problem === "wrong_password") return { password: t("auth.passwordWrong") };
    if (answer.problem === "wrong_code") return { code: t("auth.codeWrong") };
    if (answer.problem === "wait") return { form: t("auth.wait", { minutes: answer.minutes }) };
    return { form: t("auth.notNow") };
  };
  const run = <T extends Answer>(
    work: () => Promise<Result<T>>,
    onDone: (value: Extract<T, { done: true }>) => void,
  ) =>
    start(async () => {
      setErrors({});
      const result = await work();
      if (!result.ok) setErrors({ form: result.message });
      else if (result.value.done) onDone(result.value as Extract<T, { done: true }>);
      else setErrors(said(result.value as Answer & { done: false }));
    });
  return { errors, pending, run, forget: () => setErrors({}) };
}

"use client";

import { useActionState } from "react";
import { useText } from "@/components/text/text-provider";
import { SubmitButton } from "@/components/ui/button";
import { CheckboxField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { verifyCode } from "./actions";

export function CodeForm({ kind, next }: { kind: "app" | "backup"; next: string }) {
  const t = useText();
  const [problem, submit] = useActionState(verifyCode, undefined);
  const isOver = problem === "challengeOver" || problem === "locked";
  const isApp = kind === "app";
  return (
    <form action={submit} className="grid gap-4">
      {problem && isOver ? <Note tone="failed">{t(`auth.${problem}`)}</Note> : null}
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="next" value={next} />
      <TextField
        label={t(isApp ? "auth.code" : "auth.backupCode")}
        name="code"
        autoComplete={isApp ? "one-time-code" : "off"}
        inputMode={isApp ? "numeric" : "text"}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={16}
        required
        autoFocus
        error={problem && !isOver ? t(`auth.${problem}`) : undefined}
      />
      <CheckboxField label={t("auth.trust")} hint={t("auth.trustHint")} name="trust" />
      <SubmitButton size="lg" className="w-full">
        {t("auth.verify")}
      </SubmitButton>
    </form>
  );
}

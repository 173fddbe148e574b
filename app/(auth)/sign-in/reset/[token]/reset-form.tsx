"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/auth/password-field";
import { usePasswordTexts } from "@/components/auth/password-texts";
import { useText } from "@/components/text/text-provider";
import { SubmitButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { submitReset } from "./actions";

export function ResetForm({ token }: { token: string }) {
  const t = useText();
  const { hint, problemText } = usePasswordTexts();
  const [problem, submit] = useActionState(submitReset, undefined);
  return (
    <form action={submit} className="grid gap-4">
      {problem === "linkUsed" ? <Note tone="failed">{t("auth.linkUsed")}</Note> : null}
      <input type="hidden" name="token" value={token} />
      <PasswordField
        label={t("auth.newPassword")}
        name="password"
        autoComplete="new-password"
        required
        hint={hint}
        error={problem && problem !== "linkUsed" ? problemText(problem) : undefined}
      />
      <SubmitButton size="lg" className="w-full">
        {t("auth.resetSave")}
      </SubmitButton>
    </form>
  );
}

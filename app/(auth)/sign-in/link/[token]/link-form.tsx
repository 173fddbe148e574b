"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/auth/password-field";
import { usePasswordTexts } from "@/components/auth/password-texts";
import { useText } from "@/components/text/text-provider";
import { SubmitButton } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { redeemSignInLink } from "./actions";

export function LinkForm({ token }: { token: string }) {
  const t = useText();
  const { problemText } = usePasswordTexts();
  const [problem, submit] = useActionState(redeemSignInLink, undefined);
  return (
    <form action={submit} className="grid gap-4">
      {problem === "linkUsed" ? <Note tone="failed">{t("auth.linkUsed")}</Note> : null}
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="lg" className="w-full">
        {t("auth.signIn")}
      </SubmitButton>
      <details>
        <summary className="flex min-h-6 w-fit cursor-pointer items-center rounded-sm text-ft-2 underline underline-offset-2 hover:text-ft-1 pointer-coarse:min-h-11">
          {t("auth.linkMore")}
        </summary>
        <div className="mt-3 grid gap-4">
          <PasswordField
            label={t("auth.linkNewPassword")}
            name="password"
            autoComplete="new-password"
            hint={t("auth.linkNewPasswordHint")}
            error={problem && problem !== "linkUsed" ? problemText(problem) : undefined}
          />
          <CheckboxField label={t("auth.linkWithoutFactor")} name="withoutSecondFactor" />
        </div>
      </details>
    </form>
  );
}

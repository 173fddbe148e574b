"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/auth/password-field";
import { usePasswordTexts } from "@/components/auth/password-texts";
import { useText } from "@/components/text/text-provider";
import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { type JoinState, joinAsNew, joinWorkspace } from "./actions";

export function JoinForm({ token }: { token: string }) {
  const t = useText();
  const [problem, submit] = useActionState(joinWorkspace, undefined);
  return (
    <form action={submit} className="grid gap-4">
      {problem ? <Note tone="failed">{t("auth.linkUsed")}</Note> : null}
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="lg" className="w-full">
        {t("auth.inviteJoin")}
      </SubmitButton>
    </form>
  );
}

const START: JoinState = { name: "" };

export function NewAccountForm({ token, email }: { token: string; email: string }) {
  const t = useText();
  const { hint, problemText } = usePasswordTexts();
  const [{ name, problem }, submit] = useActionState(joinAsNew, START);
  const nameError =
    problem === "nameMissing"
      ? t("auth.nameMissing")
      : problem === "tooLong"
        ? t("auth.tooLong", { max: 100 })
        : undefined;
  return (
    <form action={submit} className="grid gap-4">
      {problem === "linkUsed" ? <Note tone="failed">{t("auth.linkUsed")}</Note> : null}
      <input type="hidden" name="token" value={token} />
      <TextField
        label={t("auth.email")}
        type="email"
        value={email}
        readOnly
        autoComplete="username"
      />
      <TextField
        label={t("auth.yourName")}
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        defaultValue={name}
        key={name}
        error={nameError}
      />
      <PasswordField
        label={t("auth.password")}
        name="password"
        autoComplete="new-password"
        required
        hint={hint}
        error={
          problem === "passwordShort" || problem === "passwordLong"
            ? problemText(problem)
            : undefined
        }
      />
      <SubmitButton size="lg" className="w-full">
        {t("auth.inviteCreate")}
      </SubmitButton>
    </form>
  );
}

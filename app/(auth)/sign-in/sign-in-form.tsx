"use client";

import { useActionState } from "react";
import { AuthLink } from "@/components/auth/auth-link";
import { PasswordField } from "@/components/auth/password-field";
import { useText } from "@/components/text/text-provider";
import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { signIn } from "./actions";

export function SignInForm({ next }: { next: string }) {
  const t = useText();
  const [state, submit] = useActionState(signIn, { email: "" });
  const problem =
    state.problem === "wait"
      ? t("auth.wait", { minutes: state.minutes })
      : state.problem === "wrong"
        ? t("auth.wrong")
        : undefined;
  return (
    <form action={submit} className="grid gap-4">
      {problem ? <Note tone="failed">{problem}</Note> : null}
      <input type="hidden" name="next" value={next} />
      <TextField
        label={t("auth.email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={state.email}
        key={state.email}
        error={state.problem === "emailWrong" ? t("auth.emailWrong") : undefined}
      />
      <PasswordField
        label={t("auth.password")}
        name="password"
        autoComplete="current-password"
        required
        maxLength={128}
      />
      <SubmitButton size="lg" className="w-full">
        {t("auth.signIn")}
      </SubmitButton>
      <p className="text-center">
        <AuthLink href="/sign-in/forgot">{t("auth.forgot")}</AuthLink>
      </p>
    </form>
  );
}

"use client";

import { useRef, useState } from "react";
import { PasswordField } from "@/components/auth/password-field";
import { usePasswordTexts } from "@/components/auth/password-texts";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { passwordProblem } from "@/core/operator/password";
import { changePasswordAction, setPasswordAction } from "./actions";
import { useProof } from "./use-proof";

/** Changes the password, or sets the first one of somebody who signs in by link. */
export function PasswordSection({
  slug,
  email,
  hasPassword,
}: {
  slug: string;
  email: string;
  hasPassword: boolean;
}) {
  const t = useText();
  const { hint, problemText } = usePasswordTexts();
  const { errors, pending, run } = useProof();
  const [nextError, setNextError] = useState<string>();
  const [done, setDone] = useState<"changed" | "set">();
  const form = useRef<HTMLFormElement>(null);
  const submit = (given: FormData) => {
    const next = String(given.get("next"));
    const problem = passwordProblem(next);
    setDone(undefined);
    setNextError(problem && problemText(problem));
    if (problem) return;
    const current = String(given.get("current") ?? "");
    run(
      () =>
        hasPassword
          ? changePasswordAction(slug, { current, next })
          : setPasswordAction(slug, { next }),
      () => {
        form.current?.reset();
        setDone(hasPassword ? "changed" : "set");
      },
    );
  };
  return (
    <form
      ref={form}
      className="grid max-w-(--ft-form) gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <input type="hidden" autoComplete="username" value={email} readOnly />
      {hasPassword ? (
        <PasswordField
          label={t("auth.currentPassword")}
          name="current"
          autoComplete="current-password"
          required
          maxLength={128}
          error={errors.password}
        />
      ) : null}
      <PasswordField
        label={t("auth.newPassword")}
        name="next"
        autoComplete="new-password"
        required
        hint={hint}
        error={nextError}
      />
      {errors.form ? <Note tone="failed">{errors.form}</Note> : null}
      <div>
        <Button type="submit" pending={pending}>
          {t(hasPassword ? "auth.changePassword" : "auth.setPassword")}
        </Button>
      </div>
      <div role="status">
        {done ? (
          <Note tone="resolved">
            {t(done === "changed" ? "auth.passwordChanged" : "auth.passwordSet")}
          </Note>
        ) : null}
      </div>
    </form>
  );
}

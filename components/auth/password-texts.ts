"use client";

import { useText } from "@/components/text/text-provider";
import {
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
  type PasswordProblem,
} from "@/core/operator/password";

/** What a new password must be, and what is wrong with one. */
export function usePasswordTexts() {
  const t = useText();
  return {
    hint: t("auth.passwordHint", { min: PASSWORD_LENGTH_MIN }),
    problemText: (problem: PasswordProblem) =>
      problem === "passwordShort"
        ? t("auth.passwordShort", { min: PASSWORD_LENGTH_MIN })
        : t("auth.passwordLong", { max: PASSWORD_LENGTH_MAX }),
  };
}

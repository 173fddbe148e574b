"use client";

import { useActionState } from "react";
import { useText } from "@/components/text/text-provider";
import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { askForReset, type ForgotState } from "./actions";

const START: ForgotState = { email: "", step: "ask" };

export function ForgotForm() {
  const t = useText();
  const [state, submit] = useActionState(askForReset, START);
  if (state.step === "sent") {
    return (
      <div role="status" className="grid gap-1">
        <h2 className="text-base font-semibold">{t("auth.forgotSent")}</h2>
        <p className="text-ft-2 [overflow-wrap:anywhere]">
          {t("auth.forgotSentLead", { email: state.email })}
        </p>
      </div>
    );
  }
  return (
    <form action={submit} className="grid gap-4">
      {state.step === "wait" ? (
        <Note tone="failed">{t("auth.wait", { minutes: state.minutes })}</Note>
      ) : null}
      <p className="text-ft-2">{t("auth.forgotLead")}</p>
      <TextField
        label={t("auth.email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={state.email}
        key={state.email}
        error={state.step === "wrong" ? t("auth.emailInvalid") : undefined}
      />
      <SubmitButton size="lg" className="w-full">
        {t("auth.forgotSend")}
      </SubmitButton>
    </form>
  );
}

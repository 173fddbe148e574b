"use client";

import { useActionState, useEffect, useState } from "react";
import { PasswordField } from "@/components/auth/password-field";
import { usePasswordTexts } from "@/components/auth/password-texts";
import { useText } from "@/components/text/text-provider";
import { SubmitButton } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { type SetupProblem, type SetupState, submitSetup } from "./actions";

const START: SetupState = {
  values: { name: "", email: "", workspaceName: "", timeZone: "" },
  errors: {},
};
const NAME_CHARS_MAX = 100;

export function SetupForm({ zones }: { zones: string[] }) {
  const t = useText();
  const { hint, problemText } = usePasswordTexts();
  const [{ values, errors, taken }, submit] = useActionState(submitSetup, START);
  const [zone, setZone] = useState(values.timeZone || "UTC");
  useEffect(() => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zones.includes(own)) setZone(own);
  }, [zones]);
  const textOf = (problem: SetupProblem | undefined) => {
    if (problem === undefined) return undefined;
    if (problem === "passwordShort" || problem === "passwordLong") return problemText(problem);
    return t(`auth.${problem}`, { max: NAME_CHARS_MAX });
  };

  return (
    <form action={submit} className="grid gap-4">
      {taken ? <Note tone="failed">{t("auth.setupTaken")}</Note> : null}
      <TextField
        label={t("auth.yourName")}
        name="name"
        autoComplete="name"
        required
        maxLength={NAME_CHARS_MAX}
        defaultValue={values.name}
        error={textOf(errors.name)}
      />
      <TextField
        label={t("auth.email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={values.email}
        error={textOf(errors.email)}
      />
      <PasswordField
        label={t("auth.password")}
        name="password"
        autoComplete="new-password"
        required
        hint={hint}
        error={textOf(errors.password)}
      />
      <TextField
        label={t("auth.workspaceName")}
        name="workspaceName"
        autoComplete="organization"
        required
        maxLength={NAME_CHARS_MAX}
        hint={t("auth.workspaceHint")}
        defaultValue={values.workspaceName}
        error={textOf(errors.workspaceName)}
      />
      <SelectField
        label={t("auth.timeZone")}
        name="timeZone"
        value={zone}
        onChange={(event) => setZone(event.target.value)}
        hint={t("auth.timeZoneHint")}
        error={textOf(errors.timeZone)}
      >
        {zones.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <SubmitButton size="lg" className="w-full">
        {t("auth.setupDone")}
      </SubmitButton>
    </form>
  );
}

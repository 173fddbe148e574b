"use client";

import { useActionState, useEffect, useState } from "react";
import { SubmitButton } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { type SetupState, submitSetup } from "./actions";

const START: SetupState = {
  values: { name: "", email: "", workspaceName: "", timeZone: "" },
  errors: {},
};

export function SetupForm({ zones }: { zones: string[] }) {
  const [{ values, errors, message }, submit] = useActionState(submitSetup, START);
  const [zone, setZone] = useState(values.timeZone || "UTC");
  useEffect(() => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zones.includes(own)) setZone(own);
  }, [zones]);

  return (
    <form action={submit} className="grid gap-4">
      {message ? <Note tone="failed">{message}</Note> : null}
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        defaultValue={values.name}
        error={errors.name}
      />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={values.email}
        error={errors.email}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint="10 characters or more."
        error={errors.password}
      />
      <TextField
        label="Workspace name"
        name="workspaceName"
        autoComplete="organization"
        required
        maxLength={100}
        hint="Usually your company or department."
        defaultValue={values.workspaceName}
        error={errors.workspaceName}
      />
      <SelectField
        label="Time zone"
        name="timeZone"
        value={zone}
        onChange={(event) => setZone(event.target.value)}
        hint="For people and teams whose own zone is not known."
        error={errors.timeZone}
      >
        {zones.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <SubmitButton size="lg" className="w-full">
        Create workspace
      </SubmitButton>
    </form>
  );
}

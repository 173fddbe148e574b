"use client";

import { useState } from "react";
import { useCreate } from "@/components/shortcuts/use-create";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { CheckboxField, SelectField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { GRANTS, Grant } from "@/core/contracts/scope";
import { createKeyAction } from "./actions";

const CHOICES = [
  { value: "*", label: "settings.choice_all" },
  { value: "read", label: "settings.choice_read" },
  { value: "write", label: "settings.choice_write" },
  { value: "some", label: "settings.choice_some" },
] as const;

const FINE = GRANTS.filter((grant) => grant.includes(":"));

/** Makes a key and shows it once. */
export function CreateKey({ slug }: { slug: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [scope, setScope] = useState("*");
  const [key, setKey] = useState<string>();
  const { pending, failure, run, forget } = useAction();
  useCreate(t("settings.createKey"), () => setOpen(true));
  const close = () => {
    setOpen(false);
    setKey(undefined);
    forget();
    setScope("*");
  };
  const submit = (form: FormData) => {
    const chosen = scope === "some" ? form.getAll("grant").map(String) : [scope];
    const grants = chosen.filter((grant): grant is Grant => Grant.safeParse(grant).success);
    run(() => createKeyAction(slug, { name: String(form.get("name")), grants }), setKey);
  };
  return (
    <>
      <Button look="primary" aria-keyshortcuts="c" onPress={() => setOpen(true)}>
        {t("settings.createKey")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={(next) => next || close()}
        title={t(key ? "settings.copyKeyTitle" : "settings.createKeyTitle")}
      >
        {key ? (
          <div className="grid gap-4">
            <p>{t("settings.copyKeyText")}</p>
            <div className="flex items-center gap-2 rounded-md bg-ft-sunken p-2">
              <code className="min-w-0 flex-1 break-all">{key}</code>
              <CopyButton text={key} label={t("settings.copyKey")} />
            </div>
            <div className="flex justify-end">
              <Button look="primary" onPress={close}>
                {t("settings.copiedKey")}
              </Button>
            </div>
          </div>
        ) : (
          <form
            className="grid gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              submit(new FormData(event.currentTarget));
            }}
          >
            <TextField
              label={t("settings.name")}
              hint={t("settings.keyNameHint")}
              name="name"
              required
              maxLength={80}
            />
            <SelectField
              label={t("settings.keyMay")}
              value={scope}
              onChange={(event) => setScope(event.target.value)}
            >
              {CHOICES.map(({ value, label }) => (
                <option key={value} value={value}>
                  {t(label)}
                </option>
              ))}
            </SelectField>
            {scope === "some" ? (
              <fieldset className="grid max-h-56 gap-1 overflow-y-auto sm:grid-cols-2">
                <legend className="ft-label mb-1">{t("settings.scopes")}</legend>
                {FINE.map((grant) => (
                  <CheckboxField
                    key={grant}
                    label={<code className="text-xs">{grant}</code>}
                    name="grant"
                    value={grant}
                  />
                ))}
              </fieldset>
            ) : null}
            {failure ? <Note tone="failed">{failure.message}</Note> : null}
            <div className="flex justify-end gap-2">
              <Button onPress={close}>{t("common.cancel")}</Button>
              <Button type="submit" look="primary" pending={pending}>
                {t("settings.createKey")}
              </Button>
            </div>
          </form>
        )}
      </Dialog>
    </>
  );
}

"use client";

import { useId, useState, useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CheckboxField, TextField } from "@/components/ui/field";

const NAME_MAX = 60;

/** Asks for the name of a view, and whether others see it. */
export function SaveViewDialog({
  title,
  name,
  shared,
  onSave,
  onClose,
}: {
  title: string;
  name: string;
  /** Asked for only when given. */
  shared: boolean | undefined;
  onSave: (view: { name: string; shared: boolean }) => Promise<{ ok: boolean; message?: string }>;
  onClose: () => void;
}) {
  const t = useText();
  const form = useId();
  const [pending, start] = useTransition();
  const [error, setError] = useState<string>();
  const save = (data: FormData) =>
    start(async () => {
      const view = { name: String(data.get("name")).trim(), shared: data.get("shared") === "on" };
      const result = await onSave(view);
      if (result.ok) onClose();
      else setError(result.message);
    });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button look="primary" type="submit" form={form} pending={pending}>
            {t("lists.saveView")}
          </Button>
        </>
      }
    >
      <form id={form} action={save} className="grid gap-3">
        <TextField
          label={t("lists.viewName")}
          name="name"
          defaultValue={name}
          maxLength={NAME_MAX}
          required
          autoFocus
          error={error}
        />
        {shared === undefined ? null : (
          <CheckboxField
            label={t("lists.shareView")}
            hint={t("lists.shareHint")}
            name="shared"
            defaultChecked={shared}
          />
        )}
      </form>
    </Dialog>
  );
}

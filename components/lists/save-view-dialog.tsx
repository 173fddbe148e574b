"use client";

import { useId } from "react";
import { useText } from "@/components/text/text-provider";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CheckboxField, TextField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";

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
  onSave: (view: { name: string; shared: boolean }) => Promise<ActionAnswer<unknown>>;
  onClose: () => void;
}) {
  const t = useText();
  const form = useId();
  const { pending, failure, run } = useAction();
  const save = (data: FormData) => {
    const view = { name: String(data.get("name")).trim(), shared: data.get("shared") === "on" };
    run(() => onSave(view), onClose);
  };
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
      <form
        id={form}
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save(new FormData(event.currentTarget));
        }}
      >
        <TextField
          label={t("lists.viewName")}
          name="name"
          defaultValue={name}
          maxLength={NAME_MAX}
          required
          autoFocus
          error={failure?.message}
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

"use client";

import { useId } from "react";
import { useText } from "@/components/text/text-provider";
import { type ActionAnswer, errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";

const NOTE_CHARS_MAX = 200;

/** Asks what to write beside a day of the numbers. */
export function NoteDialog({
  day,
  lastDay,
  onSave,
  onClose,
}: {
  day: string;
  lastDay: string;
  onSave: (note: { day: string; text: string }) => Promise<ActionAnswer<unknown>>;
  onClose: (saved: boolean) => void;
}) {
  const t = useText();
  const form = useId();
  const { pending, failure, run } = useAction();
  return (
    <Dialog
      open
      onOpenChange={() => onClose(false)}
      title={t("analytics.noteTitle")}
      size="sm"
      footer={
        <>
          <Button onPress={() => onClose(false)}>{t("common.cancel")}</Button>
          <Button look="primary" type="submit" form={form} pending={pending}>
            {t("analytics.noteSave")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget);
          const note = { day: String(given.get("day")), text: String(given.get("text")) };
          run(
            () => onSave(note),
            () => onClose(true),
          );
        }}
      >
        <TextField
          label={t("analytics.noteDay")}
          name="day"
          type="date"
          defaultValue={day}
          max={lastDay}
          required
          error={errorOf(failure, "day")}
        />
        <TextField
          label={t("analytics.noteText")}
          hint={t("analytics.noteHint")}
          name="text"
          maxLength={NOTE_CHARS_MAX}
          required
          autoFocus
          error={failure && (errorOf(failure, "text") ?? failure.message)}
        />
      </form>
    </Dialog>
  );
}

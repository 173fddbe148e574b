"use client";

import { useText } from "@/components/text/text-provider";
import { type ActionAnswer, errorOf } from "@/components/ui/action-answer";
import { TextAreaField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { FormDialog } from "./form-dialog";

/** Asks why an address that is blocked may be written to again. */
export function LiftDialog({
  address,
  reason: was,
  lift,
  onClose,
}: {
  /** As it is shown. */
  address: string;
  /** Why it is blocked. */
  reason: "bounced" | "complained" | "stopped" | "manual";
  lift: (reason: string) => Promise<ActionAnswer<unknown>>;
  onClose: () => void;
}) {
  const t = useText();
  const { pending, failure, run } = useAction();
  const isTheirChoice = was === "stopped" || was === "complained";
  return (
    <FormDialog
      title={t("people.unsuppressTitle", { address })}
      verb={t("people.unsuppress")}
      danger
      {...{ pending, failure, onClose }}
      onSubmit={(text) => run(() => lift(text("reason")), onClose)}
    >
      <p>{t("people.unsuppressBody")}</p>
      {isTheirChoice ? <Note tone="due">{t("people.unsuppressTheirs")}</Note> : null}
      <TextAreaField
        label={t("people.reason")}
        hint={t("people.unsuppressReasonHint")}
        name="reason"
        rows={3}
        required
        minLength={3}
        maxLength={500}
        error={errorOf(failure, "reason")}
      />
    </FormDialog>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { FormDialog } from "@/components/people/form-dialog";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { erasePersonAction } from "./actions";

/** Asks for the person's id, says what goes and what stays, and erases for good. */
export function EraseDialog({
  slug,
  personId,
  name,
  onClose,
}: {
  slug: string;
  personId: string;
  name: string;
  onClose: () => void;
}) {
  const t = useText();
  const router = useRouter();
  const { pending, failure, run } = useAction();
  return (
    <FormDialog
      title={t("people.eraseTitle", { name })}
      verb={t("people.erase")}
      danger
      {...{ pending, failure, onClose }}
      onSubmit={(text) =>
        run(
          () => erasePersonAction(slug, { personId, confirm: text("confirm") }),
          () => router.push(`/${slug}/people`),
        )
      }
    >
      <p>{t("people.eraseGoes")}</p>
      <p>{t("people.eraseStays")}</p>
      <Note tone="due">{t("people.eraseForGood")}</Note>
      <TextField
        label={t("people.eraseConfirm", { id: personId })}
        name="confirm"
        required
        autoComplete="off"
        error={errorOf(failure, "confirm")}
      />
    </FormDialog>
  );
}

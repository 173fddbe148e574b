"use client";

import Link from "next/link";
import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { triggerAction } from "./actions";

const DATA_EXAMPLE = '{"number": "2041"}';

/** Opens a case by hand. */
export function TriggerDialog({
  slug,
  workflow,
  onClose,
}: {
  slug: string;
  workflow: string;
  onClose: () => void;
}) {
  const t = useText();
  const { pending, failure, run } = useAction();
  const [done, setDone] = useState<{ number: number; isNew: boolean }>();
  const submit = (text: (name: string) => string) => {
    const given = {
      key: workflow,
      personId: text("personId"),
      data: text("data"),
      due: text("due"),
      businessKey: text("businessKey"),
    };
    run(() => triggerAction(slug, given), setDone);
  };
  const title = t("workflows.triggerTitle");
  if (done) {
    return (
      <Dialog open onOpenChange={(open) => open || onClose()} title={title}>
        <Note tone="resolved">
          {t.rich(done.isNew ? "workflows.opened" : "workflows.wasOpen", {
            number: `C-${done.number}`,
            link: (inner) => (
              <Link key="case" href={`/${slug}/cases/C-${done.number}`} className="ft-link">
                {inner}
              </Link>
            ),
          })}
        </Note>
        <div className="mt-4 flex justify-end">
          <Button look="primary" onPress={onClose}>
            {t("common.close")}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={title}
      verb={t("workflows.trigger")}
      {...{ pending, failure, onClose }}
      onSubmit={submit}
    >
      <TextField
        label={t("workflows.person")}
        hint={t("workflows.personHint")}
        name="personId"
        required
        maxLength={128}
      />
      <TextAreaField
        label={t("workflows.data")}
        hint={t("workflows.dataHint", { example: DATA_EXAMPLE })}
        name="data"
        rows={4}
        className="font-mono"
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("workflows.dueDate")}
          hint={t("workflows.dueDateHint")}
          name="due"
          type="date"
        />
        <TextField
          label={t("workflows.key")}
          hint={t("workflows.keyHint")}
          name="businessKey"
          maxLength={128}
        />
      </div>
    </FormDialog>
  );
}

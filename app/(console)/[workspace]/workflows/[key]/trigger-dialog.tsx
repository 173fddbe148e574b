"use client";

import Link from "next/link";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { triggerAction } from "./actions";

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
  const [pending, start] = useTransition();
  const [error, setError] = useState<string>();
  const [done, setDone] = useState<{ number: number; isNew: boolean }>();
  const submit = (form: FormData) =>
    start(async () => {
      setError(undefined);
      const text = (name: string) => String(form.get(name) ?? "").trim();
      const result = await triggerAction(slug, {
        key: workflow,
        personId: text("personId"),
        data: text("data"),
        due: text("due"),
        businessKey: text("businessKey"),
      });
      if (result.ok) setDone(result.value);
      else setError(result.message);
    });
  const title = "Open a case by hand";
  if (done) {
    return (
      <Dialog open onOpenChange={(open) => open || onClose()} title={title}>
        <Note tone="resolved">
          {done.isNew ? "Opened " : "It was open already: "}
          <Link href={`/${slug}/cases/C-${done.number}`} className="ft-link">
            C-{done.number}
          </Link>
          .
        </Note>
        <div className="mt-4 flex justify-end">
          <Button look="primary" onPress={onClose}>
            Close
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <TextField
          label="Person"
          hint="The id of somebody who is known here."
          name="personId"
          required
          maxLength={128}
        />
        <TextAreaField
          label="Data"
          hint='A JSON object, as the event would bring it: {"number": "2041"}. Optional.'
          name="data"
          rows={4}
          className="font-mono"
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label="Due date"
            hint="End of that day where the person lives. Optional."
            name="due"
            type="date"
          />
          <TextField
            label="Key"
            hint="Keeps a second case from opening. Optional."
            name="businessKey"
            maxLength={128}
          />
        </div>
        {error ? <Note tone="failed">{error}</Note> : null}
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" look="primary" pending={pending}>
            Open case
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

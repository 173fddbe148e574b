"use client";

import { TextAreaField } from "@/components/ui/field";
import { cancelAction, noteAction, reopenAction } from "./actions";
import { useVerb } from "./use-verb";
import { VerbDialog, type VerbProps } from "./verb-dialog";

const TEXT_MAX = 4_000;

export function CancelDialog({ number, slug, onClose, ...seen }: VerbProps & { number: string }) {
  const { pending, error, run, forget } = useVerb();
  const submit = (form: FormData) =>
    run(() => cancelAction(slug, { ...seen, reason: String(form.get("reason")) }), onClose);
  return (
    <VerbDialog
      title={`Cancel ${number}`}
      verb="Cancel case"
      danger
      {...{ pending, error, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      <p className="text-ft-2">
        It ends silently: nothing more is sent, and nobody is told. Its timeline stays, and it can
        be reopened.
      </p>
      <TextAreaField
        label="Reason"
        hint="Stands in the timeline."
        name="reason"
        required
        maxLength={TEXT_MAX}
      />
    </VerbDialog>
  );
}

export function NoteDialog({ number, slug, caseId, onClose }: VerbProps & { number: string }) {
  const { pending, error, run, forget } = useVerb();
  const submit = (form: FormData) =>
    run(() => noteAction(slug, { caseId, text: String(form.get("text")) }), onClose);
  return (
    <VerbDialog
      title={`Note on ${number}`}
      verb="Add note"
      {...{ pending, error, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      <TextAreaField
        label="Note"
        hint="Only operators see it."
        name="text"
        required
        maxLength={TEXT_MAX}
      />
    </VerbDialog>
  );
}

export function ReopenDialog({ number, slug, onClose, ...seen }: VerbProps & { number: string }) {
  const { pending, error, run, forget } = useVerb();
  return (
    <VerbDialog
      title={`Reopen ${number}`}
      verb="Reopen case"
      {...{ pending, error, onClose }}
      onForget={forget}
      onSubmit={() => run(() => reopenAction(slug, seen), onClose)}
    >
      <p className="text-ft-2">
        It goes on where it stood when it was closed. Confirmations that have not left are taken
        back.
      </p>
    </VerbDialog>
  );
}

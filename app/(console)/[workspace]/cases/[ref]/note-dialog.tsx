"use client";

import { useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { noteAction } from "./actions";
import { VerbDialog, type VerbProps } from "./verb-dialog";

const TEXT_MAX = 4_000;
const OFFERED_MAX = 5;
/** What stands between an @ and the cursor: the beginning of a name. */
const CALL = /@([\p{L}\p{N}.-]*)$/u;

/** A note for the team; a member is called by name behind an @. */
export function NoteDialog({
  number,
  members,
  slug,
  caseId,
  onClose,
}: VerbProps & { members: string[] }) {
  const t = useText();
  const { pending, failure, run, forget } = useAction();
  const [text, setText] = useState("");
  const field = useRef<HTMLDivElement>(null);
  const begun = CALL.exec(text)?.[1]?.toLowerCase();
  const offered =
    begun === undefined
      ? []
      : members.filter((name) => name.toLowerCase().includes(begun)).slice(0, OFFERED_MAX);
  const call = (name: string) => {
    setText(text.replace(CALL, `@${name} `));
    field.current?.querySelector("textarea")?.focus();
  };
  return (
    <VerbDialog
      title={t("case.noteTitle", { number })}
      verb={t("case.addNote")}
      {...{ pending, failure, onClose }}
      onForget={forget}
      onSubmit={() => run(() => noteAction(slug, { caseId, text }), onClose)}
    >
      <div ref={field}>
        <TextAreaField
          label={t("case.note")}
          hint={t("case.noteHint")}
          autoFocus
          required
          rows={4}
          maxLength={TEXT_MAX}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {offered.length > 0 ? (
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="ft-hint mb-1">{t("case.mention")}</legend>
          {offered.map((name) => (
            <Button key={name} size="sm" onPress={() => call(name)}>
              @{name}
            </Button>
          ))}
        </fieldset>
      ) : null}
    </VerbDialog>
  );
}
